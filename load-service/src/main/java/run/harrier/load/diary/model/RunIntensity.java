package run.harrier.load.diary.model;

import java.util.Optional;
import java.util.OptionalInt;
import run.harrier.contracts.model.EasyRun;
import run.harrier.load.scoring.model.AboveEasy;
import run.harrier.load.scoring.model.TimeInZones;

/**
 * The seconds of one run at low, moderate and high intensity.
 *
 * @param prescribedModerateSeconds how much of the moderate running the plan had asked for
 * @param hardSession a race, a test, or a hard session of the plan that was not run easy: hard whatever its seconds say
 * @param tooHardForEasy by heart rate, pace or effort (D45), of a run that the plan wanted easy or that was not hard
 */
public record RunIntensity(
        double lowSeconds,
        double moderateSeconds,
        double highSeconds,
        double prescribedModerateSeconds,
        boolean hardSession,
        boolean tooHardForEasy) {
    private static final double HARD_SECONDS = 5 * 60;
    private static final double NOT_EASY_SECONDS = 60;
    private static final int HIGHEST_EASY_RPE = 4;
    private static final int HIGHEST_MODERATE_RPE = 6;

    public RunIntensity {
        prescribedModerateSeconds = Math.min(moderateSeconds, prescribedModerateSeconds);
    }

    /** By the zones, or else by the effort; empty when neither is known and the run was no race. */
    public static Optional<RunIntensity> of(
            Optional<TimeInZones> zones,
            AboveEasy aboveEasy,
            double movingSeconds,
            OptionalInt rpe,
            Prescription prescription) {
        if (prescription.raced()) {
            return Optional.of(raced(zones, movingSeconds));
        }
        if (zones.isPresent()) {
            return zones.map(time -> byZones(time, aboveEasy, rpe, prescription));
        }
        return rpe.isPresent() ? Optional.of(byRpe(movingSeconds, rpe.getAsInt(), prescription)) : Optional.empty();
    }

    /** D2: all of a race or test is hard, except what was easy before and after it. */
    private static RunIntensity raced(Optional<TimeInZones> zones, double movingSeconds) {
        return zones.map(time -> new RunIntensity(
                        time.lowSeconds(), 0, time.moderateSeconds() + time.highSeconds(), 0, true, false))
                .orElseGet(() -> new RunIntensity(0, 0, movingSeconds, 0, true, false));
    }

    private static RunIntensity byZones(
            TimeInZones time, AboveEasy aboveEasy, OptionalInt rpe, Prescription prescription) {
        var hardSession = prescription.quality() && time.moderateSeconds() + time.highSeconds() >= NOT_EASY_SECONDS;
        var prescribed = Math.min(time.moderateSeconds(), prescription.moderateSeconds());
        var seconds = time.lowSeconds() + time.moderateSeconds() + time.highSeconds();
        var notEasy = time.moderateSeconds() + time.highSeconds();
        var byHeart = aboveEasy.heartSeconds().orElse(0) - prescribed;
        var byPace = aboveEasy.paceSeconds().orElse(notEasy) - prescribed;
        var hardHeart = EasyRun.tooHardByHeart(byHeart, seconds - prescribed);
        var tooHard = hardHeart
                || EasyRun.tooHardByPace(byPace, seconds - prescribed)
                || (prescribed == 0 && EasyRun.tooHardByEffort(rpe.orElse(0), seconds));
        var easy = prescription.easy() || !(hardSession || time.highSeconds() >= HARD_SECONDS);
        // an easy pace at a hard heart rate was not easy (S6); in a hard session it is the recovery between the
        // repetitions
        var raised = hardHeart && !prescription.quality()
                ? Math.clamp(byHeart + prescribed - notEasy, 0, time.lowSeconds())
                : 0;
        return new RunIntensity(
                time.lowSeconds() - raised,
                time.moderateSeconds() + raised,
                time.highSeconds(),
                prescribed,
                hardSession,
                tooHard && easy);
    }

    /**
     * A run of which only the effort is known has all of its time at that effort (S5). One effort for a whole session
     * cannot say which part was moderate, so in a hard session of the plan all of it was asked for.
     */
    private static RunIntensity byRpe(double movingSeconds, int rpe, Prescription prescription) {
        var easy = rpe <= HIGHEST_EASY_RPE;
        var high = rpe > HIGHEST_MODERATE_RPE;
        return new RunIntensity(
                easy ? movingSeconds : 0,
                easy || high ? 0 : movingSeconds,
                high ? movingSeconds : 0,
                prescription.quality() ? movingSeconds : prescription.moderateSeconds(),
                prescription.quality() && !easy,
                EasyRun.tooHardByEffort(rpe, movingSeconds)
                        && (prescription.easy() || (!high && !prescription.quality())));
    }

    /** S21. Strides do not make a run hard (D5): five minutes at threshold or faster do. */
    public boolean hard() {
        return hardSession || highSeconds >= HARD_SECONDS;
    }

    public double seconds() {
        return lowSeconds + moderateSeconds + highSeconds;
    }

    public double unplannedModerateSeconds() {
        return moderateSeconds - prescribedModerateSeconds;
    }

    /** S22. Where a span is grey, at least one of its runs is. */
    public boolean grey() {
        return unplannedModerateSeconds() > Diary.MOST_GREY_TIME * seconds();
    }
}
