package run.harrier.load.series.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The running averages at the end of a day (U17).
 *
 * @param firstDay of the athlete's record: the first with an activity
 * @param fitness x ← x + (load − x)(1 − e^(−1/42))
 * @param fatigue the same over 7 days
 * @param acute of the exponentially weighted ACWR, weight 2/(7+1), seeded by the first day
 * @param chronic the same over 28 days
 */
public record Curves(Optional<LocalDate> firstDay, double fitness, double fatigue, double acute, double chronic) {
    static final Curves START = new Curves(Optional.empty(), 0, 0, 0, 0);

    private static final double FITNESS_GAIN = -Math.expm1(-1.0 / 42);
    private static final double FATIGUE_GAIN = -Math.expm1(-1.0 / 7);
    private static final double ACUTE_GAIN = 2.0 / (7 + 1);
    private static final double CHRONIC_GAIN = 2.0 / (28 + 1);

    /** At the end of the next day. An unknown day leaves all as it was: missing is not zero (D3). */
    Curves after(LocalDate on, Day day) {
        if (firstDay.isEmpty()) {
            return day.activities() == 0
                    ? this
                    : new Curves(
                            Optional.of(on),
                            FITNESS_GAIN * day.load(),
                            FATIGUE_GAIN * day.load(),
                            day.load(),
                            day.load());
        }
        if (!day.known()) {
            return this;
        }
        return new Curves(
                firstDay,
                fitness + (day.load() - fitness) * FITNESS_GAIN,
                fatigue + (day.load() - fatigue) * FATIGUE_GAIN,
                acute + (day.load() - acute) * ACUTE_GAIN,
                chronic + (day.load() - chronic) * CHRONIC_GAIN);
    }
}
