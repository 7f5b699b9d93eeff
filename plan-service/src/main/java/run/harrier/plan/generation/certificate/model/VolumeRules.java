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
    static CertificateEntry weeklyRise(PlanUnderReview judged) {
        WorstCase closest = new WorstCase();
        double highest = judged.race() ? current(judged) : 0;
        double highestSeconds = 0;
        for (TrainingWeek week : judged.weeks()) {
            if (judged.race()) {
                closest.atMost(week.number(), rise(week.distanceMetres(), highest), LARGEST_RISE);
            } else if (week.number() > 1) {
                closest.atMost(week.number(), rise(week.durationSeconds(), highest), LARGEST_RISE);
                closest.atMost(week.number(), rise(week.durationSecondsHighest(), highestSeconds), LARGEST_RISE);
            }
            highest = Math.max(highest, judged.race() ? week.distanceMetres() : week.durationSeconds());
            highestSeconds = Math.max(highestSeconds, week.durationSecondsHighest());
        }
        return closest.entry("S53", "rise of weekly running over the highest earlier week, as a share; at most");
    }

    private static double rise(double now, double before) {
        return now / before - 1;
    }

    static CertificateEntry highestWeek(PlanUnderReview judged) {
        WorstCase closest = new WorstCase();
        double start =
                judged.race() ? current(judged) : judged.weeks().getFirst().durationSecondsHighest();
        for (TrainingWeek week : judged.weeks()) {
            double volume = judged.race() ? week.distanceMetres() : week.durationSecondsHighest();
            closest.atMost(week.number(), volume / start, HIGHEST_OVER_START);
        }
        return closest.entry("D4", "weekly running over the starting volume; at most");
    }

    private static double current(PlanUnderReview judged) {
        return judged.request().currentWeeklyDistanceMetres(judged.athlete());
    }

    /** Every window of four weeks before the taper has a down week, 20 to 30 % below the week before (S54, D7). */
    static CertificateEntry downWeeks(PlanUnderReview judged) {
        WorstCase closest = new WorstCase();
        List<TrainingWeek> weeks = judged.beforeTaper();
        boolean everyWindow = true;
        int sinceDown = 0;
        for (int i = 0; i < weeks.size(); i++) {
            TrainingWeek week = weeks.get(i);
            if (week.down()) {
                double before = i == 0 ? 0 : running(judged, weeks.get(i - 1));
                closest.within(week.number(), 1 - running(judged, week) / before, SMALLEST_FALL, LARGEST_FALL);
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

    private static double running(PlanUnderReview judged, TrainingWeek week) {
        return judged.race() ? week.distanceMetres() : week.durationSeconds();
    }

    /**
     * The taper starts as long before the race as its distance asks; each of its weeks is about 70 % of the one before,
     * but that in race week only what falls before the race is left (D7).
     */
    static CertificateEntry taper(PlanUnderReview judged) {
        WorstCase closest = new WorstCase();
        List<TrainingWeek> weeks = judged.weeks();
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
        LocalDate from = judged.plan().taperFrom();
        int due = Periodisation.taperDays(judged.goalMetres());
        return from != null && from.plusDays(due).equals(judged.plan().end()) ? entry : entry.broken();
    }

    /** No week above the highest earlier one in volume and in hard time at once (S26). */
    static CertificateEntry notBothAtOnce(PlanUnderReview judged) {
        double[] highest = {judged.race() ? current(judged) : Double.MAX_VALUE, 0};
        return judged.none("S26", "weeks that raise volume and intensity at once", week -> {
            double hardSeconds = 0;
            for (var session : week.sessions()) {
                if (!PlanUnderReview.raceOrTest(session)) {
                    hardSeconds += session.hardSeconds(judged.estimate());
                }
            }
            boolean more = week.distanceMetres() > NOTICEABLE * highest[0];
            boolean harder = hardSeconds > NOTICEABLE * highest[1] && week.hardShare() > 0;
            highest[0] = Math.max(highest[0], week.distanceMetres());
            highest[1] = Math.max(highest[1], hardSeconds);
            return more && harder ? 1 : 0;
        });
    }

    /** Quality up, quantity down: the weeks after base stay below the highest week of base (S33). */
    static CertificateEntry speedBlockIsSmaller(PlanUnderReview judged) {
        double base = 0;
        for (TrainingWeek week : judged.weeks()) {
            base = week.phase() == Phase.BASE ? Math.max(base, week.distanceMetres()) : base;
        }
        WorstCase closest = new WorstCase();
        for (TrainingWeek week : judged.weeks()) {
            if (week.phase() != Phase.BASE) {
                closest.atMost(week.number(), week.distanceMetres() / base, 0.99);
            }
        }
        return closest.entry("S33", "weekly running of the speed block over the highest week of base; at most");
    }
}
