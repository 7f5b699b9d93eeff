package run.harrier.load.activity.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static run.harrier.load.activity.file.Uploads.decode;
import static run.harrier.load.activity.file.Uploads.only;

import com.garmin.fit.Sport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import run.harrier.load.analysis.model.Analysis;
import run.harrier.load.analysis.model.Decoding;
import run.harrier.load.analysis.model.Decoding.Decoded;
import run.harrier.load.analysis.model.Decoding.Refused;
import run.harrier.load.analysis.model.Figures;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.StreamsFormat;

/** What a simulated runner did comes out of the files that a watch would have written of it. */
class ActivityFileTest {
    private static final Instant START = Instant.parse("2026-03-04T07:00:00Z");

    /** Hills, two pauses, laps and a lost signal. */
    private static SimulatedRun eventfulRun() {
        return SimulatedRun.starting(START)
                .run(900, 2.8, 0, 135)
                .lap()
                .run(600, 2.2, 0.08, 162)
                .pause(90)
                .run(600, 3.1, -0.05, 148)
                .lap()
                .run(300, 3.0, 0, 145)
                .gap(60, 3.0, 145)
                .run(300, 3.0, 0, 150)
                .pause(45)
                .run(600, 2.9, 0, 150);
    }

    static Stream<Recording> eventful_recordings() {
        SimulatedRun run = eventfulRun();
        return Stream.of(
                only(decode(run.fit(), FileFormat.FIT)),
                only(decode(eventfulRun().withoutSessionMessage().fit(), FileFormat.FIT)),
                only(decode(run.tcx().getBytes(UTF_8), FileFormat.TCX)),
                only(decode(run.gpx().getBytes(UTF_8), FileFormat.GPX)));
    }

    @ParameterizedTest
    @MethodSource("eventful_recordings")
    void figures_agree_with_the_truth(Recording recording) {
        SimulatedRun truth = eventfulRun();
        Figures figures = Analysis.of(recording).figures();
        assertThat(recording.startedAt()).isEqualTo(START);
        assertThat(figures.distanceMetres().orElseThrow()).isCloseTo(truth.distanceMetres(), within(1.0));
        assertThat(figures.movingSeconds()).isCloseTo(truth.movingSeconds(), within(1.0));
        assertThat(figures.elapsedSeconds()).isCloseTo(truth.elapsedSeconds(), within(1.0));
        assertThat(figures.elevationGainMetres().orElseThrow()).isCloseTo(truth.climbMetres(), within(2.0));
        // the heart is not known in the gap
        assertThat(figures.averageHeartRateBpm().orElseThrow()).isCloseTo(truth.averageBpm(), within(1.0));
        assertThat(figures.averageCadenceStepsPerMinute().orElseThrow()).isEqualTo(truth.stepsPerMinute());
    }

    @ParameterizedTest
    @MethodSource("eventful_recordings")
    void stored_streams_are_the_streams(Recording recording) {
        assertThat(StreamsFormat.decode(StreamsFormat.encode(recording.streams())))
                .isEqualTo(recording.streams());
    }

    @ParameterizedTest
    @MethodSource("eventful_recordings")
    void pauses_are_found_and_a_lost_signal_is_none(Recording recording) {
        assertThat(recording.pauses())
                .extracting(pause -> pause.untilMillis() - pause.fromMillis())
                .allSatisfy(millis -> assertThat(millis).isBetween(44_000, 91_000))
                .hasSize(2);
    }

    @Test
    void laps_have_their_own_figures() {
        for (Decoding decoding : List.of(
                decode(eventfulRun().fit(), FileFormat.FIT),
                decode(eventfulRun().tcx().getBytes(UTF_8), FileFormat.TCX))) {
            var laps = Analysis.of(only(decoding)).laps();
            assertThat(laps).hasSize(3);
            Figures climb = laps.get(1).figures();
            assertThat(laps.get(1).startSeconds()).isEqualTo(900);
            assertThat(climb.distanceMetres().orElseThrow()).isCloseTo(600 * 2.2 + 600 * 3.1, within(1.0));
            assertThat(climb.movingSeconds()).isCloseTo(1200, within(1.0));
            assertThat(climb.averageHeartRateBpm().orElseThrow()).isCloseTo(155, within(1.0));
            assertThat(climb.elevationGainMetres().orElseThrow()).isCloseTo(600 * 2.2 * 0.08, within(2.0));
        }
    }

    @Test
    void a_multi_sport_file_gives_an_activity_per_session() {
        byte[] file = SimulatedRun.anyRun(START).fit(List.of(Sport.SWIMMING, Sport.CYCLING, Sport.RUNNING));
        Decoding decoding = decode(file, FileFormat.FIT);
        assertThat(decoding).isInstanceOfSatisfying(Decoded.class, decoded -> {
            assertThat(decoded.analyses())
                    .extracting(Analysis::recording)
                    .extracting(Recording::sport)
                    .containsExactly(
                            run.harrier.load.recording.model.Sport.SWIM,
                            run.harrier.load.recording.model.Sport.RIDE,
                            run.harrier.load.recording.model.Sport.RUN);
            assertThat(decoded.analyses())
                    .extracting(Analysis::recording)
                    .extracting(recording -> recording.streams().size())
                    .containsExactly(1200, 1200, 1201);
            assertThat(decoded.analyses().get(2).recording().startedAt()).isEqualTo(START.plusSeconds(2400));
        });
    }

    @Test
    void chained_files_are_all_imported() {
        byte[] chained = Uploads.joined(
                SimulatedRun.anyRun(START).fit(),
                SimulatedRun.anyRun(START.plusSeconds(7200)).fit());
        assertThat(decode(chained, FileFormat.FIT))
                .isInstanceOfSatisfying(
                        Decoded.class,
                        decoded -> assertThat(decoded.analyses())
                                .extracting(Analysis::recording)
                                .extracting(Recording::startedAt)
                                .containsExactly(START, START.plusSeconds(7200)));
    }

    @Test
    void gzip_makes_no_difference() {
        byte[] file = eventfulRun().fit();
        assertThat(Uploads.recordings(decode(Uploads.gzipped(file), FileFormat.FIT)))
                .isEqualTo(Uploads.recordings(decode(file, FileFormat.FIT)));
        byte[] gpx = eventfulRun().gpx().getBytes(UTF_8);
        assertThat(Uploads.recordings(decode(Uploads.gzipped(gpx), FileFormat.GPX)))
                .isEqualTo(Uploads.recordings(decode(gpx, FileFormat.GPX)));
    }

    /** S81. */
    @Test
    void a_hill_is_worth_more_on_the_flat() {
        byte[] uphill = SimulatedRun.starting(START).run(1800, 2.0, 0.10, 165).fit();
        Figures figures = Analysis.of(only(decode(uphill, FileFormat.FIT))).figures();
        // Minetti: C(0.10) / 3.6 = 1.6578
        assertThat(figures.gradeAdjustedPaceSecondsPerKm().orElseThrow()).isCloseTo(500 / 1.6578, within(1.5));
    }

    @Test
    void decoupling_is_how_much_less_speed_a_heart_beat_gives_in_the_second_half() {
        byte[] drifting = SimulatedRun.starting(START)
                .run(1800, 3.0, 0, 140)
                .run(1800, 3.0, 0, 147)
                .fit();
        Analysis analysis = Analysis.of(only(decode(drifting, FileFormat.FIT)));
        assertThat(analysis.decouplingPercent().orElseThrow()).isCloseTo(4.762, within(0.02));
        assertThat(analysis.efficiencyMetresPerBeat().orElseThrow()).isCloseTo(180 / 143.5, within(0.01));
    }

    @Test
    void cadence_counted_on_both_feet_is_not_doubled() {
        String both = SimulatedRun.anyRun(START).gpx().replace("<t:cad>88<", "<t:cad>176<");
        Figures figures =
                Analysis.of(only(decode(both.getBytes(UTF_8), FileFormat.GPX))).figures();
        assertThat(figures.averageCadenceStepsPerMinute().orElseThrow()).isEqualTo(176);
    }

    @Test
    void a_file_of_today_is_taken_and_one_of_tomorrow_is_not() {
        byte[] file = SimulatedRun.anyRun(START).fit();
        Instant day = LocalDate.of(2026, 3, 4).atStartOfDay(Uploads.ZURICH).toInstant();
        assertThat(ActivityFile.decode(file, FileFormat.FIT, Uploads.ZURICH, day))
                .isInstanceOf(Decoded.class);
        Uploads.assertRefused(
                ActivityFile.decode(file, FileFormat.FIT, Uploads.ZURICH, day.minusSeconds(1)),
                Decoding.Reason.IMPLAUSIBLE,
                "The activity starts on 2026-03-04, which is to come.");
    }

    @Test
    void times_of_a_week_are_taken_and_of_more_are_not() {
        for (int gap : new int[] {7 * 86_400 - 1200, 7 * 86_400 - 1100}) {
            SimulatedRun run = SimulatedRun.starting(START)
                    .run(600, 3.0, 0, 140)
                    .gap(gap, 0.01, 140)
                    .run(600, 3.0, 0, 140);
            Map<FileFormat, byte[]> files = Map.of(
                    FileFormat.FIT, run.fit(),
                    FileFormat.TCX, run.tcx().getBytes(UTF_8),
                    FileFormat.GPX, run.gpx().getBytes(UTF_8));
            files.forEach((format, file) -> {
                if (gap + 1200 > 7 * 86_400) {
                    Uploads.assertRefused(
                            decode(file, format),
                            Decoding.Reason.IMPLAUSIBLE,
                            "The times in the file are more than a week apart.");
                } else {
                    assertThat(decode(file, format)).as(format.name()).isInstanceOf(Decoded.class);
                }
            });
        }
    }

    @Test
    void today_is_that_of_the_place_where_it_was_recorded() {
        SimulatedRun inAuckland = SimulatedRun.anyRun(START).at(ZoneOffset.ofHours(13));
        ZoneId home = ZoneId.of("America/Los_Angeles");
        Instant since = Instant.parse("2026-03-03T11:00:00Z");
        Map<FileFormat, byte[]> files = Map.of(
                FileFormat.FIT, inAuckland.fit(),
                FileFormat.TCX, inAuckland.tcx().getBytes(UTF_8),
                FileFormat.GPX, inAuckland.gpx().getBytes(UTF_8));
        files.forEach((format, file) -> {
            assertThat(ActivityFile.decode(file, format, home, since)).isInstanceOf(Decoded.class);
            assertThat(ActivityFile.decode(file, format, home, since.minusSeconds(1)))
                    .isInstanceOf(Refused.class);
        });
    }
}
