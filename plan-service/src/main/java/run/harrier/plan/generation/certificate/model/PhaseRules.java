package run.harrier.plan.generation.certificate.model;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.prescription.model.Intensity;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/** Judges the phases: their order and length, and what is run in each. */
final class PhaseRules {

    private PhaseRules() {}

    /** Base, early quality, build, peak, taper, each at least a week, parted 30/40/30 to the nearest week (S40, D7). */
    static CertificateEntry order(PlanUnderReview review) {
        Map<Phase, Integer> weeks = new EnumMap<>(Phase.class);
        int misplaced = 0;
        Phase previous = Phase.BASE;
        for (TrainingWeek week : review.weeks()) {
            boolean taper = review.plan().taperFrom() != null
                    && !week.start().isBefore(review.plan().taperFrom());
            misplaced += week.phase().compareTo(previous) < 0 || (week.phase() == Phase.TAPER) != taper ? 1 : 0;
            previous = week.phase();
            weeks.merge(week.phase(), 1, Integer::sum);
        }
        misplaced += Phase.values().length - weeks.size() - (review.baseSkipped() ? 1 : 0);
        int earlyQuality = weeks.getOrDefault(Phase.EARLY_QUALITY, 0);
        int build = weeks.getOrDefault(Phase.BUILD, 0);
        int peak = weeks.getOrDefault(Phase.PEAK, 0);
        int faster = earlyQuality + build + peak;
        boolean shortened = review.baseSkipped() && faster < 3;
        misplaced -= shortened ? 1 : 0;
        misplaced += !shortened && Math.abs(earlyQuality - 0.3 * faster) >= 1 ? 1 : 0;
        misplaced += !shortened && Math.abs(build - 0.4 * faster) >= 1 ? 1 : 0;
        misplaced += !shortened && Math.abs(peak - 0.3 * faster) >= 1 ? 1 : 0;
        return new CertificateEntry(
                "S40", "phases missing, out of order or of the wrong length", misplaced == 0, null, misplaced, 0, null);
    }

    /** Base until the taper, nothing hard before the race but tests (D36). */
    static CertificateEntry allBase(PlanUnderReview review) {
        return review.none(
                "D36", "weeks before the taper that are not base, or have more hard sessions than a test", week -> {
                    int hard = week.count(session -> session.hard() && !session.raced());
                    boolean taper = review.plan().taperFrom() != null
                            && !week.start().isBefore(review.plan().taperFrom());
                    return hard + (week.phase() == (taper ? Phase.TAPER : Phase.BASE) ? 0 : 1);
                });
    }

    /** A third of the plan within 4 to 12 weeks (S47, D7). */
    static CertificateEntry baseLength(PlanUnderReview review) {
        int base = 0;
        for (TrainingWeek week : review.weeks()) {
            base += week.phase() == Phase.BASE ? 1 : 0;
        }
        int due =
                review.baseSkipped() ? 0 : Math.clamp(Math.round(review.weeks().size() / 3.0), 4, 12);
        return new CertificateEntry(
                "S47", "weeks of base; a third of the plan, 4 to 12", base == due, null, base, due, null);
    }

    static CertificateEntry base(PlanUnderReview review) {
        return inPhase(review, "S41", Phase.BASE, EnumSet.noneOf(Zone.class));
    }

    static CertificateEntry earlyQuality(PlanUnderReview review) {
        return inPhase(review, "S42", Phase.EARLY_QUALITY, EnumSet.of(Zone.REPETITION));
    }

    static CertificateEntry build(PlanUnderReview review) {
        return inPhase(review, "S43", Phase.BUILD, EnumSet.of(Zone.INTERVAL, Zone.REPETITION));
    }

    static CertificateEntry peak(PlanUnderReview review) {
        Set<Zone> zones = EnumSet.of(Zone.THRESHOLD, Zone.MARATHON);
        if (review.goalMetres() < 3_000) {
            zones.add(Zone.REPETITION);
        }
        return inPhase(review, "S44", Phase.PEAK, zones);
    }

    private static CertificateEntry inPhase(PlanUnderReview review, String rule, Phase phase, Set<Zone> zones) {
        return review.none(
                rule,
                "steps outside what is run in " + phase,
                week -> week.phase() != phase
                        ? 0
                        : review.stretches(
                                week,
                                session -> session.running()
                                        && !session.raced()
                                        && session.kind() != SessionKind.PROGRESSION,
                                stretch -> !belongs(review, phase, zones, stretch)));
    }

    private static boolean belongs(PlanUnderReview review, Phase phase, Set<Zone> zones, Step.Stretch stretch) {
        if (stretch.intensity() == Intensity.LOW || stretch.kind() == StepKind.STRIDES) {
            return true;
        }
        if (phase == Phase.BASE) {
            return false;
        }
        return switch (stretch.target()) {
            case Target.InZone in -> zones.contains(in.zone()) || in.zone() == Zone.MARATHON;
            case Target.AtRacePace race -> true;
            case null -> phase != Phase.PEAK || review.goalMetres() < 3_000;
        };
    }

    /** Easy running in base is at RPE 2-3 (S11, D1). */
    static CertificateEntry baseEffort(PlanUnderReview review) {
        return review.none(
                "S11",
                "easy steps of base above RPE 3",
                week -> week.phase() != Phase.BASE
                        ? 0
                        : review.stretches(
                                week,
                                session -> true,
                                stretch -> stretch.target() != null
                                        && stretch.target().isZone(Zone.EASY)
                                        && !Rpe.BASE_EASY.equals(stretch.rpe())));
    }
}
