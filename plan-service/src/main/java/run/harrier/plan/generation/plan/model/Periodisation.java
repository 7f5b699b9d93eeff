package run.harrier.plan.generation.plan.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The weeks of a race plan and their phases (S40, D7): base is a third of the plan within 4 to 12 weeks; what remains
 * before the taper goes 30/40/30 to early quality, build and peak, at least a week each; a week's phase is that of its
 * Monday. Whose base is laid has none, and what does not fit is left out from the front (D35).
 *
 * @param raceDay {@link LocalDate#MAX} in a plan without a race, like {@code taperFrom}
 * @param phases one per week, the last one holding the race
 */
public record Periodisation(LocalDate start, LocalDate raceDay, LocalDate taperFrom, List<Phase> phases) {

    public static final int LONGEST_WEEKS = 52;
    private static final int SHORTEST_BASE_WEEKS = 4;
    private static final int LONGEST_BASE_WEEKS = 12;

    public Periodisation {
        phases = List.copyOf(phases);
    }

    /** Empty when the phases do not fit between start and race. */
    public static Optional<Periodisation> of(
            LocalDate start, LocalDate raceDay, double raceDistanceMetres, boolean baseDone) {
        long days = ChronoUnit.DAYS.between(start, raceDay);
        if (days < 0 || days >= 7L * LONGEST_WEEKS) {
            return Optional.empty();
        }
        LocalDate taperFrom = raceDay.minusDays(taperDays(raceDistanceMetres) - 1L);
        int weeks = (int) (days / 7) + 1;
        long beforeTaperDays = ChronoUnit.DAYS.between(start, taperFrom);
        int beforeTaper = (int) Math.max(0, (beforeTaperDays + 6) / 7);
        int base = baseDone ? 0 : baseWeeks(weeks);
        int faster = beforeTaper - base;
        if (baseDone ? weeks < leastWeeksAfterBase(raceDistanceMetres) || faster < 2 : faster < 3) {
            return Optional.empty();
        }
        int build = Math.max(1, (int) Math.round(0.4 * faster));
        int earlyQuality = (faster - build) / 2;
        List<Phase> phases = new ArrayList<>();
        phases.addAll(Collections.nCopies(base, Phase.BASE));
        phases.addAll(Collections.nCopies(earlyQuality, Phase.EARLY_QUALITY));
        phases.addAll(Collections.nCopies(build, Phase.BUILD));
        phases.addAll(Collections.nCopies(faster - build - earlyQuality, Phase.PEAK));
        phases.addAll(Collections.nCopies(weeks - beforeTaper, Phase.TAPER));
        return Optional.of(new Periodisation(start, raceDay, taperFrom, phases));
    }

    /** Base until the taper (D36); empty when there are not four weeks of it. */
    public static Optional<Periodisation> allBase(LocalDate start, LocalDate raceDay, double raceDistanceMetres) {
        long days = ChronoUnit.DAYS.between(start, raceDay);
        LocalDate taperFrom = raceDay.minusDays(taperDays(raceDistanceMetres) - 1L);
        int base = (int) ((ChronoUnit.DAYS.between(start, taperFrom) + 6) / 7);
        if (days >= 7L * LONGEST_WEEKS || base < SHORTEST_BASE_WEEKS) {
            return Optional.empty();
        }
        List<Phase> phases = new ArrayList<>(Collections.nCopies(base, Phase.BASE));
        phases.addAll(Collections.nCopies((int) (days / 7) + 1 - base, Phase.TAPER));
        return Optional.of(new Periodisation(start, raceDay, taperFrom, phases));
    }

    /** Weeks of one phase that lead to no race (D51). */
    public static Periodisation withoutRace(LocalDate start, int weeks, Phase phase) {
        return new Periodisation(start, LocalDate.MAX, LocalDate.MAX, Collections.nCopies(weeks, phase));
    }

    static int baseWeeks(int planWeeks) {
        return Math.clamp(Math.round(planWeeks / 3.0), SHORTEST_BASE_WEEKS, LONGEST_BASE_WEEKS);
    }

    private static int leastWeeksAfterBase(double raceDistanceMetres) {
        if (raceDistanceMetres <= 5_000) {
            return 3;
        }
        if (raceDistanceMetres <= 10_000) {
            return 4;
        }
        return raceDistanceMetres <= 21_100 ? 5 : 8;
    }

    /** With race day: one week to 5K, 10 days to 10K, two weeks to the half, three to the marathon (D7). */
    public static int taperDays(double raceDistanceMetres) {
        return PlanPolicy.USUAL.race(raceDistanceMetres).taperDays();
    }

    public int weeks() {
        return phases.size();
    }

    public LocalDate monday(int week) {
        return start.plusWeeks(week - 1L);
    }

    public Phase phase(int week) {
        return phases.get(week - 1);
    }

    public int weeksBeforeTaper() {
        return phases.indexOf(Phase.TAPER);
    }

    /** How many of the week's days lie in the taper; a 10-day taper begins inside a peak week. */
    public int taperDaysIn(int week) {
        long outside = ChronoUnit.DAYS.between(monday(week), taperFrom);
        return Math.clamp(7 - outside, 0, 7);
    }

    public int count(Phase phase) {
        return Collections.frequency(phases, phase);
    }
}
