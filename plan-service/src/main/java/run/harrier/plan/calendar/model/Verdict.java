package run.harrier.plan.calendar.model;

/** How a session went (D20). */
public enum Verdict {
    DONE,
    SHORTENED,
    HARDER,
    MISSED
}
