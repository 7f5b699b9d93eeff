package run.harrier.contracts;

/** What a caller is to an athlete (D21). */
public enum Relation {
    /** The athlete in person. */
    ATHLETE,
    /** A coach of a squad that the athlete has joined. */
    COACH,
    /** An assistant of a squad that the athlete has joined. */
    ASSISTANT,
    /** A partner that the athlete has consented to, by scope. */
    PARTNER
}
