package run.harrier.load.wellness.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How an athlete felt in the morning of a day (U22), on the scales of D18: soreness, fatigue and stress 1 to 5, 5 worst;
 * sleep quality and mood 1 to 5, 5 best; pain 0 to 10 by site. A value that was not entered is empty.
 */
public record Wellness(
        LocalDate on,
        OptionalInt restingHeartRateBpm,
        OptionalDouble hrvMillis,
        OptionalDouble sleepHours,
        OptionalInt sleepQuality,
        OptionalInt soreness,
        OptionalInt fatigue,
        OptionalInt stress,
        OptionalInt mood,
        List<Pain> pain) {
    private static final int ROUGH_QUALITY = 2;
    private static final double ROUGH_HOURS = 6;

    /** @param site as the athlete names it; the same name in any case is the same site */
    public record Pain(String site, int level) {
        /** The site as it is compared. */
        public String place() {
            return site.strip().toLowerCase(Locale.ROOT);
        }
    }

    public Wellness {
        pain = List.copyOf(pain);
    }

    /** D18: quality 2 or less, or under six hours; empty when neither was entered. */
    public Optional<Boolean> roughNight() {
        if (sleepQuality.isEmpty() && sleepHours.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(sleepQuality.orElse(ROUGH_QUALITY + 1) <= ROUGH_QUALITY
                || sleepHours.orElse(ROUGH_HOURS) < ROUGH_HOURS);
    }
}
