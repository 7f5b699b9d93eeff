package run.harrier.load.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import run.harrier.load.analysis.model.Elevation;
import run.harrier.load.analysis.model.Figures;
import run.harrier.load.analysis.model.PaceByThirds;
import run.harrier.load.analysis.model.SampleIntervals;
import run.harrier.load.athlete.model.HeartRateThresholds;
import run.harrier.load.athlete.model.IntensityZone;
import run.harrier.load.athlete.model.Sex;
import run.harrier.load.athlete.model.Thresholds;
import run.harrier.load.athlete.model.ZonePaces;
import run.harrier.load.recording.model.Samples;
import run.harrier.load.recording.model.Sport;

/** The vectors of each method, and the order of the methods. */
class ActivityLoadTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);
    private static final HeartRateThresholds HEART = new HeartRateThresholds(DAY, 200, 40, OptionalInt.of(170));
    /** Threshold 4:30 per km. */
    private static final ZonePaces PACES = new ZonePaces(DAY, 3.2, 3.5, 1000 / 270.0, 4.0, 4.4);

    private static final Thresholds THRESHOLDS = new Thresholds(Optional.of(HEART), Optional.of(PACES));

    @Test
    void trimp_of_half_an_hour_at_130() {
        assertThat(Trimp.MEN.of(30, HEART.reserveShare(130))).isCloseTo(31.80, within(0.005));
    }

    @Test
    void an_hour_at_threshold_heart_rate_is_100_for_either_sex() {
        SampleIntervals hour = steady(3600, 3.0, 170);
        for (Sex sex : Sex.values()) {
            assertThat(load(Sport.RUN, hour, 3600, THRESHOLDS, sex, OptionalInt.empty()))
                    .satisfies(load -> assertThat(load.method()).isEqualTo(LoadMethod.HEART_RATE))
                    .satisfies(load -> assertThat(load.value()).isCloseTo(100, within(1e-9)));
        }
        assertThat(Trimp.WOMEN_ALTERNATIVE.load(hour, 3600, HEART).orElseThrow())
                .isCloseTo(100, within(1e-9));
    }

    @Test
    void an_hour_at_5_00_with_threshold_4_30_is_81() {
        SampleIntervals hour = steady(3600, 1000 / 300.0, 0);
        ActivityLoad load = load(Sport.RUN, hour, 3600, THRESHOLDS, Sex.MALE, OptionalInt.empty());
        assertThat(load.method()).isEqualTo(LoadMethod.PACE);
        assertThat(load.value()).isCloseTo(81.0, within(0.01));
    }

    @Test
    void an_hour_at_7_is_420_and_about_100() {
        assertThat(SessionScale.USUAL.load(60, 7)).isCloseTo(100, within(1e-9));
        ActivityLoad load = load(Sport.RUN, SampleIntervals.none(), 3600, THRESHOLDS, Sex.MALE, OptionalInt.of(7));
        assertThat(load.method()).isEqualTo(LoadMethod.RPE);
        assertThat(load.value()).isCloseTo(100, within(1e-9));
    }

    /** D45: three beats above the ceiling of 158; 2 % faster than easy at 3.2 m/s. */
    @Test
    void a_run_is_above_easy_by_heart_rate_and_by_pace() {
        assertThat(AboveEasy.of(steady(3600, 3.0, 161), 3600, THRESHOLDS))
                .isEqualTo(new AboveEasy(OptionalDouble.of(0), OptionalDouble.of(0)));
        var hard = AboveEasy.of(steady(3600, 3.3, 162), 3600, THRESHOLDS);
        assertThat(hard.heartSeconds().orElseThrow()).isCloseTo(3600, within(1.0));
        assertThat(hard.paceSeconds().orElseThrow()).isCloseTo(3600, within(1.0));
        assertThat(AboveEasy.of(steady(3600, 3.3, 0), 3600, THRESHOLDS).heartSeconds())
                .isEmpty();
        assertThat(AboveEasy.of(SampleIntervals.none(), 0, THRESHOLDS).paceSeconds())
                .isEmpty();
        assertThat(AboveEasy.of(steady(6000, 3.0, 162), 6000, THRESHOLDS)
                        .heartSeconds()
                        .orElseThrow())
                .isCloseTo(4000, within(1.0));
    }

    @Test
    void a_duration_alone_tells_a_load_by_its_kind() {
        ActivityLoad run =
                load(Sport.RUN, SampleIntervals.none(), 3600, Thresholds.unknown(), Sex.MALE, OptionalInt.empty());
        ActivityLoad walk =
                load(Sport.WALK, SampleIntervals.none(), 3600, Thresholds.unknown(), Sex.MALE, OptionalInt.empty());
        assertThat(run.method()).isEqualTo(LoadMethod.DURATION);
        assertThat(run.value()).isCloseTo(240 / 4.2, within(1e-9));
        assertThat(walk.value()).isLessThan(run.value());
    }

    /** M1. */
    @Test
    void a_heart_rate_over_less_than_80_percent_of_the_time_does_not_count() {
        Samples samples = new Samples();
        IntStream.rangeClosed(0, 3600).forEach(second -> {
            samples.at(second * 1000L);
            samples.distanceMetres(3.0 * second);
            if (second < 2800) {
                samples.heartRateBpm(150);
            }
        });
        SampleIntervals moments = SampleIntervals.of(samples.streams(0, 0, Long.MAX_VALUE), List.of());
        ActivityLoad load = load(Sport.RUN, moments, 3600, THRESHOLDS, Sex.MALE, OptionalInt.of(5));
        assertThat(load.method()).isEqualTo(LoadMethod.PACE);
        assertThat(load.estimates()).containsOnlyKeys(LoadMethod.PACE, LoadMethod.RPE, LoadMethod.DURATION);
    }

    @Test
    void only_running_has_a_pace_load() {
        SampleIntervals hour = steady(3600, 8.0, 0);
        ActivityLoad ride = load(Sport.RIDE, hour, 3600, THRESHOLDS, Sex.MALE, OptionalInt.empty());
        assertThat(ride.method()).isEqualTo(LoadMethod.DURATION);
    }

    @Test
    void the_own_scale_needs_ten_activities_with_both() {
        List<SessionScale.Pair> nine = IntStream.range(0, 9)
                .mapToObj(i -> new SessionScale.Pair(300, 60))
                .toList();
        assertThat(SessionScale.of(nine)).isEqualTo(SessionScale.USUAL);
        List<SessionScale.Pair> ten = IntStream.range(0, 10)
                .mapToObj(i -> new SessionScale.Pair(200 + 20 * i, 40 + 4 * i))
                .toList();
        assertThat(SessionScale.of(ten).own()).isTrue();
        assertThat(SessionScale.of(ten).factor()).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void efforts_that_no_formula_can_bear_are_not_scaled_by() {
        List<SessionScale.Pair> denormal = IntStream.range(0, 10)
                .mapToObj(i -> new SessionScale.Pair(1e-322, 1e-300))
                .toList();
        assertThat(SessionScale.of(denormal)).isEqualTo(SessionScale.USUAL);
        List<SessionScale.Pair> infinite = IntStream.range(0, 10)
                .mapToObj(i -> new SessionScale.Pair(300, Double.POSITIVE_INFINITY))
                .toList();
        assertThat(SessionScale.of(infinite)).isEqualTo(SessionScale.USUAL);
    }

    /** U24. */
    @Test
    void thresholds_are_those_valid_on_the_day() {
        HeartRateThresholds later = new HeartRateThresholds(DAY.plusDays(30), 195, 45, OptionalInt.empty());
        List<HeartRateThresholds> hearts = List.of(later, HEART);
        assertThat(Thresholds.on(DAY.plusDays(29), hearts, List.of()).heart()).contains(HEART);
        assertThat(Thresholds.on(DAY.plusDays(30), hearts, List.of()).heart()).contains(later);
        assertThat(Thresholds.on(DAY.minusYears(1), hearts, List.of()).heart()).contains(HEART);
        assertThat(later.thresholdOrEstimateBpm()).isCloseTo(171.6, within(1e-9));
    }

    @Test
    void time_in_zones_is_told_by_the_pace_of_a_run() {
        TimeInZones zones = TimeInZones.of(Sport.RUN, steady(1200, 1000 / 270.0, 150), 1200, THRESHOLDS)
                .orElseThrow();
        assertThat(zones.by()).isEqualTo(TimeInZones.By.PACE);
        assertThat(zones.seconds()).containsOnlyKeys(IntensityZone.THRESHOLD);
        assertThat(zones.highSeconds()).isCloseTo(1200, within(1e-6));
    }

    @Test
    void time_in_zones_of_a_trail_run_is_told_by_the_heart() {
        TimeInZones zones = TimeInZones.of(Sport.TRAIL_RUN, steady(1200, 1.5, 172), 1200, THRESHOLDS)
                .orElseThrow();
        assertThat(zones.by()).isEqualTo(TimeInZones.By.HEART_RATE);
        assertThat(zones.seconds()).containsOnlyKeys(IntensityZone.THRESHOLD);
        assertThat(TimeInZones.of(Sport.RIDE, steady(1200, 8, 0), 1200, THRESHOLDS))
                .isEmpty();
    }

    @Test
    void thirds_show_a_start_that_was_too_fast() {
        Samples samples = new Samples();
        double metres = 0;
        for (int second = 0; second <= 1800; second++) {
            samples.at(second * 1000L);
            samples.distanceMetres(metres);
            metres += second < 600 ? 4.0 : 2.5;
        }
        List<Double> thirds =
                PaceByThirds.secondsPerKm(SampleIntervals.of(samples.streams(0, 0, Long.MAX_VALUE), List.of()));
        assertThat(thirds.get(0)).isCloseTo(250, within(1.0));
        assertThat(thirds.get(1)).isCloseTo(400, within(1.0));
        assertThat(thirds.get(2)).isCloseTo(400, within(1.0));
        assertThat(PaceByThirds.secondsPerKm(SampleIntervals.none())).isEmpty();
    }

    @Test
    void minetti_s_cost_of_a_slope() {
        assertThat(3.6 * Elevation.costFactor(-0.10)).isCloseTo(2.1517, within(0.00005));
        assertThat(3.6 * Elevation.costFactor(0.10)).isCloseTo(5.9682, within(0.00005));
        assertThat(Elevation.costFactor(0)).isEqualTo(1);
        assertThat(Elevation.costFactor(2)).isEqualTo(Elevation.costFactor(0.45));
    }

    @Test
    void altitude_that_swings_by_a_metre_is_no_climb() {
        double[] swinging =
                IntStream.range(0, 3600).mapToDouble(i -> 400 + (i / 30) % 2).toArray();
        assertThat(Elevation.gain(swinging)).isZero();
    }

    private static ActivityLoad load(
            Sport sport, SampleIntervals moments, double seconds, Thresholds thresholds, Sex sex, OptionalInt rpe) {
        double metres =
                IntStream.range(0, moments.count()).mapToDouble(moments::metres).sum();
        Figures figures = Figures.entered(seconds, metres > 0 ? OptionalDouble.of(metres) : OptionalDouble.empty());
        return ActivityLoad.of(sport, figures, rpe, moments, thresholds, sex, SessionScale.USUAL);
    }

    private static SampleIntervals steady(int seconds, double metresPerSecond, int bpm) {
        Samples samples = new Samples();
        for (int second = 0; second <= seconds; second++) {
            samples.at(second * 1000L);
            samples.distanceMetres(second * metresPerSecond);
            if (bpm > 0) {
                samples.heartRateBpm(bpm);
            }
        }
        return SampleIntervals.of(samples.streams(0, 0, Long.MAX_VALUE), List.of());
    }
}
