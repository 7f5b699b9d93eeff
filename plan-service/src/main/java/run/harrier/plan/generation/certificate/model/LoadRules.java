package run.harrier.plan.generation.certificate.model;

import java.time.temporal.ChronoUnit;
import java.util.List;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.prescription.model.Step;

/** Judges whether who does exactly what the plan says would set off the product's own alarm (D40). */
final class LoadRules {
    private static final int CHRONIC_DAYS = 28;
    private static final int ACUTE_DAYS = 7;
    private static final double EASY_RPE = 3;

    private LoadRules() {}

    /** Minutes times effort, from four weeks of the volume before the plan, on the plan's days. */
    static CertificateEntry byEffort(PlanUnderReview review) {
        var first = review.weeks().getFirst();
        int planDays = 7 * review.weeks().size();
        double[] loads = new double[CHRONIC_DAYS + planDays];
        double week = review.request().currentWeeklyDistanceMetres(review.athlete())
                / 1000
                * review.estimate().easySecondsPerKm();
        var runs =
                first.sessions().stream().filter(session -> session.running()).toList();
        double all = runs.stream()
                .mapToDouble(session -> review.estimate().durationSeconds(session.steps()))
                .sum();
        for (var run : runs) {
            int day = run.on().getDayOfWeek().getValue() - 1;
            double seconds = week * review.estimate().durationSeconds(run.steps()) / all;
            for (int before = 0; before < 4; before++) {
                loads[7 * before + day] += EASY_RPE * seconds / 60;
            }
        }
        for (var planned : review.weeks()) {
            for (var session : planned.sessions()) {
                if (session.running()) {
                    int day = (int) ChronoUnit.DAYS.between(review.plan().start(), session.on());
                    loads[CHRONIC_DAYS + day] += load(review, session.steps());
                }
            }
        }
        var worst = new WorstCase();
        int raceWeekFrom = planDays - 7;
        double acute = 0;
        double chronic = 0;
        for (int day = 0; day < CHRONIC_DAYS + raceWeekFrom; day++) {
            acute += loads[day] - (day >= ACUTE_DAYS ? loads[day - ACUTE_DAYS] : 0);
            chronic += loads[day] - (day >= CHRONIC_DAYS ? loads[day - CHRONIC_DAYS] : 0);
            if (day >= CHRONIC_DAYS && chronic > 0) {
                worst.atMost(
                        (day - CHRONIC_DAYS) / 7 + 1,
                        4 * acute / chronic,
                        review.policy().highestAcwr());
            }
        }
        return worst.entry("D40", "acute:chronic ratio of who does what the plan says; at most");
    }

    private static double load(PlanUnderReview review, List<Step> steps) {
        double load = 0;
        for (var stretch : Step.unrolled(steps)) {
            var rpe = stretch.rpe();
            double effort = rpe == null || rpe.easy() ? EASY_RPE : (rpe.lowest() + rpe.highest()) / 2.0;
            load += effort * review.estimate().durationSeconds(stretch) / 60;
        }
        return load;
    }
}
