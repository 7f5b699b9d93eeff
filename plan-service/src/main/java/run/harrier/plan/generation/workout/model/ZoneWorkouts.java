package run.harrier.plan.generation.workout.model;

import java.util.Optional;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.request.model.ResolvedRequest;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/**
 * Sessions in the five zones, inside S14 and the caps of D7: per session T up to 10 %, I up to 8 %, R up to 5 % of the
 * week's distance. Empty where the week is too small for the session.
 *
 * @param amount of the cap that is used: less for a beginner (S2)
 */
record ZoneWorkouts(double weekMetres, double amount, PaceEstimate estimate) {

    static final double THRESHOLD_SHARE = 0.10;
    static final double INTERVAL_SHARE = 0.08;
    static final double REPETITION_SHARE = 0.05;

    /** A week comes out a little above or below its target distance. */
    private static final double MARGIN = 0.95;

    private static final int SHORTEST_CONTINUOUS_TEMPO_SECONDS = 20 * 60;
    private static final int LONGEST_TEMPO_SECONDS = 40 * 60;
    private static final int CRUISE_REP_SECONDS = 5 * 60;

    static ZoneWorkouts of(double weekMetres, ResolvedRequest request) {
        return new ZoneWorkouts(weekMetres, request.level() == Level.BEGINNER ? 0.75 : 1, request.estimate());
    }

    /** 200 to 400 m fast with as far again to recover (S14). */
    Optional<Workout> repetitions(int repMetres) {
        int times = Math.min((int) (metres(REPETITION_SHARE) / repMetres), 3200 / repMetres);
        if (times < 2) {
            return Optional.empty();
        }
        return Optional.of(Workout.framed(
                SessionKind.REPETITION,
                "Speed, economy and neuromuscular sharpness: short fast repetitions with full recovery",
                Step.repeat(
                        times,
                        Step.run(Extent.metres(repMetres), Zone.REPETITION),
                        Step.recovery(Extent.metres(repMetres)))));
    }

    /** Light hills, run by effort (S42, S9). */
    Workout hills() {
        int times = Math.clamp((int) (metres(0.05) * estimate.easySecondsPerKm() / 1000 / 30), 4, 10);
        return Workout.framed(
                SessionKind.REPETITION,
                "Strength and economy: short light hills, strong up and easy down",
                Step.repeat(
                        times,
                        new Step.Stretch(StepKind.RUN, Extent.seconds(30), null, new Rpe(7, 8)),
                        Step.recovery(Extent.seconds(90))));
    }

    /** 3 to 5 minute repeats with equal rest (S14). */
    Optional<Workout> intervals() {
        double seconds = metres(INTERVAL_SHARE) * estimate.secondsPerKm(Target.zone(Zone.INTERVAL)) / 1000;
        int rep = seconds >= 20 * 60 ? 240 : 180;
        int times = Math.min((int) (seconds / rep), 6);
        if (times < 2) {
            return Optional.empty();
        }
        return Optional.of(Workout.framed(
                SessionKind.INTERVAL,
                "Maximise VO2max: hard repeats with equal rest",
                Step.repeat(times, Step.run(Extent.seconds(rep), Zone.INTERVAL), Step.recovery(Extent.seconds(rep)))));
    }

    /** 20 to 40 minutes continuous, or cruise intervals of at least 10 minutes in all where the week allows less. */
    Optional<Workout> tempo() {
        String purpose = "Raise the lactate threshold: comfortably hard";
        double cap = metres(THRESHOLD_SHARE) * estimate.secondsPerKm(Target.zone(Zone.THRESHOLD)) / 1000;
        int seconds = Math.min(60 * (int) (cap / 60), LONGEST_TEMPO_SECONDS);
        if (seconds >= SHORTEST_CONTINUOUS_TEMPO_SECONDS) {
            return Optional.of(Workout.framed(
                    SessionKind.TEMPO,
                    purpose + ", without a break",
                    Step.run(Extent.seconds(seconds), Zone.THRESHOLD)));
        }
        int times = seconds / CRUISE_REP_SECONDS;
        if (times < 2) {
            return Optional.empty();
        }
        return Optional.of(Workout.framed(
                SessionKind.TEMPO,
                purpose + ", in cruise intervals",
                Step.repeat(
                        times,
                        Step.run(Extent.seconds(CRUISE_REP_SECONDS), Zone.THRESHOLD),
                        Step.recovery(Extent.seconds(60)))));
    }

    private double metres(double share) {
        return MARGIN * amount * share * weekMetres;
    }
}
