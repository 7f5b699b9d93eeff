package run.harrier.plan.strength.model;

/** What kind of strength an item is (S90); every item has one (S91). */
public enum Category {
    UNILATERAL,
    BALANCE_COORDINATION,
    PLYOMETRIC,
    PROGRESSIVE_LOADING,
    JOINT_SPECIFIC,
    /** Trunk and mobility, with no load on a leg. */
    BODY_CONTROL
}
