package run.harrier.plan.calendar;

/** What a session says while a warning sign stands against it, or has just gone (D34, S115). */
final class NoticeTexts {
    static final String NO_RUNNING =
            "If you have pressure or pain in the chest, faint, or cannot get your breath, call the"
                    + " emergency number (112, 911). You reported a warning sign: no running today and tomorrow; walk or cycle if"
                    + " that is painless. Enter how you feel each morning; after two mornings without the sign you run again. If it"
                    + " stays, have it looked at this week. This is training information, not medical advice.";
    static final String NO_RUNNING_COACH =
            "A warning sign stands: no running today and tomorrow, until two mornings without it.";
    static final String EASY =
            "The warning sign is hardly gone: easy running for three days after it, then hard again.";
    static final String EASY_COACH =
            "A warning sign ended less than three days ago, or stands: this hard session is easy.";

    private NoticeTexts() {}
}
