package run.harrier.plan.generation.request.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.Figures;
import run.harrier.plan.generation.plan.model.Periodisation;
import run.harrier.plan.generation.plan.model.RunningDays;

/** What must hold for a race plan before it is written, in the order in which it is said. */
final class RaceRequestPolicy {

    private static final double SHORTEST_RACE_METRES = 1_500;
    private static final double LONGEST_RACE_METRES = 50_000;
    private static final double HIGHEST_WEEKLY_METRES = 300_000;
    private static final int FEWEST_DAYS = 3;
    private static final int MOST_QUALITY = 3;

    /** Nobody has raced faster than 7.3 m/s over 1500 m, nor than 6 m/s over the marathon. */
    private static final double FASTEST_METRES_PER_SECOND = 7.3;

    private static final double FASTEST_MARATHON_METRES_PER_SECOND = 6.0;
    private static final double SLOWEST_METRES_PER_SECOND = 0.8;

    private RaceRequestPolicy() {}

    static Optional<Refusal> refuse(PlanRequest wish, AthleteFacts athlete) {
        return goal(wish)
                .or(() -> volume(wish, athlete))
                .or(() -> days(wish))
                .or(() -> quality(wish, athlete))
                .or(() -> worthwhile(wish, athlete))
                .or(() -> time(wish));
    }

    private static Optional<Refusal> goal(PlanRequest wish) {
        PlanRequest.Goal goal = wish.goal();
        if (goal == null) {
            PlanRequest.Goal usual =
                    new PlanRequest.Goal(10_000, wish.start().plusWeeks(12).minusDays(1), null);
            return refuse("S19", "/goal", "A race plan needs a distance and a day", wish.withGoal(usual));
        }
        double metres = goal.distanceMetres();
        if (!(metres >= SHORTEST_RACE_METRES && metres <= LONGEST_RACE_METRES)) {
            double nearest = metres > LONGEST_RACE_METRES ? LONGEST_RACE_METRES : SHORTEST_RACE_METRES;
            return refuse(
                    "S12",
                    "/goal/distanceMetres",
                    "Races are planned from 1500 m to 50 km",
                    wish.withGoal(new PlanRequest.Goal(nearest, goal.date(), null)));
        }
        Double seconds = goal.durationSeconds();
        if (seconds != null && !credible(metres, seconds)) {
            return refuse(
                    "S19",
                    "/goal/durationSeconds",
                    "Nobody races " + Figures.kilometres(metres) + " in that time; a goal without a time is fine",
                    wish.withGoal(new PlanRequest.Goal(metres, goal.date(), null)));
        }
        return Optional.empty();
    }

    private static boolean credible(double metres, double seconds) {
        double speed = metres / seconds;
        double fastest = FASTEST_METRES_PER_SECOND
                - (FASTEST_METRES_PER_SECOND - FASTEST_MARATHON_METRES_PER_SECOND)
                        * Math.min(1, Math.log(metres / 1500) / Math.log(42_195 / 1500.0));
        return speed >= SLOWEST_METRES_PER_SECOND && speed <= fastest;
    }

    private static Optional<Refusal> volume(PlanRequest wish, AthleteFacts athlete) {
        double metres = ResolvedRequest.currentWeeklyDistanceMetres(wish, athlete);
        if (!(metres >= 0 && metres <= HIGHEST_WEEKLY_METRES)) {
            PlanRequest mended =
                    wish.currentWeeklyDistanceMetres() == null ? null : wish.withCurrentWeeklyDistance(null);
            return refuse("D4", "/currentWeeklyDistanceMetres", "Weekly running is between 0 and 300 km", mended);
        }
        if (metres == 0) {
            return refuse(
                    "D4",
                    "/kind",
                    "An athlete who does not run yet gets the beginner's base plan first",
                    PlanRequest.beginnerBase(wish.start()));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> days(PlanRequest wish) {
        int available = 7 - wish.noRunDays().size();
        int days = wish.daysPerWeek() != null ? wish.daysPerWeek() : Math.min(7, available);
        int quality = wish.qualityPerWeek() == null ? 0 : wish.qualityPerWeek();
        if (quality > 1 && quality > (Math.min(days, available) + 1) / 2) {
            return refuse(
                    "S24",
                    "/qualityPerWeek",
                    quality + " quality sessions on " + Math.max(0, Math.min(days, available))
                            + " days leave no easy day between them",
                    wish.withQualityPerWeek(Math.clamp(Math.min(days, available) - 2, 1, MOST_QUALITY)));
        }
        if (available < FEWEST_DAYS) {
            return refuse(
                    "U4",
                    "/noRunDays",
                    "A race plan needs three days a week on which running is possible",
                    wish.withNoRunDays(firstFour(wish.noRunDays())));
        }
        if (days < FEWEST_DAYS || days > 7) {
            return refuse(
                    "D13",
                    "/daysPerWeek",
                    "A race plan runs on 3 to 7 days a week",
                    wish.withDaysPerWeek(Math.clamp(days, FEWEST_DAYS, available)));
        }
        if (days > available) {
            return refuse(
                    "U4",
                    "/daysPerWeek",
                    days + " running days do not fit beside " + wish.noRunDays().size() + " days without running",
                    wish.withDaysPerWeek(available));
        }
        DayOfWeek longRunDay = wish.longRunDay();
        if (longRunDay != null && wish.noRunDays().contains(longRunDay)) {
            return refuse(
                    "U4", "/longRunDay", "The long run is wished on a day without running", wish.withLongRunDay(null));
        }
        return Optional.empty();
    }

    private static Set<DayOfWeek> firstFour(Set<DayOfWeek> days) {
        Set<DayOfWeek> kept = EnumSet.noneOf(DayOfWeek.class);
        days.stream().limit(4).forEach(kept::add);
        return kept;
    }

    private static Optional<Refusal> quality(PlanRequest wish, AthleteFacts athlete) {
        Integer quality = wish.qualityPerWeek();
        if (quality == null) {
            return Optional.empty();
        }
        if (quality < 1) {
            return refuse("S37", "/qualityPerWeek", "A race plan has volume and speed", wish.withQualityPerWeek(1));
        }
        int days = ResolvedRequest.daysPerWeek(wish, athlete);
        if (quality > MOST_QUALITY || quality > days - 2) {
            return refuse(
                    "S23",
                    "/qualityPerWeek",
                    "At most three quality sessions a week, the rest easy, the long run beside them",
                    wish.withQualityPerWeek(Math.min(MOST_QUALITY, days - 2)));
        }
        RunningDays pattern = ResolvedRequest.of(wish, athlete).pattern();
        int placed = Integer.bitCount(pattern.qualityDays(quality, 0b1111111));
        if (placed < quality) {
            return refuse(
                    "S24",
                    "/qualityPerWeek",
                    "On the days left for running, " + quality + " quality sessions would touch each other",
                    wish.withQualityPerWeek(placed));
        }
        return Optional.empty();
    }

    /** Too little to have an effect is no plan either (S28). */
    private static Optional<Refusal> worthwhile(PlanRequest wish, AthleteFacts athlete) {
        int days = ResolvedRequest.daysPerWeek(wish, athlete);
        double seconds = ResolvedRequest.currentWeeklySeconds(wish, athlete);
        if (seconds >= days * ResolvedRequest.LEAST_SECONDS_PER_DAY) {
            return Optional.empty();
        }
        String text = String.format(
                Locale.ROOT, "%.0f minutes of running a week are too few for %d days", seconds / 60, days);
        PlanRequest mended =
                days > FEWEST_DAYS ? wish.withDaysPerWeek(days - 1) : PlanRequest.beginnerBase(wish.start());
        return refuse("S28", days > FEWEST_DAYS ? "/daysPerWeek" : "/kind", text, mended);
    }

    private static Optional<Refusal> time(PlanRequest wish) {
        PlanRequest.Goal goal = Objects.requireNonNull(wish.goal());
        LocalDate day = goal.date();
        if (!RequestPolicy.plannable(day)
                || day.isAfter(
                        wish.start().plusWeeks(Periodisation.LONGEST_WEEKS).minusDays(1))) {
            boolean laterStart = RequestPolicy.plannable(day) && ChronoUnit.WEEKS.between(wish.start(), day) >= 0;
            PlanRequest mended = laterStart
                    ? wish.startingOn(day.with(DayOfWeek.MONDAY).minusWeeks(Periodisation.LONGEST_WEEKS - 1L))
                    : wish.withGoal(goal.on(wish.start().plusWeeks(12).minusDays(1)));
            return refuse("S36", "/goal/date", "A race plan is at most a year long", mended);
        }
        if (Periodisation.of(wish.start(), day, goal.distanceMetres()).isEmpty()) {
            LocalDate fits = day.isBefore(wish.start())
                    ? day.plusDays((ChronoUnit.DAYS.between(day, wish.start()) + 6) / 7 * 7)
                    : day;
            while (Periodisation.of(wish.start(), fits, goal.distanceMetres()).isEmpty()) {
                fits = fits.plusWeeks(1);
            }
            return refuse(
                    "S40",
                    "/goal/date",
                    "Base, early quality, build, peak and taper do not fit between the start and the race",
                    wish.withGoal(goal.on(fits)));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refuse(String rule, String pointer, String text, @Nullable PlanRequest mended) {
        return RequestPolicy.refusal(rule, pointer, text, mended);
    }
}
