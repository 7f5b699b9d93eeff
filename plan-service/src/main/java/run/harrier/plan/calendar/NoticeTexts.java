package run.harrier.plan.calendar;

/** What a session says while a warning sign stands against it, or has just gone (D34, S115). */
final class NoticeTexts {
    static final String NO_TRAINING =
            "If you have pressure or pain in the chest, faint, or cannot get your breath, call the emergency number (112,"
                    + " 911). You reported a sign of heart or breath: no training until a doctor has agreed. Then enter a"
                    + " morning that says so. This is training information, not medical advice.";
    static final String NO_TRAINING_COACH =
            "A sign of heart or breath stands: no training until a professional has agreed, and the athlete says so.";
    static final String NO_RUNNING =
            "You reported a warning sign: no running today and tomorrow. With pain, walk or cycle if that is painless;"
                    + " with fever, rest. Enter how you feel each morning: two mornings in a row without it, or your word"
                    + " and your coach's, end it. If it stays, have it looked at this week. If you have pressure or pain in"
                    + " the chest, faint, or cannot get your breath, call the emergency number (112, 911). This is training"
                    + " information, not medical advice.";
    static final String NO_RUNNING_COACH =
            "A warning sign stands: no running today and tomorrow. Two mornings in a row without it end it, or your word"
                    + " and the athlete's. Which it is stands in the readiness.";
    static final String EASY =
            "The warning sign is hardly gone: easy running for three days after it, then hard again.";
    static final String EASY_COACH =
            "A warning sign ended less than three days ago, or stands: this hard session is easy.";

    private NoticeTexts() {}
}
