package run.harrier.plan.generation.certificate.model;

import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.Phase;

/** Judges whether a plan that begins soon after a race lets its athlete recover (D37, S50). */
final class RecoveryRules {
    private RecoveryRules() {}

    static CertificateEntry weeks(PlanUnderReview review) {
        double usual = VolumeRules.current(review);
        var worst = new WorstCase();
        for (var week : review.weeks()) {
            double share = review.afterRaces().share(week.start());
            if (share < 1 && week.phase() != Phase.TAPER) {
                worst.atMost(week.number(), week.durationSeconds() / (share * usual), 1);
            }
        }
        return worst.entry("D37", "running of a week after the race over what it may be; at most");
    }

    static CertificateEntry days(PlanUnderReview review) {
        var running = review.afterRaces().runningFrom(review.plan().start());
        var quality = review.afterRaces().qualityFrom(review.plan().start());
        return review.none(
                "D37",
                "runs before " + running + " and hard sessions before " + quality,
                week -> week.count(session -> (session.running() && session.on().isBefore(running))
                        || (session.hard() && session.on().isBefore(quality))));
    }
}
