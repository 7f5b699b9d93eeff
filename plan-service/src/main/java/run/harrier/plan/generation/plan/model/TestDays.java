package run.harrier.plan.generation.plan.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which weeks of base hold a fitness test (D14), and where a time trial stands without a result (D33). */
public final class TestDays {

    private TestDays() {}

    /** @param trialWeek of the time trial that sets the paces; absent where there is a result */
    public static Set<Integer> of(
            Periodisation phases,
            Set<Integer> down,
            DayOfWeek testDay,
            @Nullable LocalDate lastResult,
            @Nullable Integer trialWeek,
            PlanPolicy policy) {
        var tests = new TreeSet<Integer>();
        var last = lastResult;
        if (trialWeek != null && trialWeek <= phases.count(Phase.BASE)) {
            tests.add(trialWeek);
            last = phases.monday(trialWeek).with(testDay);
        }
        for (int week : down) {
            if (phases.phase(week) != Phase.BASE || tests.contains(week)) {
                continue;
            }
            var test = phases.monday(week).with(testDay);
            var from = last == null || last.isBefore(phases.start()) ? phases.start() : last;
            boolean late = ChronoUnit.DAYS.between(from, test) > policy.tests().most();
            boolean early = last != null
                    && ChronoUnit.DAYS.between(last, test) < policy.tests().least();
            if (!late && !early) {
                tests.add(week);
                last = test;
            }
        }
        return tests;
    }
}
