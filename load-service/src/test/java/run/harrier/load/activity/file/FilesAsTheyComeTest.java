package run.harrier.load.activity.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static run.harrier.load.activity.file.Analyses.assertHalfHour;
import static run.harrier.load.activity.file.Analyses.kinds;
import static run.harrier.load.activity.file.Analyses.only;
import static run.harrier.load.activity.file.Uploads.decode;

import com.garmin.fit.BufferEncoder;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.Fit;
import com.garmin.fit.LapMesg;
import com.garmin.fit.Mesg;
import com.garmin.fit.RecordMesg;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.load.analysis.model.Analysis;
import run.harrier.load.analysis.model.Decoding;
import run.harrier.load.analysis.model.Decoding.Decoded;
import run.harrier.load.analysis.model.Decoding.Reason;
import run.harrier.load.analysis.model.Decoding.Refused;
import run.harrier.load.athlete.model.HeartRateThresholds;
import run.harrier.load.athlete.model.Sex;
import run.harrier.load.athlete.model.Thresholds;
import run.harrier.load.recording.model.Choice;
import run.harrier.load.recording.model.Choice.Kind;
import run.harrier.load.recording.model.Reading.Cause;
import run.harrier.load.recording.model.Sport;
import run.harrier.load.scoring.model.ActivityLoad;
import run.harrier.load.scoring.model.LoadMethod;
import run.harrier.load.scoring.model.SessionScale;
import run.harrier.load.scoring.model.TimeInZones;

/** Watches that are not honest ones: each kind gives the figures of what was run. */
class FilesAsTheyComeTest {
    private static final Instant START = Instant.parse("2026-10-02T07:00:00Z");
    private static final Thresholds THRESHOLDS = new Thresholds(
            java.util.Optional.of(new HeartRateThresholds(LocalDate.of(2026, 1, 1), 190, 50, OptionalInt.of(170))),
            java.util.Optional.empty());

    private static SimulatedRun halfHour() {
        return SimulatedRun.starting(START).run(1800, 3.0, 0, 140);
    }

    /** Half an hour with a stop of ten minutes in the middle. */
    private static SimulatedRun withAStop() {
        return SimulatedRun.starting(START).run(900, 3.0, 0, 140).pause(600).run(900, 3.0, 0, 140);
    }

    @Test
    void the_heart_rate_of_a_strap_is_joined_in() {
        Analysis run = fit(halfHour().withStrap());
        assertHalfHour(run);
        assertThat(run.figures().averageHeartRateBpm().orElseThrow()).isCloseTo(140, within(0.1));
        assertThat(load(run).method()).isEqualTo(LoadMethod.HEART_RATE);
        assertThat(kinds(run)).containsExactly(Kind.HEART_RATE_OF_STRAP);
    }

    @Test
    void the_beats_of_another_day_are_not_joined_in() {
        byte[] strapOfTomorrow = SimulatedRun.starting(START.plusSeconds(86_400))
                .run(1800, 3.0, 0, 180)
                .withStrap()
                .fit();
        Decoding decoding = decode(Uploads.joined(halfHour().fit(), strapOfTomorrow), FileFormat.FIT);
        Analysis today = ((Decoded) decoding).analyses().getFirst();
        assertThat(today.figures().maxHeartRateBpm().orElseThrow()).isEqualTo(140);
        assertThat(kinds(today)).isEmpty();
    }

    static Stream<List<Mesg>> no_activities() {
        FileIdMesg settings = new FileIdMesg();
        settings.setType(com.garmin.fit.File.SETTINGS);
        FileIdMesg workout = new FileIdMesg();
        workout.setType(com.garmin.fit.File.WORKOUT);
        return Stream.of(List.of(settings), List.of(workout), List.of());
    }

    @ParameterizedTest
    @MethodSource("no_activities")
    void a_frame_that_is_no_activity_takes_nothing_from_one_that_is(List<Mesg> messages) {
        BufferEncoder encoder = new BufferEncoder(Fit.ProtocolVersion.V2_0);
        encoder.write(messages);
        byte[] other = encoder.close();
        byte[] activity = halfHour().fit();
        assertHalfHour(only(decode(Uploads.joined(activity, other), FileFormat.FIT)));
        assertHalfHour(only(decode(Uploads.joined(other, activity), FileFormat.FIT)));
        Uploads.assertRefused(
                decode(other, FileFormat.FIT),
                Reason.NOT_AN_ACTIVITY,
                "The FIT file is no activity but a workout, a course or settings.");
    }

    static Stream<Analysis> treadmills() {
        SimulatedRun run = halfHour().indoors().writingEvery(45);
        return Stream.of(fit(run), only(decode(run.tcx().getBytes(UTF_8), FileFormat.TCX)));
    }

    /** By duration and kind alone: 50 · 0.497, the share of an hour at threshold. */
    @ParameterizedTest
    @MethodSource("treadmills")
    void unknown_movement_is_not_standing_still(Analysis run) {
        assertHalfHour(run);
        assertThat(run.recording().pauses()).isEmpty();
        assertThat(load(run).method()).isEqualTo(LoadMethod.HEART_RATE);
        assertThat(load(run).value()).isCloseTo(24.85, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({
        "1200, 16, 0, by car",
        "480, 4, 600, by lift",
        "1800, 5.5, 0, by ferry",
        "3600, 3, 0, 'by train, with a long wait'"
    })
    void the_way_between_two_parts_is_not_run(int seconds, double metresPerSecond, double climb, String how) {
        SimulatedRun run = SimulatedRun.starting(START)
                .run(900, 3.0, 0, 140)
                .ride(seconds, metresPerSecond, climb)
                .run(900, 3.0, 0, 140);
        Analysis gpx = only(decode(run.gpx().getBytes(UTF_8), FileFormat.GPX));
        assertHalfHour(gpx);
        assertThat(kinds(gpx)).containsExactly(Kind.METRES_OF_BREAKS);
        Analysis positions = fit(run.withoutDistance(false));
        assertHalfHour(positions);
        double driven = seconds * metresPerSecond;
        Analysis total = fit(run.withTotals(5400 + driven, 1800));
        assertHalfHour(total);
        assertThat(kinds(total)).contains(Kind.DISTANCE_OF_RECORDS);
    }

    @Test
    void a_break_at_a_running_speed_is_a_lost_signal() {
        SimulatedRun run = SimulatedRun.starting(START)
                .run(900, 3.0, 0, 140)
                .ride(120, 3.1, 0)
                .run(900, 3.0, 0, 140);
        Analysis gpx = only(decode(run.gpx().getBytes(UTF_8), FileFormat.GPX));
        assertThat(gpx.figures().distanceMetres().orElseThrow()).isCloseTo(5400 + 120 * 3.1, within(1.0));
        assertThat(gpx.figures().movingSeconds()).isCloseTo(1920, within(1.0));
    }

    @ParameterizedTest
    @ValueSource(longs = {20 * 86_400, 86_400, -86_400, -600})
    void a_clock_that_was_set_on_the_way(long by) {
        Analysis run = fit(halfHour().lap().settingTheClock(60, by));
        assertHalfHour(run);
        assertThat(run.recording().startedAt()).isEqualTo(START);
        assertThat(run.recording().on()).isEqualTo(LocalDate.of(2026, 10, 2));
        assertThat(run.figures().averageHeartRateBpm().orElseThrow()).isCloseTo(140, within(0.1));
        assertThat(kinds(run)).containsExactly(Kind.TOTALS_OF_DEVICE);
        assertThat(run.laps().getFirst().startSeconds()).isZero();
    }

    @Test
    void a_total_that_leaves_out_a_lap_is_not_believed() {
        Analysis run = fit(halfHour().withTotals(3600, 1200));
        assertHalfHour(run);
        assertThat(run.reading().choices())
                .containsExactly(
                        Choice.of(Kind.TIME_OF_RECORDS, 1200, 1800), Choice.of(Kind.DISTANCE_OF_RECORDS, 3600, 5400));
    }

    @Test
    void a_distance_of_zero_beside_positions_is_not_believed() {
        for (boolean zero : List.of(true, false)) {
            Analysis run = fit(halfHour().withoutDistance(zero).withTotals(0, 1800));
            assertThat(run.figures().distanceMetres().orElseThrow()).isCloseTo(5400, within(1.0));
            assertThat(kinds(run)).containsExactly(Kind.DISTANCE_OF_RECORDS);
        }
    }

    @ParameterizedTest
    @CsvSource({"1e7, 1800", "5400, 4.2e6", "100000, 1800"})
    void a_total_that_cannot_be_is_left_out_and_counted(double metres, double seconds) {
        Analysis run = fit(halfHour().withTotals(metres, seconds));
        assertHalfHour(run);
        assertThat(run.reading().skipped(Cause.TOTAL)).isEqualTo(1);
    }

    @Test
    void a_total_that_is_a_little_shorter_is_the_device_s_own_business() {
        Analysis run = fit(halfHour().withTotals(5300, 1790));
        assertThat(run.figures().distanceMetres().orElseThrow()).isEqualTo(5300);
        assertThat(run.figures().movingSeconds()).isEqualTo(1790);
        assertThat(kinds(run)).isEmpty();
    }

    @Test
    void an_offset_of_zero_is_unknown_away_from_greenwich() {
        Instant late = Instant.parse("2026-06-01T22:30:00Z");
        SimulatedRun run = SimulatedRun.anyRun(late).at(ZoneOffset.UTC);
        assertThat(fit(run).recording().on()).isEqualTo(LocalDate.of(2026, 6, 2));
        assertThat(fit(run).recording().offset()).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(fit(SimulatedRun.anyRun(late).at(ZoneOffset.UTC).indoors())
                        .recording()
                        .on())
                .isEqualTo(LocalDate.of(2026, 6, 2));
        Analysis reykjavik = fit(run.atLongitude(-21.9));
        assertThat(reykjavik.recording().on()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(reykjavik.recording().offset()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void a_pause_that_is_only_a_gap_is_no_time_without_pulse() {
        Analysis run = fit(withAStop().withoutTimerEvents());
        assertHalfHour(run);
        assertThat(run.figures().elapsedSeconds()).isEqualTo(2400);
        assertThat(run.recording().pauses()).hasSize(1);
        assertThat(load(run)).isEqualTo(load(fit(withAStop())));
        assertThat(load(run).method()).isEqualTo(LoadMethod.HEART_RATE);
    }

    @Test
    void steps_and_strides_are_told_apart() {
        for (SimulatedRun run : List.of(halfHour(), halfHour().countingSteps())) {
            for (Analysis analysis : List.of(
                    fit(run),
                    only(decode(run.tcx().getBytes(UTF_8), FileFormat.TCX)),
                    only(decode(run.gpx().getBytes(UTF_8), FileFormat.GPX)))) {
                assertThat(analysis.figures().averageCadenceStepsPerMinute().orElseThrow())
                        .isEqualTo(run.stepsPerMinute());
            }
        }
    }

    @Test
    void one_wrong_time_puts_no_days_into_an_hour() {
        BufferEncoder encoder = new BufferEncoder(Fit.ProtocolVersion.V2_0);
        encoder.write(activityFile());
        IntStream.rangeClosed(0, 600).forEach(second -> {
            RecordMesg record = record(second == 300 ? 6 * 86_400 : second);
            record.setDistance(3f * second);
            encoder.write(record);
        });
        Analysis run = only(decode(encoder.close(), FileFormat.FIT));
        assertThat(run.figures().movingSeconds()).isEqualTo(600);
        assertThat(run.reading().skipped(Cause.TIME)).isEqualTo(1);
    }

    @Test
    void more_than_one_bad_point_in_twenty_refuse_the_file() {
        BufferEncoder encoder = new BufferEncoder(Fit.ProtocolVersion.V2_0);
        encoder.write(activityFile());
        IntStream.rangeClosed(0, 99).forEach(second -> {
            RecordMesg record = record(second);
            record.setPositionLat(second % 16 == 0 ? Integer.MAX_VALUE - 1 : 500_000_000);
            record.setPositionLong(second);
            encoder.write(record);
        });
        Uploads.assertRefused(
                decode(encoder.close(), FileFormat.FIT),
                Reason.IMPLAUSIBLE,
                "7 of the file's 100 points cannot be, more than one in twenty.");
    }

    @Test
    void a_lap_that_cannot_be_is_left_out_and_counted() {
        BufferEncoder encoder = new BufferEncoder(Fit.ProtocolVersion.V2_0);
        encoder.write(activityFile());
        IntStream.rangeClosed(0, 600).forEach(second -> {
            RecordMesg record = record(second);
            record.setDistance(3f * second);
            encoder.write(record);
        });
        encoder.write(lap(0, 300, 900));
        encoder.write(lap(300, 300, 900));
        encoder.write(lap(-4_000, 300, 900));
        encoder.write(lap(5_000, 4_233_600, 900));
        Analysis run = only(decode(encoder.close(), FileFormat.FIT));
        assertThat(run.laps()).hasSize(2);
        assertThat(run.reading().skipped(Cause.LAP)).isEqualTo(2);
    }

    @Test
    void the_zones_last_no_longer_than_the_run() {
        Analysis run = fit(halfHour().withTotals(5400, 1790));
        TimeInZones zones = TimeInZones.of(
                        Sport.RIDE, run.intervals(), run.figures().movingSeconds(), THRESHOLDS)
                .orElseThrow();
        assertThat(zones.seconds().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1790, within(1e-6));
    }

    @Test
    void limits_are_those_of_the_whole_file() {
        assertRefusedFor("The file holds more than 2000 laps.", 1001, 0);
        assertRefusedFor("The file holds more than 500000 points.", 0, 250_001);
        byte[] run = SimulatedRun.starting(START)
                .run(60, 3.0, 0, 140)
                .withoutSessionMessage()
                .fit();
        byte[][] runs = Stream.generate(() -> run).limit(65).toArray(byte[][]::new);
        assertThat(decode(Uploads.joined(runs), FileFormat.FIT))
                .isEqualTo(new Refused(Reason.IMPLAUSIBLE, "The file holds more than 64 activities."));
    }

    /** Two frames, neither above a limit, both together. */
    private static void assertRefusedFor(String text, int laps, int records) {
        BufferEncoder encoder = new BufferEncoder(Fit.ProtocolVersion.V2_0);
        encoder.write(activityFile());
        IntStream.range(0, laps).forEach(i -> encoder.write(lap(i, 1, 3)));
        IntStream.range(0, records).forEach(i -> encoder.write(record(i)));
        byte[] frame = encoder.close();
        assertThat(decode(Uploads.joined(frame, frame), FileFormat.FIT))
                .isEqualTo(new Refused(Reason.IMPLAUSIBLE, text));
    }

    private static FileIdMesg activityFile() {
        FileIdMesg id = new FileIdMesg();
        id.setType(com.garmin.fit.File.ACTIVITY);
        return id;
    }

    private static RecordMesg record(long second) {
        RecordMesg record = new RecordMesg();
        record.setTimestamp(new com.garmin.fit.DateTime(1_150_000_000 + second));
        return record;
    }

    private static LapMesg lap(long second, float seconds, float metres) {
        LapMesg lap = new LapMesg();
        lap.setStartTime(new com.garmin.fit.DateTime(1_150_000_000 + second));
        lap.setTotalElapsedTime(seconds);
        lap.setTotalTimerTime(seconds);
        lap.setTotalDistance(metres);
        return lap;
    }

    private static Analysis fit(SimulatedRun run) {
        return only(decode(run.fit(), FileFormat.FIT));
    }

    private static ActivityLoad load(Analysis run) {
        return ActivityLoad.of(
                run.recording().sport(),
                run.figures(),
                OptionalInt.empty(),
                run.intervals(),
                THRESHOLDS,
                Sex.MALE,
                SessionScale.USUAL);
    }
}
