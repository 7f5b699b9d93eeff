package run.harrier.load.analysis.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Sport;

/** What cannot be, of a file or entered by hand: dates to come, activities without end, runners faster than any. */
public final class Plausibility {
    private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);
    static final double LONGEST_SECONDS = Recording.LONGEST_MILLIS / 1000.0;
    static final double FURTHEST_METRES = 5_000_000;
    /** Shorter is no activity, and no formula can bear it. */
    private static final double SHORTEST_SECONDS = 1;

    private static final double FASTEST_ON_FOOT = 13;
    private static final double FASTEST = 100;
    /** A lap may begin before and end after the timer by this much. */
    private static final double LAP_SLACK_SECONDS = 10;

    private static final double LAP_SLACK_METRES = 50;
    static final double HIGHEST_CLIMB_METRES = 100_000;

    private Plausibility() {}

    /** @param field by its name in the API */
    public record Doubt(String field, String text) {}

    /**
     * The first thing that cannot be. A watch may be hours wrong, so only a day to come is doubted, not a later hour of
     * today. Today is that of the place where the activity started (U19), which may be ahead of the athlete's home.
     */
    public static Optional<Doubt> doubt(Analysis analysis, Instant now) {
        Recording recording = analysis.recording();
        LocalDate today = LocalDate.ofInstant(now, recording.offset());
        return doubt(recording.sport(), recording.on(), analysis.figures(), today);
    }

    static Optional<Doubt> doubt(Sport sport, LocalDate on, Figures figures, LocalDate today) {
        if (on.isAfter(today)) {
            return Optional.of(new Doubt("startedAt", "The activity starts on " + on + ", which is to come."));
        }
        if (on.isBefore(EARLIEST)) {
            return Optional.of(new Doubt("startedAt", "The activity starts on " + on + ", before any watch."));
        }
        if (figures.elapsedSeconds() < SHORTEST_SECONDS || figures.movingSeconds() < SHORTEST_SECONDS) {
            return Optional.of(new Doubt("durationSeconds", "The activity lasts less than a second."));
        }
        OptionalDouble speed = figures.metresPerSecond();
        return within("durationSeconds", "elapsed seconds", figures.elapsedSeconds(), LONGEST_SECONDS)
                .or(() -> within("durationSeconds", "moving seconds", figures.movingSeconds(), LONGEST_SECONDS))
                .or(() -> within(
                        "distanceMetres",
                        "distance in metres",
                        figures.distanceMetres().orElse(0),
                        FURTHEST_METRES))
                .or(() -> within(
                        "elevationGainMetres",
                        "climb in metres",
                        figures.elevationGainMetres().orElse(0),
                        HIGHEST_CLIMB_METRES))
                .or(() ->
                        within("distanceMetres", "average speed in metres a second", speed.orElse(0), fastest(sport)));
    }

    /** In metres a second, on average. */
    static double fastest(Sport sport) {
        return sport.onFoot() ? FASTEST_ON_FOOT : FASTEST;
    }

    /** Whether a lap can be one of an activity with these figures, by the same measures. */
    static boolean possible(Sport sport, Lap lap, Figures whole) {
        Figures figures = lap.figures();
        double metres = figures.distanceMetres().orElse(0);
        return lap.startSeconds() > -LAP_SLACK_SECONDS
                && lap.startSeconds() <= whole.elapsedSeconds() + LAP_SLACK_SECONDS
                && inside(figures.elapsedSeconds(), whole.elapsedSeconds() + LAP_SLACK_SECONDS)
                && inside(figures.movingSeconds(), whole.movingSeconds() + LAP_SLACK_SECONDS)
                && inside(metres, LAP_SLACK_METRES + fastest(sport) * figures.movingSeconds())
                && inside(
                        metres, LAP_SLACK_METRES + 1.05 * whole.distanceMetres().orElse(FURTHEST_METRES));
    }

    private static boolean inside(double value, double most) {
        return value >= 0 && value <= most;
    }

    private static Optional<Doubt> within(String field, String figure, double value, double most) {
        // written so that NaN fails
        return value >= 0 && value <= most
                ? Optional.empty()
                : Optional.of(new Doubt(
                        field, "The " + figure + " cannot be " + (float) value + ", only 0 to " + (float) most + "."));
    }
}
