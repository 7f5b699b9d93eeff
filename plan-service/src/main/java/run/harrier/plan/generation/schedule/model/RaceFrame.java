package run.harrier.plan.generation.schedule.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import run.harrier.plan.generation.plan.model.DownWeeks;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.Periodisation;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanPolicy.RaceDemand;
import run.harrier.plan.generation.plan.model.TestDays;
import run.harrier.plan.generation.request.model.ResolvedRequest;

/** The weeks of a plan: phases, down weeks, tests, and where the volume may rise (D7, D14, D30, D33). */
record RaceFrame(Periodisation phases, RaceDemand demand, List<WeekFrame> weeks) {
    /** So long a plan has all five zones (S20). */
    static final int WEEKS_WITH_ALL_ZONES = 12;

    private static final int WEEKS_OF_CYCLE = 4;
    private static final int TRIAL_WEEK = 2;
    static final int BEGINNER_TRIAL_WEEK = 4;

    RaceFrame {
        weeks = List.copyOf(weeks);
    }

    /** @param eager the volume may rise in every loading week of early quality and build */
    static RaceFrame of(ResolvedRequest request, Periodisation phases, boolean eager) {
        var demand = request.policy().race(request.goal().distanceMetres());
        var longRunDay = Objects.requireNonNullElse(request.pattern().longRunDay(), DayOfWeek.SUNDAY);
        int longest = Math.min(
                DownWeeks.longestRunWeek(phases, longRunDay, demand.daysFromLongestRun()), phases.weeksBeforeTaper());
        var down = DownWeeks.of(phases, longest, recoveringWeeks(request, phases.weeksBeforeTaper()));
        var tests = tests(request, phases, down);
        var weeks = new ArrayList<WeekFrame>();
        int sinceBase = 0;
        for (int number = 1; number <= phases.weeks(); number++) {
            var phase = phases.phase(number);
            boolean isDown = down.contains(number);
            double share = phase == Phase.TAPER ? 1 : request.afterRaces().share(phases.monday(number));
            boolean loading = !isDown && share == 1 && phase != Phase.TAPER && phases.taperDaysIn(number) == 0;
            boolean faster = loading && (phase == Phase.EARLY_QUALITY || phase == Phase.BUILD);
            boolean raises =
                    (loading && phase == Phase.BASE) || (faster && !request.speedFocus() && rises(sinceBase, eager));
            sinceBase += faster ? 1 : 0;
            weeks.add(new WeekFrame(
                    number,
                    phases.monday(number),
                    phase,
                    isDown,
                    loading,
                    tests.contains(number),
                    raises,
                    number == longest,
                    share));
        }
        return new RaceFrame(phases, demand, weeks);
    }

    /** Every fourth week down, the volume rising in base alone (D51). */
    static RaceFrame withoutRace(ResolvedRequest request, Phase phase, int count) {
        var phases = Periodisation.withoutRace(request.start(), count, phase);
        int recovering = recoveringWeeks(request, count);
        var down = IntStream.rangeClosed(recovering + 1, count)
                .filter(number -> (number - recovering) % WEEKS_OF_CYCLE == 0)
                .boxed()
                .collect(Collectors.toSet());
        var tests = tests(request, phases, down);
        var weeks = new ArrayList<WeekFrame>();
        for (int number = 1; number <= count; number++) {
            boolean isDown = down.contains(number);
            double share = request.afterRaces().share(phases.monday(number));
            boolean loading = !isDown && share == 1;
            weeks.add(new WeekFrame(
                    number,
                    phases.monday(number),
                    phase,
                    isDown,
                    loading,
                    tests.contains(number),
                    loading && phase == Phase.BASE,
                    false,
                    share));
        }
        return new RaceFrame(phases, request.policy().withoutRace(), weeks);
    }

    /** How many weeks at the plan's begin are soon after a race (D37); the cycles of down weeks count from there. */
    private static int recoveringWeeks(ResolvedRequest request, int most) {
        int weeks = 0;
        while (weeks < most && request.afterRaces().recovering(request.start().plusWeeks(weeks))) {
            weeks++;
        }
        return weeks;
    }

    /** It leads to no race (D51). */
    boolean raceless() {
        return phases.raceDay().equals(LocalDate.MAX);
    }

    boolean raceWeek(WeekFrame week) {
        return !week.monday().plusDays(6).isBefore(phases.raceDay());
    }

    /** Hard minutes and volume take turns, the minutes first (S26, D30); a week that has no more of them may rise as well. */
    private static boolean rises(int sinceBase, boolean eager) {
        return eager || sinceBase % 2 == 1;
    }

    private static Set<Integer> tests(ResolvedRequest request, Periodisation phases, Set<Integer> down) {
        boolean known = request.lastResult() != null;
        var tests = TestDays.of(
                phases,
                down,
                request.pattern().testDay(),
                known ? Objects.requireNonNull(request.lastResult()).on() : null,
                known ? null : request.level() == Level.BEGINNER ? BEGINNER_TRIAL_WEEK : TRIAL_WEEK,
                request.policy());
        var first = request.afterRaces().qualityFrom(request.start());
        tests.removeIf(
                week -> phases.monday(week).with(request.pattern().testDay()).isBefore(first));
        return tests;
    }

    int count() {
        return weeks.size();
    }

    WeekFrame week(int number) {
        return weeks.get(number - 1);
    }
}
