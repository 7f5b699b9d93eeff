package run.harrier.load.recording.model;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import run.harrier.load.recording.model.Reading.Cause;

/** Notes what is left out and what is chosen while a file is read; each point counts once, by its first cause. */
public final class ReadingNotes {
    private final Map<Cause, Integer> skipped = new EnumMap<>(Cause.class);
    private final Set<Choice> choices = new LinkedHashSet<>();
    private int points;
    private boolean pointNoted;

    /** Begins a point of the file, whether it will be kept or not. */
    public void beginPoint() {
        points++;
        pointNoted = false;
    }

    /** Something of the point that was begun last is left out. */
    public void skipOfPoint(Cause cause) {
        if (!pointNoted) {
            pointNoted = true;
            skip(cause, 1);
        }
    }

    /** A lap or a sum is left out. */
    public void skip(Cause cause) {
        skip(cause, 1);
    }

    /** So many laps or sums are left out. */
    public void skip(Cause cause, int times) {
        if (times > 0) {
            skipped.merge(cause, times, Integer::sum);
        }
    }

    public void choose(Choice choice) {
        choices.add(choice);
    }

    public void add(Reading reading) {
        points += reading.points();
        reading.skipped().forEach(this::skip);
        choices.addAll(reading.choices());
    }

    public Reading reading() {
        return new Reading(points, skipped, List.copyOf(choices));
    }
}
