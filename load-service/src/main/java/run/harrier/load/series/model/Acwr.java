package run.harrier.load.series.model;

/**
 * Acute to chronic workload ratio (S55, D3): a signal that load changed, no prediction of injury.
 *
 * @param coverageDays how many of the last 28 days are known
 * @param provisional whether fewer than all 28 are known: then it is never a reason for an alert
 */
public record Acwr(double value, Method method, int coverageDays, boolean provisional) {
    static final int DAYS = 28;
    static final int ACUTE_DAYS = 7;

    /** Whether the 7 days are among the 28. */
    public enum Method {
        COUPLED,
        /** Over the 21 days before the 7. */
        UNCOUPLED,
        /** Exponentially weighted, 2/(N+1). */
        EWMA
    }

    /** 0.8 to 1.3 is the sweet spot. */
    public enum Band {
        UNDER,
        SWEET_SPOT,
        RAISED,
        HIGH
    }

    public Band band() {
        if (value < 0.8) {
            return Band.UNDER;
        }
        if (value <= 1.3) {
            return Band.SWEET_SPOT;
        }
        return value <= 1.5 ? Band.RAISED : Band.HIGH;
    }
}
