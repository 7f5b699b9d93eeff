package run.harrier.plan.generation.request.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.PlanPolicy;

/**
 * The plan an athlete or coach asks for. The rules choose what is absent. A request may hold any value: what cannot be
 * planned is refused by {@link RequestPolicy}, with the rule against it.
 *
 * @param start a Monday, past or future (D15)
 * @param goal needed for a race plan
 * @param daysPerWeek running days, 3 to 7
 * @param currentWeeklyDistanceMetres replaces the one of the athlete's profile
 * @param noRunDays days without a run, except the race (D15)
 * @param qualityPerWeek hard sessions a week; more than D13 allows is the coach's override
 * @param options what is seldom asked for
 */
public record PlanRequest(
        PlanKind kind,
        LocalDate start,
        @Nullable Goal goal,
        @Nullable Integer daysPerWeek,
        @Nullable Double currentWeeklyDistanceMetres,
        @Nullable DayOfWeek longRunDay,
        Set<DayOfWeek> noRunDays,
        @Nullable Integer qualityPerWeek,
        @Nullable Focus focus,
        Options options) {

    public static final int FEWEST_DAYS = 3;

    /** What a running day must at least be worth, so that it has an effect (S28). */
    static final double LEAST_SECONDS_PER_DAY = 20 * 60;

    /** What it is worth where the request leaves the days open. */
    private static final double USUAL_SECONDS_PER_DAY = 25 * 60;

    /**
     * @param baseDone the coach's word that the base is laid (D35, S48)
     * @param underprepared why a plan that is not enough for its race is made all the same (D25); absent when it is not
     * @param maxGrowth the highest week over the starting volume, up to 2.5, as the coach's override (D4)
     * @param runWalk walk minutes in long runs and in the race (D51)
     * @param strength strength days in the plan (D42)
     * @param blendedPhases strides after base, and base runs in early quality (S46)
     * @param weeks of a plan without a race (D51); absent for the usual length
     * @param weeklyHours the most running hours of a week; above 11 it is the coach's word (D33)
     * @param longestEasyMinutes the longest easy run; above 90 it is the coach's word (D33)
     * @param effortOnly sessions are prescribed by effort alone, never by pace (S9)
     */
    public record Options(
            boolean baseDone,
            @Nullable String underprepared,
            @Nullable Double maxGrowth,
            boolean runWalk,
            boolean strength,
            boolean blendedPhases,
            @Nullable Integer weeks,
            @Nullable Double weeklyHours,
            @Nullable Integer longestEasyMinutes,
            boolean effortOnly) {

        /** Whether it asks for what only a coach's word allows, whatever comes of it (D33, D35). */
        public boolean overrides() {
            var policy = PlanPolicy.USUAL;
            return baseDone
                    || (weeklyHours != null && 3600 * weeklyHours > policy.highestWeekSeconds())
                    || (longestEasyMinutes != null && 60 * longestEasyMinutes > policy.longestEasySeconds());
        }

        public Options withWeeks(@Nullable Integer changed) {
            return new Options(
                    baseDone,
                    underprepared,
                    maxGrowth,
                    runWalk,
                    strength,
                    blendedPhases,
                    changed,
                    weeklyHours,
                    longestEasyMinutes,
                    effortOnly);
        }

        /** Without the limits that the athlete gave (D33). */
        public Options withoutLimits() {
            return new Options(
                    baseDone,
                    underprepared,
                    maxGrowth,
                    runWalk,
                    strength,
                    blendedPhases,
                    weeks,
                    null,
                    null,
                    effortOnly);
        }

        /** Whether the athlete gave a limit (D33). */
        public boolean limited() {
            return weeklyHours != null || longestEasyMinutes != null;
        }

        public static final Options NONE = new Options(false, null, null, false, true, true, null, null, null, false);
    }

    /** @param durationSeconds the goal time, which may be absent until race day nears (S19) */
    public record Goal(
            double distanceMetres, LocalDate date, @Nullable Double durationSeconds) {

        public Goal on(LocalDate day) {
            return new Goal(distanceMetres, day, durationSeconds);
        }

        /** As runners call it: {@code half marathon}, {@code 10 km}. */
        public String name() {
            if (Math.abs(distanceMetres - 21_097.5) < 100) {
                return "half marathon";
            }
            return Math.abs(distanceMetres - 42_195) < 100 ? "marathon" : kilometres();
        }

        /** As it is written for the athlete, {@code 21.098 km}. */
        public String kilometres() {
            var kilometres = String.format(Locale.ROOT, "%.3f", distanceMetres / 1000);
            return kilometres.replaceAll("\\.?0+$", "") + " km";
        }
    }

    public PlanRequest {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        days.addAll(noRunDays);
        noRunDays = Collections.unmodifiableSet(days);
    }

    /**
     * The running days of a week. Where the request names none, as many as the level usually runs, the weekly distance is
     * worth (S28) and the week has room for.
     */
    public int daysPerWeek(AthleteFacts athlete) {
        if (daysPerWeek != null) {
            return daysPerWeek;
        }
        var worthwhile = (int) (currentWeeklySeconds(athlete) / USUAL_SECONDS_PER_DAY);
        var most = Math.min(athlete.level().usualDaysPerWeek(), 7 - noRunDays.size());
        return Math.max(FEWEST_DAYS, Math.min(most, worthwhile));
    }

    int quality(AthleteFacts athlete) {
        return qualityPerWeek != null ? qualityPerWeek : athlete.level().usualQuality(daysPerWeek(athlete));
    }

    /** The focus of the plan, the usual one where the request names none; absent for neither. */
    public @Nullable Focus focus(AthleteFacts athlete) {
        return focus != null ? focus : Focus.usual(athlete.level(), goal == null ? 0 : goal.distanceMetres());
    }

    public double currentWeeklyDistanceMetres(AthleteFacts athlete) {
        return athlete.currentWeeklyDistanceMetres(currentWeeklyDistanceMetres);
    }

    double currentWeeklySeconds(AthleteFacts athlete) {
        return currentWeeklyDistanceMetres(athlete) / 1000 * athlete.estimate().easySecondsPerKm();
    }

    public static PlanRequest race(LocalDate start, Goal goal) {
        return new PlanRequest(PlanKind.RACE, start, goal, null, null, null, Set.of(), null, null, Options.NONE);
    }

    public static PlanRequest beginnerBase(LocalDate start) {
        return new PlanRequest(
                PlanKind.BEGINNER_BASE, start, null, null, null, null, Set.of(), null, null, Options.NONE);
    }

    /** The same days from the same volume, leading to no race (D51). */
    public PlanRequest withoutRace(PlanKind other) {
        boolean threeDays = other == PlanKind.WALK_RUN;
        return new PlanRequest(
                other,
                start,
                null,
                threeDays ? null : daysPerWeek,
                threeDays ? null : currentWeeklyDistanceMetres,
                longRunDay,
                noRunDays,
                null,
                null,
                options.withWeeks(null));
    }

    /** How many weeks a plan without a race has. */
    public int weeks() {
        return options.weeks() == null ? kind.usualWeeks() : options.weeks();
    }

    PlanRequest startingOn(LocalDate changed) {
        return new PlanRequest(
                kind,
                changed,
                goal,
                daysPerWeek,
                currentWeeklyDistanceMetres,
                longRunDay,
                noRunDays,
                qualityPerWeek,
                focus,
                options);
    }

    public PlanRequest withGoal(@Nullable Goal changed) {
        return new PlanRequest(
                kind,
                start,
                changed,
                daysPerWeek,
                currentWeeklyDistanceMetres,
                longRunDay,
                noRunDays,
                qualityPerWeek,
                focus,
                options);
    }

    public PlanRequest withDaysPerWeek(@Nullable Integer changed) {
        return new PlanRequest(
                kind,
                start,
                goal,
                changed,
                currentWeeklyDistanceMetres,
                longRunDay,
                noRunDays,
                qualityPerWeek,
                focus,
                options);
    }

    public PlanRequest withCurrentWeeklyDistance(@Nullable Double changed) {
        return new PlanRequest(
                kind, start, goal, daysPerWeek, changed, longRunDay, noRunDays, qualityPerWeek, focus, options);
    }

    public PlanRequest withOptions(Options changed) {
        return new PlanRequest(
                kind,
                start,
                goal,
                daysPerWeek,
                currentWeeklyDistanceMetres,
                longRunDay,
                noRunDays,
                qualityPerWeek,
                focus,
                changed);
    }

    public PlanRequest withLongRunDay(@Nullable DayOfWeek changed) {
        return new PlanRequest(
                kind,
                start,
                goal,
                daysPerWeek,
                currentWeeklyDistanceMetres,
                changed,
                noRunDays,
                qualityPerWeek,
                focus,
                options);
    }

    PlanRequest withNoRunDays(Set<DayOfWeek> changed) {
        return new PlanRequest(
                kind,
                start,
                goal,
                daysPerWeek,
                currentWeeklyDistanceMetres,
                longRunDay,
                changed,
                qualityPerWeek,
                focus,
                options);
    }

    public PlanRequest withQualityPerWeek(@Nullable Integer changed) {
        return new PlanRequest(
                kind,
                start,
                goal,
                daysPerWeek,
                currentWeeklyDistanceMetres,
                longRunDay,
                noRunDays,
                changed,
                focus,
                options);
    }
}
