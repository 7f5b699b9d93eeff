package run.harrier.plan.calendar.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static run.harrier.plan.prescription.model.SessionKind.CROSS_TRAINING;
import static run.harrier.plan.prescription.model.SessionKind.EASY;
import static run.harrier.plan.prescription.model.SessionKind.INTERVAL;
import static run.harrier.plan.prescription.model.SessionKind.LONG;
import static run.harrier.plan.prescription.model.SessionKind.PROGRESSION;
import static run.harrier.plan.prescription.model.SessionKind.RACE;
import static run.harrier.plan.prescription.model.SessionKind.REPETITION;
import static run.harrier.plan.prescription.model.SessionKind.REST;
import static run.harrier.plan.prescription.model.SessionKind.STRENGTH;
import static run.harrier.plan.prescription.model.SessionKind.TEMPO;
import static run.harrier.plan.prescription.model.SessionKind.TEST;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import run.harrier.plan.athlete.model.Fitness.HeartRate;
import run.harrier.plan.athlete.model.Fitness.InForce;
import run.harrier.plan.athlete.model.Sex;
import run.harrier.plan.prescription.model.AnyPaces;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.Paces;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;
import run.harrier.testkit.load.ExactRun;

/** U8: the load that a session asks for, with figures worked by hand, and beside what is measured in an exact run. */
class PlannedLoadTest {
    private static final LocalDate DAY = LocalDate.parse("2026-09-08");

    /** Those of the golden fitness. */
    private static final Paces PACES = new Paces(
            295.2,
            339.7,
            272.1,
            256.6,
            235.7,
            218.0,
            List.of(new Paces.Equivalent(5000, 1200), new Paces.Equivalent(10_000, 2488)));

    private static final HeartRate HEART = new HeartRate(DAY, 190, 52, 171);
    private static final InForce BY_HEART = new InForce(PACES, HEART);
    private static final InForce BY_PACE = new InForce(PACES, null);

    /** The sessions of {@link ExactRun}. */
    private static final Map<String, PlannedSession> PLANNED = Map.of(
            "EASY_45_MIN",
            session(EASY, minutes(45, Zone.EASY)),
            "LONG_100_MIN_WITH_30_AT_M",
            session(LONG, minutes(70, Zone.EASY), minutes(30, Zone.MARATHON)),
            "TEMPO_20_MIN_AT_T",
            session(TEMPO, warmUp(15), minutes(20, Zone.THRESHOLD), coolDown(10)),
            "INTERVALS_5_BY_1000_M",
            session(
                    INTERVAL,
                    warmUp(15),
                    Step.repeat(5, Step.run(Extent.metres(1000), Zone.INTERVAL), Step.recovery(Extent.seconds(180)))),
            "REPETITIONS_8_BY_200_M",
            session(
                    REPETITION,
                    warmUp(15),
                    Step.repeat(8, Step.run(Extent.metres(200), Zone.REPETITION), Step.recovery(Extent.seconds(90))),
                    coolDown(10)),
            "PROGRESSION_60_MIN",
            session(PROGRESSION, minutes(30, Zone.EASY), minutes(20, Zone.MARATHON), minutes(10, Zone.THRESHOLD)),
            "RACE_10_KM",
            session(RACE, raced(10_000)),
            "TEST_5_KM",
            session(TEST, warmUp(15), raced(5000), coolDown(10)));

    static List<ExactRun> exact_runs() {
        return ExactRun.all();
    }

    @Test
    void there_is_an_exact_run_of_each_kind_of_running() {
        assertThat(exact_runs()).extracting(ExactRun::name).containsExactlyInAnyOrderElementsOf(PLANNED.keySet());
        assertThat(PLANNED.values().stream().map(PlannedSession::kind))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(SessionKind.values())
                        .filter(SessionKind::running)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("exact_runs")
    void who_runs_exactly_what_was_planned_has_the_planned_load_to_5_percent(ExactRun run) {
        var planned = PLANNED.get(run.name());
        var estimate = new PaceEstimate(PACES);
        assertThat(run.pieces().stream().mapToInt(ExactRun.Piece::seconds).sum())
                .as("it is run exactly so")
                .isCloseTo((int) estimate.durationSeconds(planned.steps()), within(5));
        assertThat(run.pieces().stream().mapToDouble(ExactRun.Piece::metres).sum())
                .isCloseTo(estimate.distanceMetres(planned.steps()), within(10.0));
        for (var sex : Sex.values()) {
            double measured = run.heartRateLoad().get(sex.name());
            assertThat(PlannedLoad.of(planned, BY_HEART, sex))
                    .returns(PlannedLoadMethod.HEART_RATE, PlannedLoad::method)
                    .satisfies(load -> assertThat(load.value()).isCloseTo(measured, within(0.05 * measured)));
        }
        assertThat(PlannedLoad.of(planned, BY_PACE, null))
                .returns(PlannedLoadMethod.PACE, PlannedLoad::method)
                .satisfies(load -> assertThat(load.value()).isCloseTo(run.paceLoad(), within(0.05 * run.paceLoad())));
    }

    /** 45 minutes at 323.45 s/km, threshold 256.6: 100 * 0.75 * (256.6 / 323.45)^2. */
    @Test
    void an_easy_run_by_pace() {
        assertThat(load(BY_PACE, null, session(EASY, minutes(45, Zone.EASY)))).isCloseTo(47.20, within(0.01));
    }

    /**
     * 15 min of warm-up are 2,783 m, 5 km at I 1,178.5 s, 15 min of recovery at 339.7 s/km 2,649 m: 10,432 m in 2,978.5 s
     * are 285.5 s/km on the whole, and the load is 100 * 0.82736 * (256.6 / 285.5)^2. By its pieces it would be 68.8.
     */
    @Test
    void intervals_by_the_pace_of_the_whole_run() {
        assertThat(load(BY_PACE, null, PLANNED.get("INTERVALS_5_BY_1000_M"))).isCloseTo(66.8, within(0.05));
    }

    /**
     * The middle of easy, 60 % of 190 to its ceiling of 150.1, is 132.05: 0.5801 of the reserve; the threshold is at
     * 0.8623. 75 * 0.5801 e^(1.92 * 0.5801) / (0.8623 e^(1.92 * 0.8623)); a woman's with 1.67.
     */
    @Test
    void an_easy_run_by_heart_rate() {
        var easy = session(EASY, minutes(45, Zone.EASY));
        assertThat(load(BY_HEART, Sex.MALE, easy)).isCloseTo(29.34, within(0.01));
        assertThat(load(BY_HEART, Sex.FEMALE, easy)).isCloseTo(31.49, within(0.01));
        assertThat(load(BY_HEART, null, easy)).as("of an unknown sex").isEqualTo(load(BY_HEART, Sex.MALE, easy));
    }

    @Test
    void a_threshold_that_was_not_measured_is_88_percent_of_the_maximum() {
        var hour = session(TEMPO, minutes(60, Zone.THRESHOLD));
        var estimated = new InForce(null, new HeartRate(DAY, 200, 50, null));
        var measured = new InForce(null, new HeartRate(DAY, 200, 50, 176));
        assertThat(load(estimated, Sex.MALE, hour))
                .isEqualTo(load(measured, Sex.MALE, hour))
                .isCloseTo(97, within(1.0));
    }

    /** Minutes times effort, an easy step 3, 420 are 100: (15 * 3 + 5 * 4 * 8.5 + 5 * 3 * 2) / 4.2. */
    @Test
    void by_effort_where_nothing_was_measured() {
        var hills = session(
                INTERVAL,
                new Step.Stretch(StepKind.WARM_UP, Extent.minutes(15, 20), null, new Rpe(3, 4)),
                Step.repeat(
                        5,
                        new Step.Stretch(StepKind.RUN, Extent.seconds(240), null, new Rpe(8, 9)),
                        Step.recovery(Extent.seconds(180))));
        assertThat(PlannedLoad.of(hills, InForce.NOTHING, Sex.FEMALE))
                .returns(PlannedLoadMethod.RPE, PlannedLoad::method)
                .satisfies(load -> assertThat(load.value()).isCloseTo(245 / 4.2, within(1e-9)));
        var base = session(EASY, new Step.Stretch(StepKind.RUN, Extent.seconds(2520), null, Rpe.BASE_EASY));
        assertThat(load(InForce.NOTHING, null, base)).isCloseTo(30, within(1e-9));
    }

    @Test
    void what_is_no_running_counts_with_3_and_rest_not_at_all() {
        var bike = session(CROSS_TRAINING, new Step.Stretch(StepKind.RUN, Extent.minutes(42, 50), null, null));
        assertThat(PlannedLoad.of(bike, BY_HEART, Sex.MALE).method()).isEqualTo(PlannedLoadMethod.RPE);
        assertThat(load(BY_HEART, Sex.MALE, bike)).isCloseTo(30, within(1e-9));
        assertThat(load(BY_PACE, null, session(STRENGTH)))
                .as("25 minutes where it has no steps")
                .isCloseTo(75 / 4.2, within(1e-9));
        for (var fitness : List.of(BY_HEART, BY_PACE, InForce.NOTHING)) {
            assertThat(load(fitness, null, session(REST))).isZero();
        }
    }

    /** A session that is longer or harder is never a smaller load, and none is not a number. */
    @Property
    void more_is_never_less(
            @ForAll @IntRange(min = 1, max = 240) int minutes,
            @ForAll @IntRange(min = 1, max = 60) int more,
            @ForAll Zone zone,
            @ForAll @IntRange(min = 120, max = 230) int maxBpm,
            @ForAll @IntRange(min = 25, max = 55) int restPercent,
            @ForAll @IntRange(min = 70, max = 99) int thresholdPercent,
            @ForAll @IntRange(min = 70, max = 200) int slower) {
        var paces = AnyPaces.times(slower / 100.0);
        var heart =
                new HeartRate(DAY, maxBpm, Math.max(25, maxBpm * restPercent / 100), maxBpm * thresholdPercent / 100);
        for (var fitness : List.of(new InForce(paces, heart), new InForce(paces, null), InForce.NOTHING)) {
            double shorter = load(fitness, Sex.FEMALE, session(EASY, minutes(minutes, zone)));
            double longer = load(fitness, Sex.FEMALE, session(EASY, minutes(minutes + more, zone)));
            assertThat(shorter).isPositive().isLessThan(longer);
            if (zone != Zone.EASY) {
                var below = Zone.values()[zone.ordinal() - 1];
                assertThat(load(fitness, Sex.FEMALE, session(EASY, minutes(minutes, below))))
                        .isLessThanOrEqualTo(shorter);
            }
        }
    }

    private static double load(InForce fitness, @Nullable Sex sex, PlannedSession session) {
        return PlannedLoad.of(session, fitness, sex).value();
    }

    private static PlannedSession session(SessionKind kind, Step... steps) {
        return new PlannedSession(DAY, kind, false, "Why", List.of(), List.of(steps));
    }

    private static Step minutes(int minutes, Zone zone) {
        return Step.run(Extent.seconds(60 * minutes), zone);
    }

    private static Step warmUp(int minutes) {
        return Step.stretch(StepKind.WARM_UP, Extent.seconds(60 * minutes), Zone.EASY, Zone.EASY.rpe());
    }

    private static Step coolDown(int minutes) {
        return Step.stretch(StepKind.COOL_DOWN, Extent.seconds(60 * minutes), Zone.EASY, Zone.EASY.rpe());
    }

    private static Step raced(double metres) {
        return new Step.Stretch(StepKind.RUN, Extent.metres(metres), Target.racePace(metres), new Rpe(8, 9));
    }
}
