package run.harrier.plan.generation.certificate.model;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;

/** Judges the fitness tests. */
final class TestRules {

    private TestRules() {}

    /**
     * 28 to 42 days from the last result to a test, and from one to the next (S56, D14). A plan cannot test before it
     * starts, so an older result counts from there; the last stretch ends with the taper.
     */
    static CertificateEntry gaps(PlanUnderReview judged) {
        WorstCase closest = new WorstCase();
        LocalDate last = judged.athlete().lastResult() == null
                ? null
                : judged.athlete().lastResult().on();
        int number = 1;
        for (TrainingWeek week : judged.weeks()) {
            for (PlannedSession session : week.sessions()) {
                if (PlanUnderReview.test(session)) {
                    if (last != null) {
                        closest.atLeast(week.number(), PlanUnderReview.days(last, session.on()), 28);
                    }
                    closest.atMost(week.number(), PlanUnderReview.days(later(last, judged), session.on()), 42);
                    last = session.on();
                }
            }
            number = week.phase() == Phase.TAPER ? number : week.number();
        }
        LocalDate taper = judged.plan().taperFrom() != null
                ? judged.plan().taperFrom()
                : judged.plan().end();
        closest.atMost(number, PlanUnderReview.days(later(last, judged), taper), 42);
        return closest.entry("S56", "days between fitness tests; 28 to 42");
    }

    private static LocalDate later(@Nullable LocalDate last, PlanUnderReview judged) {
        LocalDate start = judged.plan().start();
        return last != null && last.isAfter(start) ? last : start;
    }

    /** The mile, 3K or 5K (S57), the same all through (S58). */
    static CertificateEntry sameTest(PlanUnderReview judged) {
        Set<Double> distances = new HashSet<>();
        boolean[] known = {true};
        judged.forEachRun(session -> {
            if (PlanUnderReview.test(session)) {
                double[] longest = {0};
                Step.forEachStretch(session.steps(), stretch -> {
                    if (stretch.extent() instanceof Extent.Distance distance) {
                        longest[0] = Math.max(longest[0], distance.metres());
                    }
                });
                known[0] &= longest[0] == 3000 || longest[0] == 5000 || Math.abs(longest[0] - 1609.344) < 1;
                distances.add(longest[0]);
            }
        });
        boolean holds = known[0] && distances.size() <= 1;
        return new CertificateEntry("S58", "different fitness tests; at most", holds, null, distances.size(), 1, null);
    }

    /** At the end of a down week: only the long run may come after (D14). */
    static CertificateEntry atTheEndOfADownWeek(PlanUnderReview judged) {
        return judged.none("D14", "tests not at the end of a down week", week -> {
            int misplaced = 0;
            boolean after = false;
            for (PlannedSession session : week.sessions().reversed()) {
                if (PlanUnderReview.test(session)) {
                    misplaced += after || !week.down() ? 1 : 0;
                }
                after |= session.running() && session.kind() != SessionKind.LONG;
            }
            return misplaced;
        });
    }
}
