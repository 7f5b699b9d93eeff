package run.harrier.athlete.fitness.model;

import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The fitness number (S12): the oxygen that a performance costs, over the fraction of the maximum that can be held for
 * its time, in ml/kg/min. Formulas: Daniels and Gilbert, <i>Oxygen Power</i> (1979); how far they hold: {@link Validity}.
 */
public record Vdot(double value) {
    public static final double LOWEST = 10;
    public static final double HIGHEST = 90;

    static final double MILE_METRES = 1609.344;
    static final double MARATHON_METRES = 42_195;

    private static final double[] EQUIVALENT_METRES = {
        1500, MILE_METRES, 3000, 5000, 10_000, 15_000, 21_097.5, MARATHON_METRES
    };
    private static final double TOLERANCE_MINUTES = 1e-6 / 60;
    private static final double SLOWEST_METRES_PER_MINUTE = 25;
    private static final double FASTEST_METRES_PER_MINUTE = 650;

    public Vdot {
        if (!(value >= LOWEST && value <= HIGHEST)) {
            throw new IllegalArgumentException("VDOT " + value + " is not between " + LOWEST + " and " + HIGHEST);
        }
    }

    static Vdot of(double distanceMetres, Duration duration) {
        return new Vdot(raw(distanceMetres, minutes(duration)));
    }

    /** The time that solves the same equation over another distance, found by bisection to a millionth of a second. */
    public Duration timeOver(double distanceMetres) {
        var fast = distanceMetres / FASTEST_METRES_PER_MINUTE;
        var slow = distanceMetres / SLOWEST_METRES_PER_MINUTE;
        while (slow - fast > TOLERANCE_MINUTES) {
            var middle = (fast + slow) / 2;
            if (raw(distanceMetres, middle) > value) {
                fast = middle;
            } else {
                slow = middle;
            }
        }
        return Duration.ofNanos(Math.round((fast + slow) / 2 * 60e9));
    }

    /** Times of equal worth (U25), by rising distance from 1500 m to the marathon. */
    public List<Equivalent> equivalents() {
        return DoubleStream.of(EQUIVALENT_METRES)
                .mapToObj(metres -> new Equivalent(metres, timeOver(metres)))
                .toList();
    }

    /** The pace that costs this fraction of the number. */
    double secondsPerKmAt(double fraction) {
        return 60_000 / metresPerMinuteFor(fraction * value);
    }

    /** The pace of the time over this distance. */
    double secondsPerKmOver(double distanceMetres) {
        return timeOver(distanceMetres).toNanos() / 1e6 / distanceMetres;
    }

    static double raw(double distanceMetres, double minutes) {
        return oxygenCost(distanceMetres / minutes) / fractionHeldFor(minutes);
    }

    static double minutes(Duration duration) {
        return duration.toNanos() / 60e9;
    }

    private static double oxygenCost(double metresPerMinute) {
        return -4.60 + 0.182258 * metresPerMinute + 0.000104 * metresPerMinute * metresPerMinute;
    }

    private static double metresPerMinuteFor(double oxygenCost) {
        return (-0.182258 + Math.sqrt(0.182258 * 0.182258 + 4 * 0.000104 * (4.60 + oxygenCost))) / (2 * 0.000104);
    }

    private static double fractionHeldFor(double minutes) {
        return 0.8 + 0.1894393 * Math.exp(-0.012778 * minutes) + 0.2989558 * Math.exp(-0.1932605 * minutes);
    }
}
