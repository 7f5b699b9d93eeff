package run.harrier.plan.generation.certificate.model;

import java.util.function.Predicate;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanPolicy;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.prescription.model.Intensity;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/** Judges whether each phase has its work (D30, S42-S44) and the plan its progression runs (D41). */
final class DueRules {
    private static final int LOADING_WEEKS_WITHOUT_PROGRESSION = 4;

    private DueRules() {}

    static CertificateEntry earlyQuality(PlanUnderReview review) {
        return due(
                review,
                "S42",
                Phase.EARLY_QUALITY,
                "repetitions or hills",
                session -> repetitionsOrHills(review, session));
    }

    static CertificateEntry build(PlanUnderReview review) {
        return due(
                review,
                "S43",
                Phase.BUILD,
                "VO2max work",
                session -> session.quality() && at(review, session, Zone.INTERVAL));
    }

    static CertificateEntry peak(PlanUnderReview review) {
        double race = review.goalMetres();
        return due(
                review,
                "S44",
                Phase.PEAK,
                "race-specific work",
                session -> race > PlanPolicy.MARATHON_METRES
                        ? session.kind() == SessionKind.LONG && walked(review, session)
                        : session.quality()
                                && (EnoughRules.raceMetres(review, session, race) > 0
                                        || (race > 22_000 && session.kind() == SessionKind.LONG)));
    }

    /** Every loading week, or with one session a week or a distance focus every second. */
    private static CertificateEntry due(
            PlanUnderReview review, String rule, Phase phase, String what, Predicate<PlannedSession> work) {
        // A distance focus keeps most of its faster running at half-marathon pace first (S31, D30).
        boolean everySecond = review.requestedQuality() <= 1 || review.resolvedFocus() == Focus.DISTANCE;
        int without = 0;
        int longest = 0;
        Integer worst = null;
        int weeks = 0;
        for (var week : review.weeks()) {
            if (week.phase() == phase && review.loading(week)) {
                weeks++;
                without = week.sessions().stream().anyMatch(work) ? 0 : without + 1;
                if (without > longest) {
                    longest = without;
                    worst = week.number();
                }
            }
        }
        int most = everySecond && weeks > 1 ? 1 : 0;
        return new CertificateEntry(
                rule,
                "loading weeks of " + phase + " in a row without " + what + "; at most",
                longest <= most,
                worst,
                longest,
                most,
                null);
    }

    private static boolean walked(PlanUnderReview review, PlannedSession session) {
        return review.stretches(session).stream().anyMatch(stretch -> stretch.kind() == StepKind.WALK);
    }

    private static boolean repetitionsOrHills(PlanUnderReview review, PlannedSession session) {
        return session.quality() && (at(review, session, Zone.REPETITION) || hills(review, session));
    }

    private static boolean hills(PlanUnderReview review, PlannedSession session) {
        return review.stretches(session).stream()
                .anyMatch(stretch -> stretch.kind() == StepKind.RUN
                        && stretch.target() == null
                        && stretch.intensity() == Intensity.HIGH);
    }

    private static boolean at(PlanUnderReview review, PlannedSession session, Zone zone) {
        return review.stretches(session).stream()
                .anyMatch(
                        stretch -> stretch.target() != null && stretch.target().isZone(zone));
    }

    /** The work reaches two thirds of its cap by the end of its phase (D30). */
    static CertificateEntry largeEnough(PlanUnderReview review) {
        var closest = new WorstCase();
        reach(review, Phase.EARLY_QUALITY, Zone.REPETITION, review.policy().repetitionShare(), closest);
        reach(review, Phase.BUILD, Zone.INTERVAL, review.policy().intervalShare(), closest);
        reach(review, Phase.PEAK, Zone.THRESHOLD, review.policy().thresholdShare(), closest);
        return closest.entry("D30", "the largest session of a phase's zone over its cap; at least");
    }

    private static void reach(PlanUnderReview review, Phase phase, Zone zone, double share, WorstCase closest) {
        double best = 0;
        int number = 0;
        for (var week : review.weeks()) {
            if (week.phase() == phase && review.loading(week)) {
                for (var session : week.sessions()) {
                    double metres = 0;
                    for (var stretch : review.stretches(session)) {
                        metres += stretch.target() != null && stretch.target().isZone(zone)
                                ? review.estimate().distanceMetres(stretch)
                                : 0;
                    }
                    if (metres > 0 && !session.raced() && session.kind() != SessionKind.PROGRESSION) {
                        double reached = metres / week.distanceMetres() / share;
                        if (reached > best) {
                            best = reached;
                            number = week.number();
                        }
                    }
                }
            }
        }
        if (number > 0) {
            closest.atLeast(number, best, 0.6);
        }
    }

    /** Build has as many minutes at I or faster as peak, on the average of the loading weeks (D30). */
    static CertificateEntry buildIsHardest(PlanUnderReview review) {
        double build = fastSeconds(review, Phase.BUILD);
        double peak = fastSeconds(review, Phase.PEAK);
        return new CertificateEntry(
                "S43",
                "seconds at I or faster in a loading week of build; at least those of peak",
                build >= peak - 1,
                null,
                build,
                peak,
                null);
    }

    private static double fastSeconds(PlanUnderReview review, Phase phase) {
        double seconds = 0;
        int weeks = 0;
        double interval = review.estimate().secondsPerKm(Target.zone(Zone.INTERVAL));
        for (var week : review.weeks()) {
            if (week.phase() == phase && review.loading(week)) {
                weeks++;
                for (var session : week.sessions()) {
                    for (var stretch : review.stretches(session)) {
                        boolean fast = stretch.kind() == StepKind.RUN
                                && (stretch.target() == null
                                        ? stretch.intensity() == Intensity.HIGH
                                        : review.estimate().secondsPerKm(stretch.target()) <= interval + 0.01);
                        seconds += fast && !session.raced() ? review.estimate().durationSeconds(stretch) : 0;
                    }
                }
            }
        }
        return weeks == 0 ? 0 : seconds / weeks;
    }

    /** T at least every second loading week of peak (D30). */
    static CertificateEntry tempoInPeak(PlanUnderReview review) {
        int without = 0;
        int longest = 0;
        int weeks = 0;
        for (var week : review.weeks()) {
            if (week.phase() == Phase.PEAK && review.loading(week)) {
                weeks++;
                without = week.sessions().stream().anyMatch(session -> at(review, session, Zone.THRESHOLD))
                        ? 0
                        : without + 1;
                longest = Math.max(longest, without);
            }
        }
        int most = weeks <= 1 ? 99 : 1;
        return new CertificateEntry(
                "S44", "loading weeks of PEAK in a row without T; at most", longest <= most, null, longest, most, null);
    }

    /** With two quality sessions a week one every second week, with one no five loading weeks without (D41). */
    static CertificateEntry progressions(PlanUnderReview review) {
        int quality = review.requestedQuality();
        int without = 0;
        int longest = 0;
        Integer worst = null;
        for (var week : review.weeks()) {
            if (week.phase() == Phase.BASE || week.phase() == Phase.TAPER) {
                continue;
            }
            without = week.sessions().stream().anyMatch(session -> session.kind() == SessionKind.PROGRESSION)
                    ? 0
                    : without + (review.loading(week) ? 1 : 0);
            if (without > longest) {
                longest = without;
                worst = week.number();
            }
        }
        int most = quality > 1 ? 1 : LOADING_WEEKS_WITHOUT_PROGRESSION;
        return new CertificateEntry(
                "D41",
                "loading weeks in a row without a progression run; at most",
                longest <= most,
                worst,
                longest,
                most,
                null);
    }

    /** Two quality sessions in at least half of the loading weeks after base, where five days are run (D13). */
    static CertificateEntry twoInHalf(PlanUnderReview review) {
        int weeks = 0;
        int two = 0;
        for (TrainingWeek week : review.weeks()) {
            if (week.phase() != Phase.BASE && review.loading(week)) {
                weeks++;
                two += week.count(PlannedSession::quality) >= 2 ? 1 : 0;
            }
        }
        boolean due = review.daysPerWeek() >= 5 && review.requestedQuality() >= 2;
        return new CertificateEntry(
                "D13",
                "loading weeks after base with two quality sessions, as a share; at least",
                !due || 2 * two >= weeks,
                null,
                weeks == 0 ? 1 : (double) two / weeks,
                due ? 0.5 : 0,
                null);
    }
}
