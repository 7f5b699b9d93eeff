package run.harrier.load.activity.file;

import java.time.LocalDate;
import java.util.OptionalDouble;
import run.harrier.load.activity.model.Analysis;
import run.harrier.load.activity.model.Figures;
import run.harrier.load.activity.model.Recording;

/** What cannot be: dates to come, activities without end, runners faster than any runner. */
final class Plausibility {
    private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);
    private static final double LONGEST_SECONDS = 7 * 86_400.0;
    private static final double FURTHEST_METRES = 5_000_000;
    private static final double FASTEST_ON_FOOT = 13;
    private static final double FASTEST = 100;
    private static final double HIGHEST_CLIMB_METRES = 100_000;

    private Plausibility() {}

    /** @throws RefusedException saying what cannot be */
    static void require(Recording recording, LocalDate today) {
        if (recording.on().isAfter(today)) {
            throw RefusedException.implausible("The activity starts on " + recording.on() + ", which is to come.");
        }
        if (recording.on().isBefore(EARLIEST)) {
            throw RefusedException.implausible("The activity starts on " + recording.on() + ", before any watch.");
        }
        Figures figures = Analysis.of(recording).figures();
        within("elapsed seconds", figures.elapsedSeconds(), LONGEST_SECONDS);
        within("moving seconds", figures.movingSeconds(), LONGEST_SECONDS);
        if (figures.elapsedSeconds() <= 0) {
            throw RefusedException.implausible("The activity lasts no time.");
        }
        figures.distanceMetres().ifPresent(metres -> within("distance in metres", metres, FURTHEST_METRES));
        figures.elevationGainMetres().ifPresent(metres -> within("climb in metres", metres, HIGHEST_CLIMB_METRES));
        OptionalDouble speed = figures.metresPerSecond();
        speed.ifPresent(fast -> within(
                "average speed in metres a second",
                fast,
                recording.sport().onFoot() && figures.movingSeconds() > 60 ? FASTEST_ON_FOOT : FASTEST));
    }

    private static void within(String figure, double value, double most) {
        // written so that NaN fails
        if (!(value >= 0 && value <= most)) {
            throw RefusedException.implausible(
                    "The " + figure + " cannot be " + (float) value + ", only 0 to " + (float) most + ".");
        }
    }
}
