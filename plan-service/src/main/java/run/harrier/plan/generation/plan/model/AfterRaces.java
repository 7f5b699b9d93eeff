package run.harrier.plan.generation.plan.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The races shortly before a plan, and what the days and weeks after them may hold (D37, S50). */
public record AfterRaces(List<Race> races) {
    public static final AfterRaces NONE = new AfterRaces(List.of());

    private static final double METRES_OF_A_DAY_WITHOUT_QUALITY = 1600;
    private static final double MARATHON_FROM_METRES = 30_000;
    private static final double HALF_FROM_METRES = 20_000;
    private static final int DAYS_OFF_AFTER_MARATHON = 5;
    private static final int DAYS_OFF_AFTER_HALF = 2;
    private static final double[] WEEKS_AFTER_MARATHON = {0.4, 0.6, 0.8};
    private static final double[] WEEKS_AFTER_HALF = {0.6};
    private static final double[] WEEKS_AFTER_LESS = {0.8};
    private static final int WEEKS_WITHOUT_ALARM = 5;

    public record Race(LocalDate on, double distanceMetres) {
        private double[] weeks() {
            return distanceMetres >= MARATHON_FROM_METRES
                    ? WEEKS_AFTER_MARATHON
                    : distanceMetres >= HALF_FROM_METRES ? WEEKS_AFTER_HALF : WEEKS_AFTER_LESS;
        }

        private int daysOff() {
            return distanceMetres >= MARATHON_FROM_METRES
                    ? DAYS_OFF_AFTER_MARATHON
                    : distanceMetres >= HALF_FROM_METRES ? DAYS_OFF_AFTER_HALF : 0;
        }

        /** A day for each 1.6 km. */
        private int daysWithoutQuality() {
            return (int) Math.ceil(distanceMetres / METRES_OF_A_DAY_WITHOUT_QUALITY);
        }
    }

    public AfterRaces {
        races = List.copyOf(races);
    }

    public boolean any() {
        return !races.isEmpty();
    }

    /** Running of the week over the usual volume, at most: by the day on which it begins; 1 where no race is near. */
    public double share(LocalDate monday) {
        double share = 1;
        for (var race : races) {
            long days = ChronoUnit.DAYS.between(race.on(), monday);
            long week = (days - 1) / 7;
            if (days > 0 && week < race.weeks().length) {
                share = Math.min(share, race.weeks()[(int) week]);
            }
        }
        return share;
    }

    public boolean recovering(LocalDate monday) {
        return share(monday) < 1;
    }

    /** The first day from a start on that may be run on. */
    public LocalDate runningFrom(LocalDate start) {
        return races.stream()
                .map(race -> race.on().plusDays(race.daysOff() + 1L))
                .reduce(start, AfterRaces::later);
    }

    /** The first day from a start on that may hold quality. */
    public LocalDate qualityFrom(LocalDate start) {
        return races.stream()
                .map(race -> race.on().plusDays(race.daysWithoutQuality() + 1L))
                .reduce(start, AfterRaces::later);
    }

    /** Whether a day is so near after a race that a rise back to the usual volume is no alarm (D40). */
    public boolean returning(LocalDate day) {
        return races.stream()
                .anyMatch(race -> race.on().isBefore(day)
                        && day.isBefore(race.on().plusWeeks(race.weeks().length + WEEKS_WITHOUT_ALARM)));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
