package run.harrier.plan.generation.certificate.model;

import java.time.LocalDate;
import java.util.List;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.Periodisation;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.prescription.model.Intensity;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.StepKind;

/** Judges how a plan's volume rises, rests and tapers. */
final class VolumeRules {

    private static final double LARGEST_RISE = 0.10;
    private static final double HIGHEST_OVER_START_OF_BASE = 1.5;
    private static final double SMALLEST_FALL = 0.20;
    private static final double LARGEST_FALL = 0.30;
    /** Below this a week is not higher, only rounded. */
    private static final double NOTICEABLE = 1.01;

    private VolumeRules() {}

    /** Running time against the highest earlier week; the first against the current volume (S53, D4). */
    static CertificateEntry weeklyRise(PlanUnderReview review) {
        WorstCase closest = new WorstCase();
        double highest = review.fromTodaysVolume() ? current(review) : 0;
        double highestSeconds = 0;
        for (TrainingWeek week : review.weeks()) {
            if (review.fromTodaysVolume() || week.number() > 1) {
                closest.atMost(week.number(), rise(week.durationSeconds(), highest), LARGEST_RISE);
            }
            if (!review.fromTodaysVolume() && week.number() > 1) {
                closest.atMost(week.number(), rise(week.durationSecondsHighest(), highestSeconds), LARGEST_RISE);
            }
            highest = Math.max(highest, week.durationSeconds());
            highestSeconds = Math.max(highestSeconds, week.durationSecondsHighest());
        }
        String what = review.plan().kind() == PlanKind.WALK_RUN ? "walking and running" : "running";
        return closest.entry("S53", "rise of weekly " + what + " over the highest earlier week, as a share; at most");
    }

    private static double rise(double now, double before) {
        return now / before - 1;
    }

    /** Within 1.5 times the start or 12 km above it, in long plans twice where the race needs it (D4). */
    static CertificateEntry highestWeek(PlanUnderReview review) {
        WorstCase closest = new WorstCase();
        double start = review.fromTodaysVolume()
                ? current(review)
                : review.weeks().getFirst().durationSecondsHighest();
        double limit = HIGHEST_OVER_START_OF_BASE;
        Double coachs = review.request().options().maxGrowth();
        if (review.fromTodaysVolume()) {
            var policy = review.policy();
            double metres = review.request().currentWeeklyDistanceMetres(review.athlete());
            limit = Math.max(policy.highestOverStart(), 1 + policy.highestOverStartMetres() / metres);
            boolean needs = policy.race(review.goalMetres())
                                    .highestWeekMetres(review.athlete().level())
                            > limit * metres
                    || policy.race(review.goalMetres())
                                    .longestOfWeek(
                                            review.athlete().level(),
                                            review.daysPerWeek(),
                                            review.estimate().easySecondsPerKm())
                            > limit * metres;
            if (review.race() && review.weeks().size() >= 12 && needs) {
                limit = Math.max(limit, policy.highestWhereNeeded());
            }
        }
        double within = coachs == null ? limit : Math.max(limit, coachs);
        boolean insisted = true;
        for (TrainingWeek week : review.weeks()) {
            double volume = review.fromTodaysVolume() ? week.durationSeconds() : week.durationSecondsHighest();
            closest.atMost(week.number(), volume / start, limit);
            insisted &= volume / start <= within + 1e-9;
        }
        String text = "weekly running over the starting volume; at most";
        return coachs != null && insisted
                ? closest.overridden("D4", text, "the coach allows " + coachs + " times the starting volume")
                : closest.entry("D4", text);
    }

    /** A loading week keeps to the highest so far (D4). */
    static CertificateEntry loadingWeeks(PlanUnderReview review) {
        WorstCase closest = new WorstCase();
        double highest = 0;
        for (TrainingWeek week : review.weeks()) {
            if (review.loading(week) && week.phase() != Phase.TAPER && highest > 0) {
                double floor = week.phase() == Phase.PEAK
                        ? review.policy().peakFloor()
                        : review.policy().loadingFloor();
                if (review.resolvedFocus() == Focus.SPEED && week.phase() != Phase.BASE) {
                    floor = review.policy().speedFloor();
                }
                closest.atLeast(week.number(), week.durationSeconds() / highest, floor);
            }
            highest = Math.max(highest, week.durationSeconds());
        }
        return closest.entry("D4", "a loading week over the highest so far; at least");
    }

    static double current(PlanUnderReview review) {
        return review.request().currentWeeklyDistanceMetres(review.athlete())
                / 1000
                * review.estimate().easySecondsPerKm();
    }

    /** Every window of four weeks before the taper has a down week, 20 to 30 % below the week before (S54, D7). */
    static CertificateEntry downWeeks(PlanUnderReview review) {
        WorstCase closest = new WorstCase();
        List<TrainingWeek> weeks = review.beforeTaper().stream()
                .filter(week -> week.down() || review.loading(week))
                .toList();
        boolean everyWindow = true;
        int sinceDown = 0;
        for (int i = 0; i < weeks.size(); i++) {
            TrainingWeek week = weeks.get(i);
            if (week.down()) {
                double before = i == 0 ? 0 : weeks.get(i - 1).durationSeconds();
                closest.within(week.number(), 1 - week.durationSeconds() / before, SMALLEST_FALL, LARGEST_FALL);
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

    /**
     * The taper starts as long before the race as its distance asks; each of its weeks is about 70 % of the one before,
     * but that in race week only what falls before the race is left (D7).
     */
    static CertificateEntry taper(PlanUnderReview review) {
        WorstCase closest = new WorstCase();
        List<TrainingWeek> weeks = review.weeks();
        for (int i = 1; i < weeks.size(); i++) {
            if (weeks.get(i).phase() == Phase.TAPER) {
                double ratio = (double) weeks.get(i).durationSeconds()
                        / weeks.get(i - 1).durationSeconds();
                closest.atMost(i + 1, ratio, review.policy().taper().most());
                if (i < weeks.size() - 1 || review.plan().end().getDayOfWeek().getValue() >= 6) {
                    closest.atLeast(i + 1, ratio, review.policy().taper().least());
                }
            }
        }
        CertificateEntry entry =
                closest.entry("S45", "a taper week over the week before, the race left out; about 0.7, at most");
        LocalDate from = review.plan().taperFrom();
        int due = Periodisation.taperDays(review.goalMetres());
        return from != null && from.plusDays(due - 1L).equals(review.plan().end()) ? entry : entry.broken();
    }

    /** No week above the highest earlier one in volume and in hard time at once (S26). */
    static CertificateEntry notBothAtOnce(PlanUnderReview review) {
        var offences = new Offences();
        var highest = review.race() ? current(review) : Double.MAX_VALUE;
        double highestHardSeconds = 0;
        for (var week : review.weeks()) {
            var hardSeconds = week.sessions().stream()
                    .filter(session -> !session.raced())
                    .mapToDouble(session -> hardSeconds(review, session))
                    .sum();
            var more = week.durationSeconds() > NOTICEABLE * highest;
            var harder = hardSeconds > NOTICEABLE * highestHardSeconds && week.hardShare() > 0;
            offences.add(week.number(), more && harder ? 1 : 0);
            highest = Math.max(highest, week.durationSeconds());
            highestHardSeconds = Math.max(highestHardSeconds, hardSeconds);
        }
        return offences.entry("S26", "weeks that raise volume and intensity at once");
    }

    /** At T or faster, hills included, strides left out. */
    private static double hardSeconds(PlanUnderReview review, PlannedSession session) {
        double seconds = 0;
        for (var stretch : review.stretches(session)) {
            seconds += stretch.kind() != StepKind.STRIDES && stretch.intensity() == Intensity.HIGH
                    ? review.estimate().durationSeconds(stretch)
                    : 0;
        }
        return seconds;
    }

    /** Quality up, quantity down: the weeks after base stay below the highest week of base (S33). */
    static CertificateEntry speedBlockIsSmaller(PlanUnderReview review) {
        double base = 0;
        for (TrainingWeek week : review.weeks()) {
            base = week.phase() == Phase.BASE ? Math.max(base, week.durationSeconds()) : base;
        }
        WorstCase closest = new WorstCase();
        for (TrainingWeek week : review.weeks()) {
            if (week.phase() != Phase.BASE) {
                closest.atMost(week.number(), week.durationSeconds() / base, 0.99);
            }
        }
        return closest.entry("S33", "weekly running of the speed block over the highest week of base; at most");
    }
}
