package run.harrier.load.diary.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import run.harrier.load.athlete.model.IntensityZone;
import run.harrier.load.scoring.model.AboveEasy;
import run.harrier.load.scoring.model.TimeInZones;

/** S21, S22 and D2 over a diary of runs. */
class DiaryTest {
    private static final AboveEasy UNKNOWN = new AboveEasy(OptionalDouble.empty(), OptionalDouble.empty());
    private static final RunIntensity EASY = new RunIntensity(3600, 0, 0, 0, false, false);
    private static final RunIntensity WITH_STRIDES = new RunIntensity(3400, 0, 160, 0, false, false);
    private static final RunIntensity TEMPO = new RunIntensity(2400, 0, 1200, 0, false, false);
    private static final RunIntensity GREY = new RunIntensity(1200, 2400, 0, 0, false, false);

    @Test
    void four_easy_runs_to_one_hard_one_hold() {
        var diary = Diary.of(List.of(EASY, WITH_STRIDES, EASY, TEMPO, EASY));
        assertThat(diary.hardShare()).hasValue(0.2);
        assertThat(diary.holds()).isTrue();
        assertThat(diary.grey()).isFalse();
    }

    @Test
    void every_other_run_hard_does_not() {
        assertThat(Diary.of(List.of(EASY, TEMPO, EASY, TEMPO)).holds()).isFalse();
    }

    @Test
    void up_to_28_percent_of_the_runs_may_be_hard() {
        var easy = Collections.nCopies(18, EASY);
        assertThat(Diary.of(Stream.concat(easy.stream(), Collections.nCopies(7, TEMPO).stream())
                                .toList())
                        .holds())
                .isTrue();
        assertThat(Diary.of(Stream.concat(easy.stream(), Collections.nCopies(8, TEMPO).stream())
                                .toList())
                        .holds())
                .isFalse();
    }

    @Test
    void up_to_20_percent_of_the_time_may_be_hard() {
        assertThat(Diary.of(List.of(EASY, EASY, EASY, new RunIntensity(900, 0, 2925, 0, false, false)))
                        .holds())
                .isTrue();
        assertThat(Diary.of(List.of(EASY, EASY, EASY, new RunIntensity(900, 0, 2926, 0, false, false)))
                        .holds())
                .isFalse();
    }

    @Test
    void unplanned_moderate_running_is_flagged_and_prescribed_is_only_reported() {
        assertThat(Diary.of(List.of(EASY, GREY)).grey()).isTrue();
        var prescribed = Diary.of(List.of(EASY, new RunIntensity(1200, 2400, 0, 2400, false, false)));
        assertThat(prescribed.grey()).isFalse();
        assertThat(prescribed.moderateTimeShare().orElseThrow()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void what_was_prescribed_and_not_run_excuses_nothing_else() {
        var diary = Diary.of(List.of(new RunIntensity(3000, 600, 0, 2400, false, false), GREY));
        assertThat(diary.prescribedModerateSeconds()).isEqualTo(600);
        assertThat(diary.unplannedModerateSeconds()).isEqualTo(2400);
    }

    @Test
    void nothing_run_shares_nothing() {
        var nothing = Diary.of(List.of());
        assertThat(nothing.hardShare()).isEmpty();
        assertThat(nothing.lowTimeShare()).isEmpty();
        assertThat(nothing.grey()).isFalse();
    }

    @Test
    void the_zones_of_a_run_are_low_moderate_and_high() {
        var zones = zones(Map.of(
                IntensityZone.EASY, 1000.0,
                IntensityZone.MARATHON, 700.0,
                IntensityZone.THRESHOLD, 200.0,
                IntensityZone.INTERVAL, 50.0,
                IntensityZone.REPETITION, 40.0));
        assertThat(RunIntensity.of(zones, UNKNOWN, 1990, OptionalInt.of(9), new Prescription(600, false, false, false)))
                .contains(new RunIntensity(1000, 700, 290, 600, false, true));
    }

    /** S5. */
    @Test
    void effort_tells_the_intensity_where_nothing_else_does() {
        assertThat(byRpe(4, Prescription.NONE)).contains(new RunIntensity(1800, 0, 0, 0, false, false));
        assertThat(byRpe(5, Prescription.NONE)).contains(new RunIntensity(0, 1800, 0, 0, false, true));
        assertThat(byRpe(6, Prescription.NONE)).contains(new RunIntensity(0, 1800, 0, 0, false, true));
        assertThat(byRpe(7, Prescription.NONE)).contains(new RunIntensity(0, 0, 1800, 0, false, false));
        assertThat(RunIntensity.of(Optional.empty(), UNKNOWN, 1800, OptionalInt.empty(), Prescription.NONE))
                .isEmpty();
    }

    /** A rating of a whole tempo session does not make its warm-up grey. */
    @Test
    void a_hard_session_that_felt_moderate_is_hard_and_no_grey_running() {
        var tempo = byRpe(6, new Prescription(0, true, false, false)).orElseThrow();
        assertThat(tempo.hard()).isTrue();
        assertThat(tempo.grey()).isFalse();
        assertThat(byRpe(3, new Prescription(0, true, false, false))
                        .orElseThrow()
                        .hard())
                .isFalse();
    }

    /** The plan counts it as hard too: short hills, or a long run with a part at marathon pace (D13). */
    @Test
    void a_hard_session_of_the_plan_is_hard_unless_it_was_run_easy() {
        var hills = zones(Map.of(IntensityZone.EASY, 2400.0, IntensityZone.INTERVAL, 120.0));
        var jogged = zones(Map.of(IntensityZone.EASY, 2500.0, IntensityZone.MARATHON, 20.0));
        var asked = new Prescription(0, true, false, false);
        assertThat(RunIntensity.of(hills, UNKNOWN, 2520, OptionalInt.empty(), asked)
                        .orElseThrow()
                        .hard())
                .isTrue();
        assertThat(RunIntensity.of(hills, UNKNOWN, 2520, OptionalInt.empty(), Prescription.NONE)
                        .orElseThrow()
                        .hard())
                .isFalse();
        assertThat(RunIntensity.of(jogged, UNKNOWN, 2520, OptionalInt.empty(), asked)
                        .orElseThrow()
                        .hard())
                .isFalse();
    }

    @Test
    void a_race_is_hard_as_a_whole_but_for_what_was_easy() {
        var raced = new Prescription(0, true, true, false);
        var marathon = zones(Map.of(IntensityZone.EASY, 600.0, IntensityZone.MARATHON, 11_000.0));
        assertThat(RunIntensity.of(marathon, UNKNOWN, 11_600, OptionalInt.empty(), raced))
                .contains(new RunIntensity(600, 0, 11_000, 0, true, false));
        assertThat(RunIntensity.of(Optional.empty(), UNKNOWN, 1200, OptionalInt.empty(), raced))
                .contains(new RunIntensity(0, 0, 1200, 0, true, false));
        assertThat(RunIntensity.of(zones(Map.of(IntensityZone.EASY, 1200.0)), UNKNOWN, 1200, OptionalInt.empty(), raced)
                        .orElseThrow()
                        .hard())
                .isTrue();
    }

    /** D45, S6: five easy runs at a hard heart rate are not all easy, whatever their pace says. */
    @Test
    void an_easy_pace_at_a_hard_heart_rate_is_not_easy() {
        var easy = zones(Map.of(IntensityZone.EASY, 2700.0));
        var hard = RunIntensity.of(easy, above(2640, 0), 2700, OptionalInt.empty(), Prescription.NONE)
                .orElseThrow();
        assertThat(hard).isEqualTo(new RunIntensity(60, 2640, 0, 0, false, true));
        assertThat(RunIntensity.of(easy, above(270, 675), 2700, OptionalInt.of(4), Prescription.NONE))
                .contains(new RunIntensity(2700, 0, 0, 0, false, false));
        assertThat(RunIntensity.of(easy, above(0, 676), 2700, OptionalInt.empty(), Prescription.NONE))
                .contains(new RunIntensity(2700, 0, 0, 0, false, true));
        var planned = new Prescription(0, false, false, true);
        assertThat(byRpe(7, planned)).contains(new RunIntensity(0, 0, 1800, 0, false, true));
        assertThat(byRpe(7, Prescription.NONE)).contains(new RunIntensity(0, 0, 1800, 0, false, false));
        assertThat(Diary.of(List.of(hard, hard, EASY)).tooHardForEasyRuns()).isEqualTo(2);
        assertThat(Diary.of(List.of(hard, hard, EASY)).grey()).isTrue();
    }

    private static AboveEasy above(double heartSeconds, double paceSeconds) {
        return new AboveEasy(OptionalDouble.of(heartSeconds), OptionalDouble.of(paceSeconds));
    }

    private static Optional<RunIntensity> byRpe(int rpe, Prescription asked) {
        return RunIntensity.of(Optional.empty(), UNKNOWN, 1800, OptionalInt.of(rpe), asked);
    }

    private static Optional<TimeInZones> zones(Map<IntensityZone, Double> seconds) {
        return Optional.of(new TimeInZones(TimeInZones.By.PACE, seconds));
    }
}
