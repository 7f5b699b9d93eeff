package run.harrier.plan.calendar.model;

import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.athlete.model.Fitness.HeartRate;
import run.harrier.plan.athlete.model.Fitness.InForce;
import run.harrier.plan.athlete.model.Sex;
import run.harrier.plan.prescription.model.Intensity;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.Paces;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step.Stretch;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/**
 * The load that a session asks for (U8), on the scale of what was done, on which an hour at threshold is 100. The method
 * is the best that the athlete's figures allow, in the order in which a recorded run is measured; who does exactly what
 * the session says, and records it so, has that load to 5 %.
 */
public record PlannedLoad(double value, PlannedLoadMethod method) {
    /** An hour at RPE 7 is about an hour at threshold: Foster's 420 are 100. */
    private static final double PER_MINUTE_AND_RPE = 100.0 / 420;

    /** Of an easy step in every phase (D40), and of all that is no running. */
    private static final double EASY_RPE = 3;

    /** Of strength, which has no steps: 20 to 30 minutes. */
    private static final double STRENGTH_SECONDS = 25 * 60;

    /** Where easy running begins, as a share of the maximum. */
    private static final double EASY_BEGINS = 0.60;

    /** Where easy running, M and T end, as shares of the threshold's heart rate: as a recorded run is divided. */
    private static final double EASY_ENDS = 0.90;

    private static final double MARATHON_ENDS = 0.95;
    private static final double THRESHOLD_ENDS = 1.03;

    /** A shorter race is run at the heart rate of I. */
    private static final double SHORTEST_RACE_AT_THRESHOLD_METRES = 7_000;

    /** A longer race is run at the heart rate of M. */
    private static final double LONGEST_RACE_AT_THRESHOLD_METRES = 25_000;

    /** @param sex absent where it is not known: then men's weighting of the heart rate is taken */
    public static PlannedLoad of(PlannedSession session, InForce fitness, @Nullable Sex sex) {
        var estimate = new PaceEstimate(fitness.paces());
        if (!session.running()) {
            return new PlannedLoad(
                    PER_MINUTE_AND_RPE * EASY_RPE * seconds(session, estimate) / 60, PlannedLoadMethod.RPE);
        }
        if (fitness.heartRate() != null) {
            return new PlannedLoad(
                    byHeartRate(session, estimate, fitness.heartRate(), sex), PlannedLoadMethod.HEART_RATE);
        }
        if (fitness.paces() != null) {
            return new PlannedLoad(byPace(session, estimate, fitness.paces()), PlannedLoadMethod.PACE);
        }
        return new PlannedLoad(
                PER_MINUTE_AND_RPE * summed(session, estimate, stretch -> rpe(stretch)), PlannedLoadMethod.RPE);
    }

    /** How long the session counts. */
    public static double seconds(PlannedSession session, PaceEstimate estimate) {
        return session.kind() == SessionKind.STRENGTH && session.steps().isEmpty()
                ? STRENGTH_SECONDS
                : estimate.durationSeconds(session.steps());
    }

    /** Minute for minute, so that intervals are not flattened to their mean. */
    private static double byHeartRate(
            PlannedSession session, PaceEstimate estimate, HeartRate heart, @Nullable Sex sex) {
        double hourAtThreshold = 60 * impulse(heart, heart.thresholdOrEstimateBpm(), sex);
        return 100
                * summed(session, estimate, stretch -> impulse(heart, middleBpm(heart, zone(stretch)), sex))
                / hourAtThreshold;
    }

    /** All metres by all seconds, as a recorded run is measured. */
    private static double byPace(PlannedSession session, PaceEstimate estimate, Paces paces) {
        double seconds = estimate.durationSeconds(session.steps());
        if (seconds <= 0) {
            return 0;
        }
        double ofThreshold = estimate.distanceMetres(session.steps()) / seconds * paces.thresholdSecondsPerKm() / 1000;
        return 100 * seconds / 3600 * ofThreshold * ofThreshold;
    }

    private static double summed(PlannedSession session, PaceEstimate estimate, ToDoubleFunction<Stretch> perMinute) {
        return session.stretches()
                .mapToDouble(stretch -> estimate.durationSeconds(stretch) / 60 * perMinute.applyAsDouble(stretch))
                .sum();
    }

    /** Banister's training impulse of a minute; its base cancels out on a scale by the threshold. */
    private static double impulse(HeartRate heart, double bpm, @Nullable Sex sex) {
        double share = Math.clamp((bpm - heart.restBpm()) / (heart.maxBpm() - heart.restBpm()), 0, 1);
        return share * Math.exp((sex == Sex.FEMALE ? 1.67 : 1.92) * share);
    }

    private static double middleBpm(HeartRate heart, Zone zone) {
        double threshold = heart.thresholdOrEstimateBpm();
        double easyTo = Math.min(heart.easyCeilingBpm(), EASY_ENDS * threshold);
        return switch (zone) {
            case EASY -> (EASY_BEGINS * heart.maxBpm() + easyTo) / 2;
            case MARATHON -> (easyTo + MARATHON_ENDS * threshold) / 2;
            case THRESHOLD -> (MARATHON_ENDS + THRESHOLD_ENDS) / 2 * threshold;
            case INTERVAL, REPETITION -> (Math.min(heart.maxBpm(), THRESHOLD_ENDS * threshold) + heart.maxBpm()) / 2;
        };
    }

    private static Zone zone(Stretch stretch) {
        return switch (stretch.target()) {
            case Target.InZone in -> in.zone();
            case Target.AtRacePace race -> zone(race.raceDistanceMetres());
            case null -> zone(stretch.intensity());
        };
    }

    private static Zone zone(double raceDistanceMetres) {
        if (raceDistanceMetres < SHORTEST_RACE_AT_THRESHOLD_METRES) {
            return Zone.INTERVAL;
        }
        return raceDistanceMetres > LONGEST_RACE_AT_THRESHOLD_METRES ? Zone.MARATHON : Zone.THRESHOLD;
    }

    private static Zone zone(Intensity intensity) {
        return switch (intensity) {
            case LOW -> Zone.EASY;
            case MODERATE -> Zone.MARATHON;
            case HIGH -> Zone.THRESHOLD;
        };
    }

    private static double rpe(Stretch stretch) {
        var rpe = stretch.rpe();
        if (rpe == null) {
            return EASY_RPE;
        }
        var easy = rpe.easy() && stretch.kind() != StepKind.RECOVERY && stretch.kind() != StepKind.WALK;
        return easy ? EASY_RPE : (rpe.lowest() + rpe.highest()) / 2.0;
    }
}
