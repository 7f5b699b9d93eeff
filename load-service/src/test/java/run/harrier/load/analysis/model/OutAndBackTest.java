package run.harrier.load.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import run.harrier.load.recording.model.Samples;

/** The turn is found in the track, and the time of both ways (S68). */
class OutAndBackTest {
    private static final double METRES_PER_DEGREE = 6_371_008.8 * Math.PI / 180;

    /** North and east of the start, in metres. */
    private record Place(double north, double east) {}

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void the_turn_of_a_winding_way_is_found(
            @ForAll @DoubleRange(min = 1200, max = 12_000) double way,
            @ForAll @DoubleRange(min = 2.2, max = 5) double out,
            @ForAll @DoubleRange(min = 2.2, max = 5) double back,
            @ForAll @IntRange(min = 1, max = 30) int every,
            @ForAll long seed) {
        var there = winding(way);
        var places = new ArrayList<Place>();
        for (double metres = 0; metres < way; metres += out) {
            places.add(there.get((int) metres));
        }
        int turnSecond = places.size();
        for (double metres = way; metres > 0; metres -= back) {
            places.add(there.get((int) Math.min(metres, way - 1)));
        }

        var found = found(places, every, seed).orElseThrow();

        assertThat(found.outSeconds()).isCloseTo(turnSecond, within(0.02 * turnSecond + 2 * every));
        assertThat(found.outSeconds() + found.backSeconds()).isCloseTo(places.size(), within(every + 1.0));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void a_round_laps_and_one_way_have_no_turn(
            @ForAll @DoubleRange(min = 3000, max = 20_000) double metres, @ForAll long seed) {
        var round = new ArrayList<Place>();
        var laps = new ArrayList<Place>();
        for (double run = 0; run < metres; run += 3) {
            double angle = 2 * Math.PI * run / metres;
            round.add(new Place(metres / 6.3 * Math.sin(angle), metres / 6.3 * (1 - Math.cos(angle))));
            double lap = 2 * Math.PI * run / 400;
            laps.add(new Place(64 * Math.sin(lap), 64 * (1 - Math.cos(lap))));
        }

        assertThat(found(round, 1, seed)).isEmpty();
        assertThat(found(laps, 1, seed)).isEmpty();
        assertThat(found(winding(metres), 3, seed)).isEmpty();
    }

    /** A place each metre. */
    private static List<Place> winding(double metres) {
        var places = new ArrayList<Place>();
        double north = 0;
        double east = 0;
        for (int metre = 0; metre < metres; metre++) {
            double course = 1.2 * Math.sin(metre / 300.0);
            north += Math.cos(course);
            east += Math.sin(course);
            places.add(new Place(north, east));
        }
        return places;
    }

    /** A place each second; a satellite is five metres wrong, and for a while in the same direction. */
    private static Optional<OutAndBack> found(List<Place> places, int every, long seed) {
        var random = new Random(seed);
        var samples = new Samples();
        double north = 0;
        double east = 0;
        double metres = 0;
        for (int second = 0; second < places.size(); second++) {
            var place = places.get(second);
            metres += second == 0 ? 0 : apart(places.get(second - 1), place);
            north = 0.95 * north + 1.5 * random.nextGaussian();
            east = 0.95 * east + 1.5 * random.nextGaussian();
            if (second % every == 0) {
                samples.at(second * 1000L);
                samples.distanceMetres(metres);
                samples.position(
                        47 + (place.north() + north) / METRES_PER_DEGREE,
                        8 + (place.east() + east) / METRES_PER_DEGREE / Math.cos(Math.toRadians(47)));
            }
        }
        var streams = samples.streams(0, 0, Long.MAX_VALUE);
        return OutAndBack.of(streams, SampleIntervals.of(streams, List.of()));
    }

    private static double apart(Place one, Place other) {
        return Math.hypot(one.north() - other.north(), one.east() - other.east());
    }
}
