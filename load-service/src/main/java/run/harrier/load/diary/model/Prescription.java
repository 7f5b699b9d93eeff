package run.harrier.load.diary.model;

/**
 * What the plan had asked of a run.
 *
 * @param moderateSeconds at marathon pace and in the gap up to threshold, at most
 * @param quality a hard session by D13
 * @param raced a race or a test
 * @param easy a session of the plan that was neither
 */
public record Prescription(double moderateSeconds, boolean quality, boolean raced, boolean easy) {
    /** Of a run that was no session of a plan. */
    public static final Prescription NONE = new Prescription(0, false, false, false);
}
