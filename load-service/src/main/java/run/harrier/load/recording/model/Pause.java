package run.harrier.load.recording.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A time during which the timer stood, in milliseconds since the start; {@code from} is before {@code until}. */
public record Pause(int fromMillis, int untilMillis) {
    public Pause {
        if (fromMillis >= untilMillis) {
            throw new IllegalArgumentException(fromMillis + " is not before " + untilMillis);
        }
    }

    /** All of them in order, those that overlap or touch as one. */
    public static List<Pause> union(List<Pause> pauses, List<Pause> others) {
        List<Pause> all = Stream.concat(pauses.stream(), others.stream())
                .sorted(Comparator.comparingInt(Pause::fromMillis))
                .toList();
        List<Pause> joined = new ArrayList<>();
        for (Pause pause : all) {
            if (!joined.isEmpty() && pause.fromMillis <= joined.getLast().untilMillis) {
                Pause last = joined.removeLast();
                joined.add(new Pause(last.fromMillis, Math.max(last.untilMillis, pause.untilMillis)));
            } else {
                joined.add(pause);
            }
        }
        return joined;
    }

    /** How much of a span the timer stood; the pauses in order. */
    public static double seconds(List<Pause> pauses, int from, int until) {
        int low = 0;
        int high = pauses.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pauses.get(middle).untilMillis <= from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        long stood = 0;
        for (int i = low; i < pauses.size() && pauses.get(i).fromMillis < until; i++) {
            Pause pause = pauses.get(i);
            stood += Math.min((long) until, pause.untilMillis) - Math.max(from, pause.fromMillis);
        }
        return stood / 1000.0;
    }
}
