package run.harrier.load.squad.model;

/** A finding about an athlete for the coach, with the figures behind it in the text (U1). */
public record Finding(FindingCode code, Severity severity, String text) {
    public enum FindingCode {
        OVERREACHING,
        NOT_READY,
        LOAD_RAISED,
        MONOTONOUS,
        EASY_TOO_HARD,
        FELT_HARD,
        GREY_ZONE,
        SAME_PAIN,
        SILENT
    }

    /** The last is the worst. */
    public enum Severity {
        INFO,
        WATCH,
        WARN
    }
}
