package run.harrier.load.recording.model;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What was taken where a file contradicts itself or says too little.
 *
 * @param left the figure that was not taken, where there is one
 * @param taken the figure that was taken, where there is one
 */
public record Choice(Kind kind, OptionalDouble left, OptionalDouble taken) {
    public enum Kind {
        /** The device's own distance contradicts its records. */
        DISTANCE_OF_RECORDS("The device's total is %s m, its records make %s m: the records count."),
        /** The device's own time contradicts its records. */
        TIME_OF_RECORDS("The device's total is %s s, its records make %s s: the records count."),
        /** The clock was set during the run: the times of the records say nothing of its length. */
        TOTALS_OF_DEVICE("The clock was set on the way: the device's own totals count, from the later date."),
        /** A drive, a lift or a ferry between two segments. */
        METRES_OF_BREAKS("Between two parts lie %s m at no running speed: they do not count."),
        /** Laps or segments that overlap in time. */
        OVERLAP_OF_LAPS("Laps or segments overlap in time: what two of them cover counts once."),
        /** The file has a strap's heart rates apart from the activity. */
        HEART_RATE_OF_STRAP("The heart rate of the strap was joined in from its own part of the file."),
        /** The file counts the steps of both feet where its format counts those of one. */
        CADENCE_OF_BOTH_FEET("The file counts the steps of both feet, so its cadence was not doubled.");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    /** One without figures. */
    public static Choice of(Kind kind) {
        return new Choice(kind, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** One between two figures. */
    public static Choice of(Kind kind, double left, double taken) {
        return new Choice(kind, OptionalDouble.of(left), OptionalDouble.of(taken));
    }

    /** A sentence for who sent the file. */
    public String text() {
        return String.format(Locale.ROOT, kind.sentence, whole(left), whole(taken));
    }

    private static String whole(OptionalDouble figure) {
        return Long.toString(Math.round(figure.orElse(0)));
    }
}
