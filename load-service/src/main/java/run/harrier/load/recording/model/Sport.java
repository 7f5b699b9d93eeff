package run.harrier.load.recording.model;

/** What was done. Only running feeds monotony (U21); everything feeds fitness and fatigue. */
public enum Sport {
    RUN(true, 4),
    /** Walking is no miss on a trail (S82). */
    TRAIL_RUN(true, 4),
    WALK(true, 2),
    HIKE(true, 3),
    RIDE(false, 4),
    SWIM(false, 4),
    STRENGTH(false, 3),
    /** The change-over between two sports of a multi-sport recording too. */
    OTHER(false, 3);

    private final boolean onFoot;
    private final int usualRpe;

    Sport(boolean onFoot, int usualRpe) {
        this.onFoot = onFoot;
        this.usualRpe = usualRpe;
    }

    /** On foot a device counts the strides of one leg; elsewhere cadence is not steps at all. */
    public boolean onFoot() {
        return onFoot;
    }

    public boolean running() {
        return this == RUN || this == TRAIL_RUN;
    }

    /** Whether two sources may mean the same activity by the two: nobody knows what OTHER is. */
    public boolean alike(Sport other) {
        return this == other || this == OTHER || other == OTHER || (onFoot && other.onFoot);
    }

    /** The effort assumed when nothing but a duration is known. */
    public int usualRpe() {
        return usualRpe;
    }
}
