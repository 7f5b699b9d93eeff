package run.harrier.plan.generation.certificate.model;

import java.time.LocalDate;
import java.util.stream.Collectors;
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
     * 28 days and more from the last result to a test, and from one to the next; at most 42 after it or after the plan's
     * start, while base lasts (S56, D14). Without a result the time trial comes when it comes (D33).
     */
    static CertificateEntry gaps(PlanUnderReview review) {
        WorstCase closest = new WorstCase();
        LocalDate last = review.athlete().lastResult() == null
                ? null
                : review.athlete().lastResult().on();
        for (TrainingWeek week : review.weeks()) {
            for (PlannedSession session : week.sessions()) {
                if (test(session)) {
                    if (last != null) {
                        closest.atLeast(week.number(), PlanUnderReview.days(last, session.on()), 28);
                    }
                    closest.atMost(week.number(), PlanUnderReview.days(later(last, review), session.on()), 42);
                    last = session.on();
                }
            }
        }
        return closest.entry("S56", "days between fitness tests; 28 to 42");
    }

    private static LocalDate later(@Nullable LocalDate last, PlanUnderReview review) {
        LocalDate start = review.plan().start();
        return last != null && last.isAfter(start) ? last : start;
    }

    /** The mile, 3K or 5K (S57), the same all through (S58). */
    static CertificateEntry sameTest(PlanUnderReview review) {
        var metres = review.runs().stream()
                .filter(TestRules::test)
                .map(TestRules::testMetres)
                .collect(Collectors.toSet());
        var known = metres.stream().allMatch(distance -> distance == 3000 || distance == 5000 || mile(distance));
        var holds = known && metres.size() <= 1;
        return new CertificateEntry("S58", "different fitness tests; at most", holds, null, metres.size(), 1, null);
    }

    /** The longest distance of a test's steps; 0 without any. */
    private static double testMetres(PlannedSession session) {
        return session.stretches()
                .map(Step.Stretch::extent)
                .filter(Extent.Distance.class::isInstance)
                .map(Extent.Distance.class::cast)
                .mapToDouble(Extent.Distance::metres)
                .max()
                .orElse(0);
    }

    private static boolean mile(double metres) {
        return Math.abs(metres - 1609.344) < 1;
    }

    private static boolean test(PlannedSession session) {
        return session.kind() == SessionKind.TEST;
    }

    /** At the end of a down week, Thursday or later; the time trial of who has no result elsewhere (D14, D33). */
    static CertificateEntry places(PlanUnderReview review) {
        return review.none("D14", "tests not at the end of a down week of base", week -> {
            int misplaced = 0;
            for (PlannedSession session : week.sessions()) {
                if (test(session)) {
                    boolean trial = review.athlete().lastResult() == null && week.number() <= 4;
                    misplaced += trial || (week.down() && week.phase() == Phase.BASE) ? 0 : 1;
                }
            }
            return misplaced;
        });
    }
}
