package run.harrier.plan.generation.certificate.model;

import java.time.temporal.ChronoUnit;
import java.util.function.ToDoubleFunction;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Zone;

/** Judges whether who does exactly what the plan says would set off the product's own alarm (D40). */
final class LoadRules {
    private static final int CHRONIC_DAYS = 28;
    private static final int ACUTE_DAYS = 7;
    private static final double EASY_RPE = 3;

    /** On which of its days the record was run is not known. */
    private static final double RECORD_MARGIN = 0.015;

    private static final double WALK_TRIMP = trimp(0.40);
    private static final double RECOVERY_TRIMP = trimp(0.60);
    private static final double EASY_TRIMP = trimp(0.65);
    private static final double MODERATE_TRIMP = trimp(0.80);
    private static final double THRESHOLD_TRIMP = trimp(0.87);
    private static final double INTERVAL_TRIMP = trimp(0.92);

    private LoadRules() {}

    /** Minutes times effort, from four weeks of the volume before the plan, on the plan's days. */
    static CertificateEntry byEffort(PlanUnderReview review) {
        return ratio(review, "effort", LoadRules::effort, EASY_RPE / 60);
    }

    /** Banister's load by the share of the heart-rate reserve that a usual runner has at the work. */
    static CertificateEntry byHeartRate(PlanUnderReview review) {
        return ratio(review, "heart rate", LoadRules::heartRate, EASY_TRIMP);
    }

    private static CertificateEntry ratio(
            PlanUnderReview review, String by, ToDoubleFunction<Step.Stretch> loadOfSecond, double easySecond) {
        var first = review.weeks().getFirst();
        int planDays = 7 * review.weeks().size();
        double[] loads = new double[CHRONIC_DAYS + planDays];
        double week = review.request().currentWeeklyDistanceMetres(review.athlete())
                / 1000
                * review.estimate().easySecondsPerKm();
        var runs =
                first.sessions().stream().filter(session -> session.running()).toList();
        double all = runs.stream().mapToDouble(review::seconds).sum();
        for (var run : runs) {
            int day = run.on().getDayOfWeek().getValue() - 1;
            double seconds = week * review.seconds(run) / all;
            for (int before = 0; before < 4; before++) {
                loads[7 * before + day] += easySecond * seconds;
            }
        }
        for (var planned : review.weeks()) {
            for (var session : planned.sessions()) {
                if (session.running()) {
                    int day = (int) ChronoUnit.DAYS.between(review.plan().start(), session.on());
                    for (var stretch : review.stretches(session)) {
                        loads[CHRONIC_DAYS + day] += loadOfSecond.applyAsDouble(stretch)
                                * review.estimate().durationSeconds(stretch);
                    }
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
            var on = review.plan().start().plusDays(day - CHRONIC_DAYS);
            if (day >= CHRONIC_DAYS && chronic > 0 && !review.afterRaces().returning(on)) {
                worst.atMost(
                        (day - CHRONIC_DAYS) / 7 + 1,
                        4 * acute / chronic,
                        review.policy().highestAcwr() - RECORD_MARGIN);
            }
        }
        return worst.entry("D40", "acute:chronic ratio by " + by + " of who does what the plan says; at most");
    }

    private static double effort(Step.Stretch stretch) {
        var rpe = stretch.rpe();
        return (rpe == null || rpe.easy() ? EASY_RPE : (rpe.lowest() + rpe.highest()) / 2.0) / 60;
    }

    /** @param reserve share of the heart-rate reserve */
    private static double trimp(double reserve) {
        return reserve * 0.64 * Math.exp(1.92 * reserve);
    }

    private static double heartRate(Step.Stretch stretch) {
        if (stretch.kind() == StepKind.WALK || stretch.kind() == StepKind.RECOVERY) {
            return stretch.kind() == StepKind.WALK ? WALK_TRIMP : RECOVERY_TRIMP;
        }
        return switch (stretch.intensity()) {
            case LOW -> EASY_TRIMP;
            case MODERATE -> MODERATE_TRIMP;
            case HIGH ->
                stretch.kind() == StepKind.RUN
                                && (stretch.target() == null || stretch.target().isZone(Zone.THRESHOLD))
                        ? THRESHOLD_TRIMP
                        : INTERVAL_TRIMP;
        };
    }
}
