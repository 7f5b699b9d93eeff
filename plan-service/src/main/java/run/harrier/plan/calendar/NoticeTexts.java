package run.harrier.plan.calendar;

/** What a session says while a warning sign stands against it, or has just gone (D34, S115). */
final class NoticeTexts {
    static final String NO_RUNNING =
            "If you have pressure or pain in the chest, faint, or cannot get your breath, call the"
                    + " emergency number (112, 911), and do not train until a doctor has agreed. You reported a warning sign:"
                    + " no running today and tomorrow. With pain, walk or cycle if that is painless; with fever, rest. Enter"
                    + " how you feel each morning; after two mornings without pain or fever you run again. If it stays, have"
                    + " it looked at this week. This is training information, not medical advice.";
    static final String NO_RUNNING_COACH =
            "A warning sign stands: no running today and tomorrow. The readiness says which, and what ends it.";
    static final String EASY =
            "The warning sign is hardly gone: easy running for three days after it, then hard again.";
    static final String EASY_COACH =
            "A warning sign ended less than three days ago, or stands: this hard session is easy.";

    private NoticeTexts() {}
}
