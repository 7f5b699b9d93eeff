package run.harrier.load.analysis.model;

import java.util.OptionalDouble;
import run.harrier.load.recording.model.Choice;
import run.harrier.load.recording.model.Choice.Kind;
import run.harrier.load.recording.model.Reading.Cause;
import run.harrier.load.recording.model.ReadingNotes;
import run.harrier.load.recording.model.Sport;
import run.harrier.load.recording.model.Totals;

/**
 * The device's own totals, as far as they can be believed beside its records: a total wins, unless it cannot be, the
 * records are longer, as when a device leaves out a lap or its sensor did not count, or it has the drive of a break in it. What is not believed is empty.
 */
final class BelievedTotals {
    /** A total and its records differ by this much without contradicting each other. */
    private static final double ALIKE = 1.05;

    private static final double ALIKE_METRES = 50;
    private static final double ALIKE_SECONDS = 30;
    private static final double FASTEST_CLIMB_METRES_PER_SECOND = 2;
    private static final double SLOWEST_BPM = 20;
    private static final double FASTEST_BPM = 250;
    private static final double MOST_STEPS = 320;

    private final Sport sport;
    private final Totals device;
    private final Records records;
    private final ReadingNotes notes;

    /**
     * What the records make.
     *
     * @param metres empty where they have neither distance nor position
     * @param spanSeconds from the first to the last
     * @param timerSeconds without pauses
     * @param surelySeconds without pauses, gaps and standing still
     * @param breakMetres driven or walked in the pauses
     */
    record Records(
            OptionalDouble metres, double spanSeconds, double timerSeconds, double surelySeconds, double breakMetres) {}

    private BelievedTotals(Sport sport, Totals device, Records records, ReadingNotes notes) {
        this.sport = sport;
        this.device = device;
        this.records = records;
        this.notes = notes;
    }

    static Totals of(Sport sport, Totals device, Records records, ReadingNotes notes) {
        return new BelievedTotals(sport, device, records, notes).believed();
    }

    private Totals believed() {
        OptionalDouble elapsed = within(device.elapsedSeconds(), 0, Plausibility.LONGEST_SECONDS);
        double longest = Math.max(records.spanSeconds(), elapsed.orElse(0));
        OptionalDouble moving = movingSeconds(longest > 0 ? ALIKE * longest + 60 : Plausibility.LONGEST_SECONDS);
        double moved = moving.orElse(records.timerSeconds());
        return new Totals(
                distanceMetres(moved),
                moving,
                elapsed.orElse(0) < moved - 1 ? OptionalDouble.empty() : elapsed,
                within(
                        device.elevationGainMetres(),
                        0,
                        sport.onFoot()
                                ? Math.max(10, FASTEST_CLIMB_METRES_PER_SECOND * moved)
                                : Plausibility.HIGHEST_CLIMB_METRES),
                within(device.averageHeartRateBpm(), SLOWEST_BPM, FASTEST_BPM),
                within(device.maxHeartRateBpm(), SLOWEST_BPM, FASTEST_BPM),
                within(device.averageCadenceStepsPerMinute(), 0, MOST_STEPS));
    }

    private OptionalDouble movingSeconds(double most) {
        OptionalDouble moving = within(device.movingSeconds(), 0, most);
        if (moving.isPresent() && records.surelySeconds() > ALIKE * moving.getAsDouble() + ALIKE_SECONDS) {
            notes.choose(Choice.of(Kind.TIME_OF_RECORDS, moving.getAsDouble(), records.timerSeconds()));
            return OptionalDouble.empty();
        }
        return moving;
    }

    private OptionalDouble distanceMetres(double moved) {
        double most = Math.min(Plausibility.FURTHEST_METRES, ALIKE_METRES + Plausibility.fastest(sport) * moved);
        OptionalDouble distance = within(device.distanceMetres(), 0, most);
        double recorded = records.metres().orElse(0);
        boolean impossible = device.distanceMetres().isPresent() && distance.isEmpty();
        boolean longer =
                distance.isPresent() && recorded > ALIKE * distance.getAsDouble() + ALIKE_METRES && recorded <= most;
        boolean withBreaks = distance.isPresent()
                && distance.getAsDouble() > ALIKE * recorded + ALIKE_METRES
                && distance.getAsDouble() <= ALIKE * (recorded + records.breakMetres()) + ALIKE_METRES;
        if (records.metres().isPresent() && (impossible || longer || withBreaks)) {
            notes.choose(
                    Choice.of(Kind.DISTANCE_OF_RECORDS, device.distanceMetres().getAsDouble(), recorded));
        }
        return longer || withBreaks ? OptionalDouble.empty() : distance;
    }

    /** The figure, if it lies within the bounds; else empty, and noted, as for NaN. */
    private OptionalDouble within(OptionalDouble figure, double least, double most) {
        if (figure.isEmpty() || (figure.getAsDouble() >= least && figure.getAsDouble() <= most)) {
            return figure;
        }
        notes.skip(Cause.TOTAL);
        return OptionalDouble.empty();
    }
}
