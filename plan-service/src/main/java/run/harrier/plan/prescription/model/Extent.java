package run.harrier.plan.prescription.model;

/** How much of a step: a time, which may be a range, or a distance. */
public sealed interface Extent {

    /** @param highestSeconds the same as {@code seconds} but for a range such as 20-30 minutes (S61) */
    record Time(int seconds, int highestSeconds) implements Extent {
        public Time {
            if (seconds <= 0 || highestSeconds < seconds) {
                throw new IllegalArgumentException("not a time: " + seconds + " to " + highestSeconds + " s");
            }
        }

        public boolean isRange() {
            return highestSeconds > seconds;
        }
    }

    record Distance(double metres) implements Extent {
        public Distance {
            if (!(metres > 0) || !Double.isFinite(metres)) {
                throw new IllegalArgumentException("not a distance: " + metres + " m");
            }
        }
    }

    static Extent seconds(int seconds) {
        return new Time(seconds, seconds);
    }

    static Extent minutes(int lowest, int highest) {
        return new Time(60 * lowest, 60 * highest);
    }

    static Extent metres(double metres) {
        return new Distance(metres);
    }
}
