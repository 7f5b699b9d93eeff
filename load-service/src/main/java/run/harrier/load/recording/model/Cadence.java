package run.harrier.load.recording.model;

import java.util.List;
import java.util.OptionalDouble;
import run.harrier.load.recording.model.Choice.Kind;
import run.harrier.load.recording.model.Streams.Column;

/**
 * Whether a file counts the strides of one leg, as the formats say, or the steps of both feet, as many devices write. Sport
 * and speed decide: of the two readings that one is right which is nearer to what legs do.
 */
public final class Cadence {
    private static final double RUNNING_STEPS = 170;
    /** Of a run so slow that some of it was walked. */
    private static final double SHUFFLING_STEPS = 130;

    private static final double WALKING_STEPS = 110;
    /** Below it runners walk, above it walkers run. */
    private static final double FASTEST_WALK_METRES_PER_SECOND = 2.2;

    private Cadence() {}

    /**
     * Streams whose cadence is that of both feet; without one where it is not of feet. Given is what {@link
     * Samples#cadence} took: twice what the file has.
     */
    public static Streams ofBothFeet(Sport sport, Streams streams, List<Pause> pauses, ReadingNotes notes) {
        if (!sport.onFoot() || !streams.has(Column.CADENCE_STEPS_PER_MINUTE)) {
            return streams.without(Column.CADENCE_STEPS_PER_MINUTE);
        }
        long sum = 0;
        int count = 0;
        for (int i = 0; i < streams.size(); i++) {
            int twice = streams.value(Column.CADENCE_STEPS_PER_MINUTE, i);
            sum += Math.max(0, twice);
            count += twice > 0 ? 1 : 0;
        }
        boolean steps = count > 0 && countsSteps(sport, sum / 2.0 / count, speed(streams, pauses));
        if (steps) {
            notes.choose(Choice.of(Kind.CADENCE_OF_BOTH_FEET));
        }
        int[] ofBoth = new int[streams.size()];
        for (int i = 0; i < ofBoth.length; i++) {
            int twice = streams.value(Column.CADENCE_STEPS_PER_MINUTE, i);
            int value = steps ? Math.round(twice / 2f) : twice;
            ofBoth[i] = twice < 0 || value > Samples.MOST_STEPS ? Streams.MISSING : value;
        }
        return streams.with(Column.CADENCE_STEPS_PER_MINUTE, ofBoth);
    }

    /** The steps of both feet a minute behind an average of a whole activity or lap, as the file has it. */
    public static double ofBothFeet(Sport sport, double written, OptionalDouble metresPerSecond) {
        return countsSteps(sport, written, metresPerSecond) ? written : 2 * written;
    }

    private static boolean countsSteps(Sport sport, double written, OptionalDouble metresPerSecond) {
        // half way between the two readings, as ratios are
        return written > usualSteps(sport, metresPerSecond) / Math.sqrt(2);
    }

    private static double usualSteps(Sport sport, OptionalDouble metresPerSecond) {
        if (metresPerSecond.isEmpty()) {
            return sport.running() ? RUNNING_STEPS : WALKING_STEPS;
        }
        double speed = metresPerSecond.getAsDouble();
        if (speed >= FASTEST_WALK_METRES_PER_SECOND) {
            return RUNNING_STEPS;
        }
        return sport.running() ? SHUFFLING_STEPS : Math.max(80, 70 + 30 * speed);
    }

    private static OptionalDouble speed(Streams streams, List<Pause> pauses) {
        int[] run = streams.filled(Column.DISTANCE_CENTIMETRES);
        if (run.length < 2) {
            return OptionalDouble.empty();
        }
        int from = streams.millis(0);
        int until = streams.millis(run.length - 1);
        double seconds = ((double) until - from) / 1000 - Pause.seconds(pauses, from, until);
        double metres = ((double) run[run.length - 1] - run[0]) / 100;
        return seconds > 0 && metres > 0 ? OptionalDouble.of(metres / seconds) : OptionalDouble.empty();
    }
}
