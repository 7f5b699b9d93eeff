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
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.Periodisation;
import run.harrier.plan.generation.plan.model.RunningDays;
import run.harrier.platform.time.model.UsualYears;

/**
 * Refuses a request for a race plan by the first rule against it: the goal first, then the weekly distance, the days, the
 * quality sessions, what each day is worth and the time until the race.
 */
final class RaceRequestPolicy {

    private static final double SHORTEST_RACE_METRES = 1_500;
    private static final double LONGEST_RACE_METRES = 50_000;
    private static final double HIGHEST_WEEKLY_METRES = 300_000;
    private static final int MOST_QUALITY = 3;
    private static final double SHORTEST_ALL_BASE_METRES = 21_000;

    /** Nobody has raced faster than 7.3 m/s over 1500 m, nor than 6 m/s over the marathon. */
    private static final double FASTEST_METRES_PER_SECOND = 7.3;

    private static final double FASTEST_MARATHON_METRES_PER_SECOND = 6.0;
    private static final double SLOWEST_METRES_PER_SECOND = 0.8;

    private RaceRequestPolicy() {}

    static Optional<Refusal> refuse(PlanRequest request, AthleteFacts athlete) {
        return goal(request)
                .or(() -> volume(request, athlete))
                .or(() -> days(request))
                .or(() -> quality(request, athlete))
                .or(() -> worthwhile(request, athlete, PlanRequest.beginnerBase(request.start())))
                .or(() -> time(request, athlete));
    }

    private static Optional<Refusal> goal(PlanRequest request) {
        PlanRequest.Goal goal = request.goal();
        if (goal == null) {
            PlanRequest.Goal usual =
                    new PlanRequest.Goal(10_000, request.start().plusWeeks(12).minusDays(1), null);
            return refuse("S19", "/goal", "A race plan needs a distance and a day", request.withGoal(usual));
        }
        double metres = goal.distanceMetres();
        if (!(metres >= SHORTEST_RACE_METRES && metres <= LONGEST_RACE_METRES)) {
            double nearest = metres > LONGEST_RACE_METRES ? LONGEST_RACE_METRES : SHORTEST_RACE_METRES;
            return refuse(
                    "S12",
                    "/goal/distanceMetres",
                    "Races are planned from 1500 m to 50 km",
                    request.withGoal(new PlanRequest.Goal(nearest, goal.date(), null)));
        }
        Double seconds = goal.durationSeconds();
        if (seconds != null && !credible(metres, seconds)) {
            return refuse(
                    "S19",
                    "/goal/durationSeconds",
                    "Nobody races " + goal.kilometres() + " in that time; a goal without a time is fine",
                    request.withGoal(new PlanRequest.Goal(metres, goal.date(), null)));
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

    static Optional<Refusal> volume(PlanRequest request, AthleteFacts athlete) {
        double metres = request.currentWeeklyDistanceMetres(athlete);
        if (!(metres >= 0 && metres <= HIGHEST_WEEKLY_METRES)) {
            PlanRequest mended =
                    request.currentWeeklyDistanceMetres() == null ? null : request.withCurrentWeeklyDistance(null);
            return refuse("D4", "/currentWeeklyDistanceMetres", "Weekly running is between 0 and 300 km", mended);
        }
        if (metres == 0) {
            return refuse(
                    "D4",
                    "/kind",
                    "An athlete who does not run yet gets the beginner's base plan first",
                    PlanRequest.beginnerBase(request.start()));
        }
        return Optional.empty();
    }

    static Optional<Refusal> days(PlanRequest request) {
        int available = 7 - request.noRunDays().size();
        int days = request.daysPerWeek() != null ? request.daysPerWeek() : Math.min(7, available);
        int quality = request.qualityPerWeek() == null ? 0 : request.qualityPerWeek();
        if (quality > 1 && quality > (Math.min(days, available) + 1) / 2) {
            return refuse(
                    "S24",
                    "/qualityPerWeek",
                    quality + " quality sessions on " + Math.max(0, Math.min(days, available))
                            + " days leave no easy day between them",
                    request.withQualityPerWeek(Math.clamp(Math.min(days, available) - 2, 1, MOST_QUALITY)));
        }
        if (available < PlanRequest.FEWEST_DAYS) {
            return refuse(
                    "U4",
                    "/noRunDays",
                    "A plan needs three days a week on which running is possible",
                    request.withNoRunDays(firstFour(request.noRunDays())));
        }
        if (days < PlanRequest.FEWEST_DAYS || days > 7) {
            return refuse(
                    "D13",
                    "/daysPerWeek",
                    "A plan runs on 3 to 7 days a week",
                    request.withDaysPerWeek(Math.clamp(days, PlanRequest.FEWEST_DAYS, available)));
        }
        if (days > available) {
            return refuse(
                    "U4",
                    "/daysPerWeek",
                    days + " running days do not fit beside "
                            + request.noRunDays().size() + " days without running",
                    request.withDaysPerWeek(available));
        }
        DayOfWeek longRunDay = request.longRunDay();
        if (longRunDay != null && request.noRunDays().contains(longRunDay)) {
            return refuse(
                    "U4",
                    "/longRunDay",
                    "The long run is asked for on a day without running",
                    request.withLongRunDay(null));
        }
        return Optional.empty();
    }

    private static Set<DayOfWeek> firstFour(Set<DayOfWeek> days) {
        Set<DayOfWeek> kept = EnumSet.noneOf(DayOfWeek.class);
        days.stream().limit(4).forEach(kept::add);
        return kept;
    }

    private static Optional<Refusal> quality(PlanRequest request, AthleteFacts athlete) {
        Integer quality = request.qualityPerWeek();
        if (quality == null) {
            return Optional.empty();
        }
        if (quality == 0 && allBase(request, athlete)) {
            return Optional.empty();
        }
        if (quality < 1) {
            return refuse(
                    "S37",
                    "/qualityPerWeek",
                    "A race plan has volume and speed; all base is for a beginner's half marathon or marathon",
                    request.withQualityPerWeek(1));
        }
        int days = request.daysPerWeek(athlete);
        if (quality > MOST_QUALITY || quality > days - 2) {
            return refuse(
                    "S23",
                    "/qualityPerWeek",
                    "At most three quality sessions a week, the rest easy, the long run beside them",
                    request.withQualityPerWeek(Math.min(MOST_QUALITY, days - 2)));
        }
        RunningDays pattern = ResolvedRequest.of(request, athlete).pattern();
        int placed = pattern.qualityDays(quality, Set.of()).size();
        if (placed < quality) {
            return refuse(
                    "S24",
                    "/qualityPerWeek",
                    "On the days left for running, " + quality + " quality sessions would touch each other",
                    request.withQualityPerWeek(placed));
        }
        return Optional.empty();
    }

    private static boolean allBase(PlanRequest request, AthleteFacts athlete) {
        return athlete.level() == Level.BEGINNER
                && Objects.requireNonNull(request.goal()).distanceMetres() >= SHORTEST_ALL_BASE_METRES;
    }

    /**
     * Too little to have an effect is no plan either (S28).
     *
     * @param first what comes before, where no day less helps
     */
    static Optional<Refusal> worthwhile(PlanRequest request, AthleteFacts athlete, PlanRequest first) {
        int days = request.daysPerWeek(athlete);
        double seconds = request.currentWeeklySeconds(athlete);
        if (seconds >= days * PlanRequest.LEAST_SECONDS_PER_DAY) {
            return Optional.empty();
        }
        String text = String.format(
                Locale.ROOT, "%.0f minutes of running a week are too few for %d days", seconds / 60, days);
        PlanRequest mended = days > PlanRequest.FEWEST_DAYS ? request.withDaysPerWeek(days - 1) : first;
        return refuse("S28", days > PlanRequest.FEWEST_DAYS ? "/daysPerWeek" : "/kind", text, mended);
    }

    private static Optional<Refusal> time(PlanRequest request, AthleteFacts athlete) {
        PlanRequest.Goal goal = Objects.requireNonNull(request.goal());
        LocalDate day = goal.date();
        if (!UsualYears.contain(day)
                || day.isAfter(
                        request.start().plusWeeks(Periodisation.LONGEST_WEEKS).minusDays(1))) {
            boolean laterStart = UsualYears.contain(day) && ChronoUnit.WEEKS.between(request.start(), day) >= 0;
            PlanRequest mended = laterStart
                    ? request.startingOn(day.with(DayOfWeek.MONDAY).minusWeeks(Periodisation.LONGEST_WEEKS - 1L))
                    : request.withGoal(goal.on(request.start().plusWeeks(12).minusDays(1)));
            return refuse("S36", "/goal/date", "A race plan is at most a year long", mended);
        }
        boolean baseDone = ResolvedRequest.baseDone(request, athlete);
        boolean allBase = Integer.valueOf(0).equals(request.qualityPerWeek());
        if (ResolvedRequest.phases(request.start(), goal, baseDone, allBase).isEmpty()) {
            LocalDate fits = day.isBefore(request.start())
                    ? day.plusDays((ChronoUnit.DAYS.between(day, request.start()) + 6) / 7 * 7)
                    : day;
            while (ResolvedRequest.phases(request.start(), goal.on(fits), baseDone, allBase)
                    .isEmpty()) {
                fits = fits.plusWeeks(1);
            }
            return refuse(
                    "S40",
                    "/goal/date",
                    day.isBefore(request.start())
                            ? "The race lies before the start of the plan"
                            : "Base, early quality, build, peak and taper do not fit between the start and the race",
                    request.withGoal(goal.on(fits)));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refuse(String rule, String pointer, String text, @Nullable PlanRequest mended) {
        return RequestPolicy.refusal(rule, pointer, text, mended);
    }
}
