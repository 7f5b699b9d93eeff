package run.harrier.plan.generation.certificate.model;

import java.time.LocalDate;
import java.util.List;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.Periodisation;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.TrainingWeek;

/** Judges how a plan's volume rises, rests and tapers. */
final class VolumeRules {

    private static final double LARGEST_RISE = 0.10;
    private static final double HIGHEST_OVER_START = 1.5;
    private static final double SMALLEST_FALL = 0.20;
    private static final double LARGEST_FALL = 0.30;
    /** Below this a week is not higher, only rounded. */
    private static final double NOTICEABLE = 1.01;

    private VolumeRules() {}

    /** Against the highest earlier week; the first against the current volume (S53, D4). */
    static CertificateEntry weeklyRise(PlanUnderReview review) {
        WorstCase closest = new WorstCase();
        double highest = review.race() ? current(review) : 0;
        double highestSeconds = 0;
        for (TrainingWeek week : review.weeks()) {
            if (review.race()) {
                closest.atMost(week.number(), rise(week.distanceMetres(), highest), LARGEST_RISE);
            } else if (week.number() > 1) {
                closest.atMost(week.number(), rise(week.durationSeconds(), highest), LARGEST_RISE);
                closest.atMost(week.number(), rise(week.durationSecondsHighest(), highestSeconds), LARGEST_RISE);
            }
            highest = Math.max(highest, review.race() ? week.distanceMetres() : week.durationSeconds());
            highestSeconds = Math.max(highestSeconds, week.durationSecondsHighest());
        }
        return closest.entry("S53", "rise of weekly running over the highest earlier week, as a share; at most");
    }

    private static double rise(double now, double before) {
        return now / before - 1;
    }

    static CertificateEntry highestWeek(PlanUnderReview review) {
        WorstCase closest = new WorstCase();
        double start =
                review.race() ? current(review) : review.weeks().getFirst().durationSecondsHighest();
        for (TrainingWeek week : review.weeks()) {
            double volume = review.race() ? week.distanceMetres() : week.durationSecondsHighest();
            closest.atMost(week.number(), volume / start, HIGHEST_OVER_START);
        }
        return closest.entry("D4", "weekly running over the starting volume; at most");
    }

    private static double current(PlanUnderReview review) {
        return review.request().currentWeeklyDistanceMetres(review.athlete());
    }

    /** Every window of four weeks before the taper has a down week, 20 to 30 % below the week before (S54, D7). */
    static CertificateEntry downWeeks(PlanUnderReview review) {
        WorstCase closest = new WorstCase();
        List<TrainingWeek> weeks = review.beforeTaper();
        boolean everyWindow = true;
        int sinceDown = 0;
        for (int i = 0; i < weeks.size(); i++) {
            TrainingWeek week = weeks.get(i);
            if (week.down()) {
                double before = i == 0 ? 0 : running(review, weeks.get(i - 1));
                closest.within(week.number(), 1 - running(review, week) / before, SMALLEST_FALL, LARGEST_FALL);
                everyWindow &= i > 0 && sinceDown >= 2;
                sinceDown = 0;
            } else {
                sinceDown++;
                everyWindow &= sinceDown < 4;
            }
        }
        CertificateEntry entry = closest.entry(
                "S54", "fall of a down week, one in any four weeks before the taper; between 0.2 and 0.3");
        return everyWindow ? entry : entry.broken();
    }

    private static double running(PlanUnderReview review, TrainingWeek week) {
        return review.race() ? week.distanceMetres() : week.durationSeconds();
    }

    /**
     * The taper starts as long before the race as its distance asks; each of its weeks is about 70 % of the one before,
     * but that in race week only what falls before the race is left (D7).
     */
    static CertificateEntry taper(PlanUnderReview review) {
        WorstCase closest = new WorstCase();
        List<TrainingWeek> weeks = review.weeks();
        for (int i = 1; i < weeks.size(); i++) {
            if (weeks.get(i).phase() == Phase.TAPER) {
                double ratio = weeks.get(i).distanceMetres() / weeks.get(i - 1).distanceMetres();
                closest.atMost(i + 1, ratio, 0.8);
                if (i < weeks.size() - 1) {
                    closest.atLeast(i + 1, ratio, 0.6);
                }
            }
        }
        CertificateEntry entry =
                closest.entry("S45", "a taper week over the week before, the race left out; about 0.7, at most");
        LocalDate from = review.plan().taperFrom();
        int due = Periodisation.taperDays(review.goalMetres());
        return from != null && from.plusDays(due).equals(review.plan().end()) ? entry : entry.broken();
    }

    /** No week above the highest earlier one in volume and in hard time at once (S26). */
    static CertificateEntry notBothAtOnce(PlanUnderReview review) {
        var offences = new Offences();
        var highestMetres = review.race() ? current(review) : Double.MAX_VALUE;
        double highestHardSeconds = 0;
        for (var week : review.weeks()) {
            var hardSeconds = week.sessions().stream()
                    .filter(session -> !session.raced())
                    .mapToDouble(session -> session.hardSeconds(review.estimate()))
                    .sum();
            var more = week.distanceMetres() > NOTICEABLE * highestMetres;
            var harder = hardSeconds > NOTICEABLE * highestHardSeconds && week.hardShare() > 0;
            offences.add(week.number(), more && harder ? 1 : 0);
            highestMetres = Math.max(highestMetres, week.distanceMetres());
            highestHardSeconds = Math.max(highestHardSeconds, hardSeconds);
        }
        return offences.entry("S26", "weeks that raise volume and intensity at once");
    }

    /** Quality up, quantity down: the weeks after base stay below the highest week of base (S33). */
    static CertificateEntry speedBlockIsSmaller(PlanUnderReview review) {
        double base = 0;
        for (TrainingWeek week : review.weeks()) {
            base = week.phase() == Phase.BASE ? Math.max(base, week.distanceMetres()) : base;
        }
        WorstCase closest = new WorstCase();
        for (TrainingWeek week : review.weeks()) {
            if (week.phase() != Phase.BASE) {
                closest.atMost(week.number(), week.distanceMetres() / base, 0.99);
            }
        }
        return closest.entry("S33", "weekly running of the speed block over the highest week of base; at most");
    }
}
