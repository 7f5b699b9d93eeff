package run.harrier.contracts;

/** The Kafka topics. Each has {@link Shard#COUNT} partitions; an athlete's events all lie in the athlete's shard. */
public final class Topic {
    public static final String ATHLETE_EVENTS = "athlete-events";
    public static final String PLAN_EVENTS = "plan-events";
    public static final String LOAD_EVENTS = "load-events";
    /** What a consumer could not read or apply, with the cause in its headers. */
    public static final String DEAD_LETTERS = "dead-letters";

    private Topic() {}
}
