package run.harrier.plan.generation.request.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.PlanKind;

/**
 * What is asked for; an absent field is left to the rules. Any value is allowed here: what cannot be planned is
 * refused with the rule against it.
 *
 * @param start a Monday, past or future (D15)
 * @param goal needed for a race plan
 * @param daysPerWeek running days, 3 to 7
 * @param currentWeeklyDistanceMetres instead of the profile's
 * @param noRunDays kept free, but for the race (D15)
 * @param qualityPerWeek hard sessions a week; against D13 it is the coach's override
 */
public record PlanWish(
        PlanKind kind,
        LocalDate start,
        @Nullable Goal goal,
        @Nullable Integer daysPerWeek,
        @Nullable Double currentWeeklyDistanceMetres,
        @Nullable DayOfWeek longRunDay,
        Set<DayOfWeek> noRunDays,
        @Nullable Integer qualityPerWeek,
        @Nullable Focus focus) {

    /** @param durationSeconds absent at the start, set as race day nears (S19) */
    public record Goal(
            double distanceMetres, LocalDate date, @Nullable Double durationSeconds) {

        public Goal on(LocalDate day) {
            return new Goal(distanceMetres, day, durationSeconds);
        }
    }

    public PlanWish {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        days.addAll(noRunDays);
        noRunDays = Collections.unmodifiableSet(days);
    }

    public static PlanWish race(LocalDate start, Goal goal) {
        return new PlanWish(PlanKind.RACE, start, goal, null, null, null, Set.of(), null, null);
    }

    public static PlanWish beginnerBase(LocalDate start) {
        return new PlanWish(PlanKind.BEGINNER_BASE, start, null, null, null, null, Set.of(), null, null);
    }

    PlanWish startingOn(LocalDate changed) {
        return new PlanWish(
                kind,
                changed,
                goal,
                daysPerWeek,
                currentWeeklyDistanceMetres,
                longRunDay,
                noRunDays,
                qualityPerWeek,
                focus);
    }

    public PlanWish withGoal(Goal changed) {
        return new PlanWish(
                kind,
                start,
                changed,
                daysPerWeek,
                currentWeeklyDistanceMetres,
                longRunDay,
                noRunDays,
                qualityPerWeek,
                focus);
    }

    public PlanWish withDaysPerWeek(@Nullable Integer changed) {
        return new PlanWish(
                kind, start, goal, changed, currentWeeklyDistanceMetres, longRunDay, noRunDays, qualityPerWeek, focus);
    }

    public PlanWish withCurrentWeeklyDistance(@Nullable Double changed) {
        return new PlanWish(kind, start, goal, daysPerWeek, changed, longRunDay, noRunDays, qualityPerWeek, focus);
    }

    PlanWish withLongRunDay(@Nullable DayOfWeek changed) {
        return new PlanWish(
                kind, start, goal, daysPerWeek, currentWeeklyDistanceMetres, changed, noRunDays, qualityPerWeek, focus);
    }

    PlanWish withNoRunDays(Set<DayOfWeek> changed) {
        return new PlanWish(
                kind,
                start,
                goal,
                daysPerWeek,
                currentWeeklyDistanceMetres,
                longRunDay,
                changed,
                qualityPerWeek,
                focus);
    }

    public PlanWish withQualityPerWeek(@Nullable Integer changed) {
        return new PlanWish(
                kind, start, goal, daysPerWeek, currentWeeklyDistanceMetres, longRunDay, noRunDays, changed, focus);
    }
}
