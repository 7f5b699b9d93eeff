package run.harrier.load.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import run.harrier.load.analysis.model.ProgressionRun.ProgressionKind;
import run.harrier.load.recording.model.Samples;

/** What was run is recognised (D41, S67 to S71), from points as a watch writes them. */
class ProgressionRunTest {
    private static final double MILE = 1609.344;

    /** @param speed in metres per second */
    private record Stretch(double seconds, double speed) {
        static Stretch mile(double secondsPerKm) {
            return new Stretch(MILE / 1000 * secondsPerKm, 1000 / secondsPerKm);
        }

        static Stretch minutes(double minutes, double secondsPerKm) {
            return new Stretch(60 * minutes, 1000 / secondsPerKm);
        }
    }

    private record Shape(Optional<ProgressionKind> kind, List<Stretch> stretches) {}

    /** @param marathon seconds per kilometre; the other paces lie around it as they do for a runner */
    private record Runner(double marathon) {
        double easy() {
            return 1.18 * marathon;
        }

        double threshold() {
            return 0.94 * marathon;
        }

        double interval() {
            return 0.87 * marathon;
        }
    }

    /**
     * How a watch writes a run.
     *
     * @param wobble of the speed of each second
     * @param drift of the speed of each quarter of a minute: a satellite is wrong for a while
     * @param every seconds there is a point
     * @param lights at which the runner stands, with the timer running
     */
    private record Watch(double wobble, double drift, int every, int lights, long seed) {}

    @Provide
    Arbitrary<Runner> runners() {
        return Arbitraries.doubles().between(200, 420).map(Runner::new);
    }

    @Provide
    Arbitrary<Watch> watches() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 0.1),
                        Arbitraries.doubles().between(0, 0.05),
                        Arbitraries.of(1, 1, 3, 7),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.longs())
                .as(Watch::new);
    }

    @Provide
    Arbitrary<Integer> minutes() {
        return Arbitraries.integers().between(6, 18).map(fives -> 5 * fives);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void a_fast_finish_is_recognised(
            @ForAll("runners") Runner runner, @ForAll("watches") Watch watch, @ForAll("minutes") int minutes) {
        for (int finish : List.of(5, 10, Math.min(15, minutes / 3))) {
            recognised(
                    ProgressionKind.FAST_FINISH,
                    watch,
                    Stretch.minutes(minutes - finish, runner.easy()),
                    Stretch.minutes(finish, runner.marathon()));
        }
        recognised(
                ProgressionKind.FAST_FINISH,
                watch,
                Stretch.minutes(minutes - 15, runner.easy()),
                Stretch.minutes(10, runner.threshold()),
                Stretch.minutes(5, runner.easy()));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void a_negative_split_is_recognised(
            @ForAll("runners") Runner runner, @ForAll("watches") Watch watch, @ForAll("minutes") int minutes) {
        recognised(
                ProgressionKind.NEGATIVE_SPLIT,
                watch,
                Stretch.minutes(minutes / 2.0, runner.easy()),
                Stretch.minutes(minutes / 2.0, runner.marathon()));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void thirds_are_recognised(
            @ForAll("runners") Runner runner, @ForAll("watches") Watch watch, @ForAll("minutes") int minutes) {
        int third = minutes / 15 * 5;
        recognised(
                ProgressionKind.THIRDS,
                watch,
                Stretch.minutes(third, runner.easy()),
                Stretch.minutes(third, runner.marathon()),
                Stretch.minutes(third, runner.threshold()),
                Stretch.minutes(5, runner.easy()));
    }

    /** A single mile that is hardly faster is lost in much noise, or in a slow runner's. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void miles_that_get_faster_are_recognised(@ForAll("runners") Runner runner, @ForAll("watches") Watch watch) {
        for (int miles = watch.drift() > 0.02 || runner.marathon() > 330 ? 2 : 1; miles <= 4; miles++) {
            double faster = Math.min(30 / 1.609344, (runner.marathon() - runner.interval()) / miles);
            var stretches = new ArrayList<>(List.of(Stretch.mile(runner.easy()), Stretch.mile(runner.marathon())));
            for (int mile = 1; mile <= miles; mile++) {
                stretches.add(Stretch.mile(runner.marathon() - mile * faster));
            }
            stretches.add(Stretch.mile(runner.easy()));
            recognised(ProgressionKind.EACH_MILE_FASTER, watch, stretches.toArray(Stretch[]::new));
        }
    }

    /** Easy, tempo, cruise, long and fast intervals, strides, walk breaks, a fading race, with and without a warm-up. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void no_other_run_is_one(
            @ForAll("runners") Runner runner, @ForAll("watches") Watch watch, @ForAll("minutes") int minutes) {
        var warmUp = Stretch.minutes(15, runner.easy());
        var coolDown = Stretch.minutes(10, runner.easy());
        none(watch, Stretch.minutes(minutes, runner.easy()));
        none(watch, Stretch.minutes(minutes, runner.threshold()));
        none(watch, Stretch.minutes(10, 1.06 * runner.easy()), Stretch.minutes(minutes, runner.easy()));
        none(watch, Stretch.minutes(minutes / 2.0, runner.marathon()), Stretch.minutes(minutes / 2.0, runner.easy()));
        none(watch, warmUp, Stretch.minutes(20, runner.threshold()), coolDown);
        none(watch, warmUp, Stretch.minutes(minutes, runner.marathon()), coolDown);
        none(watch, framed(runner, 4, Stretch.mile(runner.threshold()), Stretch.minutes(1, 1.3 * runner.easy())));
        none(watch, framed(runner, 5, Stretch.minutes(4, runner.interval()), Stretch.minutes(3, 1.3 * runner.easy())));
        none(watch, framed(runner, 8, Stretch.minutes(1, 0.8 * runner.marathon()), Stretch.minutes(2, runner.easy())));
        none(
                watch,
                repeated(
                        Stretch.minutes(minutes, runner.easy()),
                        6,
                        Stretch.minutes(1 / 3.0, 0.75 * runner.marathon()),
                        Stretch.minutes(1, runner.easy())));
        none(watch, repeated(warmUp, 6, Stretch.minutes(5, runner.easy()), Stretch.minutes(1, 3 * runner.marathon())));
    }

    /** S67. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void a_run_with_a_rest_is_none(@ForAll("runners") Runner runner, @ForAll("watches") Watch watch) {
        var rest = new Stretch(300, 0);
        none(
                watch,
                Stretch.minutes(15, runner.easy()),
                rest,
                Stretch.minutes(15, runner.marathon()),
                Stretch.minutes(15, runner.threshold()));
    }

    @Test
    void a_short_run_or_one_without_distance_is_none() {
        var still = new Watch(0, 0, 1, 0, 0);

        none(still, Stretch.minutes(7, 360), Stretch.minutes(7, 300));
        assertThat(ProgressionRun.of(SampleIntervals.none())).isEmpty();
    }

    private static Stretch[] framed(Runner runner, int times, Stretch... repeated) {
        var all = new ArrayList<>(List.of(repeated(Stretch.minutes(15, runner.easy()), times, repeated)));
        all.add(Stretch.minutes(10, runner.easy()));
        return all.toArray(Stretch[]::new);
    }

    private static Stretch[] repeated(Stretch before, int times, Stretch... repeated) {
        var all = new ArrayList<>(List.of(before));
        for (int i = 0; i < times; i++) {
            all.addAll(List.of(repeated));
        }
        return all.toArray(Stretch[]::new);
    }

    private static void recognised(ProgressionKind kind, Watch watch, Stretch... stretches) {
        var found = ProgressionRun.of(points(watch, stretches));
        assertThat(found.map(ProgressionRun::kind)).as("%s", List.of(stretches)).contains(kind);
    }

    private static void none(Watch watch, Stretch... stretches) {
        assertThat(ProgressionRun.of(points(watch, stretches)))
                .as("%s", List.of(stretches))
                .isEmpty();
    }

    private static SampleIntervals points(Watch watch, Stretch... stretches) {
        var random = new Random(watch.seed());
        var samples = new Samples();
        double all = DoubleStream.of(List.of(stretches).stream()
                        .mapToDouble(Stretch::seconds)
                        .toArray())
                .sum();
        double metres = 0;
        double drift = 0;
        long clock = 0;
        long second = 0;
        double passed = 0;
        for (var stretch : stretches) {
            passed += stretch.seconds();
            for (; second < passed; second++) {
                if (second % 15 == 0) {
                    drift = watch.drift() * (2 * random.nextDouble() - 1);
                }
                for (int light = 1; light <= watch.lights(); light++) {
                    if (second == (long) (all * light / 4)) {
                        for (int stood = 0; stood < 25; stood++) {
                            samples.at(clock++ * 1000);
                            samples.distanceMetres(metres);
                        }
                    }
                }
                if (second % watch.every() == 0) {
                    samples.at(clock * 1000);
                    samples.distanceMetres(metres);
                }
                clock++;
                metres += stretch.speed() * (1 + drift + watch.wobble() * (2 * random.nextDouble() - 1));
            }
        }
        samples.at(clock * 1000);
        samples.distanceMetres(metres);
        return SampleIntervals.of(samples.streams(0, 0, Long.MAX_VALUE), List.of());
    }
}
