package run.harrier.load.recording.model;

import java.util.Locale;

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

    /** The effort assumed when nothing but a duration is known (science.md §3, "duration by kind"). */
    public int usualRpe() {
        return usualRpe;
    }

    /**
     * The sport behind a name as files and people write it ("Running", "trail_run", "Biking", "9" in Strava's GPX);
     * {@link #OTHER} when the name is not known.
     */
    public static Sport named(String name) {
        String word = name.strip().toLowerCase(Locale.ROOT);
        if (word.contains("run") || word.equals("9") || word.equals("jogging") || word.equals("treadmill")) {
            return word.contains("trail") ? TRAIL_RUN : RUN;
        }
        if (word.contains("hik") || word.equals("trekking")) {
            return HIKE;
        }
        if (word.contains("walk")) {
            return WALK;
        }
        if (word.contains("bik") || word.contains("cycl") || word.contains("ride") || word.equals("1")) {
            return RIDE;
        }
        if (word.contains("swim")) {
            return SWIM;
        }
        return word.contains("strength") || word.contains("training") || word.contains("fitness") ? STRENGTH : OTHER;
    }
}
