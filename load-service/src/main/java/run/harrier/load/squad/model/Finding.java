package run.harrier.load.squad.model;

/**
 * A finding about an athlete, with the figures behind it in the texts (U1).
 *
 * @param text for the athlete: what was seen, and what to do next
 * @param coachText for who coaches: what was seen, with its figure
 * @param confidence 0 to 1: how much of what it is judged by is known (D49)
 */
public record Finding(FindingCode code, Severity severity, String text, String coachText, double confidence) {
    static final double SURE = 1;

    public Finding {
        confidence = Math.round(100 * confidence) / 100.0;
    }

    public enum FindingCode {
        OVERREACHING,
        NOT_READY,
        LOAD_RAISED,
        MONOTONOUS,
        EASY_TOO_HARD,
        FELT_HARD,
        GREY_ZONE,
        MANY_PROGRESSIONS,
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
