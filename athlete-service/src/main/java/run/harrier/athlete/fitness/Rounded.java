package run.harrier.athlete.fitness;

import java.time.Duration;

/** Rounds figures for views and events. */
final class Rounded {
    private Rounded() {}

    static double hundredth(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** To a tenth of a second. */
    static double seconds(Duration duration) {
        return tenth(duration.toMillis() / 1000.0);
    }

    static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
