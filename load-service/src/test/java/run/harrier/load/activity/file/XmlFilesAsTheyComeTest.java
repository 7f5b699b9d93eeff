package run.harrier.load.activity.file;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static run.harrier.load.activity.file.Analyses.assertHalfHour;
import static run.harrier.load.activity.file.Analyses.kinds;
import static run.harrier.load.activity.file.Analyses.only;
import static run.harrier.load.activity.file.Uploads.decode;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.load.analysis.model.Analysis;
import run.harrier.load.analysis.model.Decoding;
import run.harrier.load.analysis.model.Decoding.Reason;
import run.harrier.load.analysis.model.Lap;
import run.harrier.load.recording.model.Choice.Kind;
import run.harrier.load.recording.model.Reading.Cause;
import run.harrier.load.recording.model.Sport;

/** TCX and GPX as programs and portals write them: each kind gives the figures of what was run. */
class XmlFilesAsTheyComeTest {
    private static final Instant START = Instant.parse("2026-10-02T07:00:00Z");
    private static final String TCX = halfHour().tcx();
    private static final String GPX = halfHour().gpx();

    private static SimulatedRun halfHour() {
        return SimulatedRun.starting(START).run(1800, 3.0, 0, 140);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "          ",
                "\n",
                "\uFEFF",
                "\r\n \uFEFF\n",
                "Warning: the tool's own line\n",
                "<!-- said before -->\n"
            })
    void something_before_the_declaration(String before) {
        assertHalfHour(gpx(before + GPX));
        assertHalfHour(tcx(before + TCX));
        String undeclared = GPX.substring(GPX.indexOf("?>") + 2);
        if (before.isBlank() || before.startsWith("\uFEFF") || before.startsWith("<")) {
            assertHalfHour(gpx(before + undeclared));
        }
    }

    @Test
    void more_blanks_than_anybody_looks_at_before_the_declaration() {
        assertHalfHour(gpx(" \n".repeat(40_000) + GPX));
    }

    @Test
    void every_encoding_that_devices_write() {
        assertHalfHour(only(decode(GPX.replace("UTF-8", "UTF-16").getBytes(UTF_16), FileFormat.GPX)));
        assertHalfHour(gpx(GPX.replace("UTF-8", "UTF-16")));
        assertHalfHour(gpx(GPX.replace("UTF-8", "ISO-8859-1")));
        Uploads.assertRefused(
                decode(GPX.replace("UTF-8", "klingon").getBytes(UTF_8), FileFormat.GPX),
                Reason.DAMAGED,
                "The XML file's encoding is unknown.");
    }

    @Test
    void a_prefix_that_is_not_declared() {
        Analysis run = gpx(GPX.replaceFirst("xmlns:t=\"[^\"]*\"", ""));
        assertHalfHour(run);
        assertThat(run.figures().averageHeartRateBpm().orElseThrow()).isCloseTo(140, within(0.1));
        Analysis tcx = tcx(TCX.replaceFirst("xmlns:x=\"[^\"]*\"", ""));
        assertThat(tcx.figures().averageCadenceStepsPerMinute().orElseThrow()).isEqualTo(176);
    }

    @Test
    void every_way_to_write_a_text() {
        Analysis run = gpx(GPX.replace("running", "<![CDATA[run]]>&#x6e;<!-- and -->i&#110;g")
                .replace("<trkseg>", "<name>\u00e9 &lt;&amp;&gt;&quot;&apos; ]] ></name><link/><trkseg a = 'b' >"));
        assertHalfHour(run);
        assertThat(run.recording().sport()).isEqualTo(Sport.RUN);
    }

    @ParameterizedTest
    @CsvSource({
        "'</trkseg></trk></gpx>', '', 'The XML file ends too early, at line 1808, column 1.'",
        "'</trkseg>', '</trkseq>', 'The file is not sound XML at line 1807, column 9.'",
        "'</gpx>', '</gpx><gpx>', 'The file is not sound XML at line 1807, column 25.'",
        "'<trk>', '<trk', 'The file is not sound XML at line 4, column 4.'",
        "'<trk>', '<trk>&nbsp;', 'The XML file declares a document type or entities, which is not accepted.'",
        "'<trk>', '<trk a=\"1\" a=\"2\">', 'The file is not sound XML at line 4, column 16.'",
    })
    void half_of_it_cannot_be_read(String from, String to, String text) {
        Uploads.assertRefused(decode(GPX.replace(from, to).getBytes(UTF_8), FileFormat.GPX), Reason.DAMAGED, text);
    }

    @ParameterizedTest
    @CsvSource({
        "<time>2026, <time>0000, TIME",
        "<time>2026, <time>9999, TIME",
        "<time>2026-10-02T07:05:00Z, <time>2016-12-31T23:59:60Z, TIME",
        "<time>2026-10-02T07:05:00Z</time>, '', TIME",
        "<time>2026-10-02T07:05:00Z, <time>, TIME",
        "lat=\"47.3, lat=\"NaN, POSITION",
        "lat=\"47.3, lat=\"147.3, POSITION",
        "lat=, late=, POSITION",
        "<ele>400.00, <ele>NaN, VALUE",
        "<ele>400.00, <ele>1e400, VALUE",
        "<t:hr>140, <t:hr>, EMPTY",
        "<t:hr>140, <t:hr>-1, VALUE",
        "<t:cad>88, <t:cad>fast, VALUE",
    })
    void one_bad_point_is_left_out_and_counted(String right, String wrong, Cause cause) {
        String point = GPX.lines()
                .filter(line -> line.contains("T07:05:00Z"))
                .findFirst()
                .orElseThrow();
        assertThat(point).contains(right);
        Analysis run = gpx(GPX.replace(point, point.replace(right, wrong)));
        assertHalfHour(run);
        assertThat(run.reading().points()).isEqualTo(1801);
        assertThat(run.reading().skipped()).containsExactly(Map.entry(cause, 1));
    }

    @Test
    void a_bad_point_of_a_tcx_file_and_of_a_very_short_one() {
        Analysis run = tcx(TCX.replace("<Time>2026-10-02T07:05:00Z<", "<Time>2026-10-02T07:05:60Z<")
                .replaceFirst("<LatitudeDegrees>[^<]*", "<LatitudeDegrees>NaN"));
        assertThat(run.reading().skipped(Cause.TIME)).isEqualTo(1);
        assertThat(run.reading().skipped(Cause.POSITION)).isEqualTo(1);
        assertHalfHour(run);
        String three = SimulatedRun.starting(START)
                .run(1200, 3, 0, 140)
                .writingEvery(600)
                .gpx();
        assertThat(gpx(three.replace("2026-10-02T07:10", "0000-10-02T07:10"))
                        .figures()
                        .movingSeconds())
                .isEqualTo(1200);
    }

    @Test
    void more_than_one_bad_point_in_twenty_refuse_the_file() {
        Uploads.assertRefused(
                decode(
                        GPX.replaceAll(
                                        "<ele>400.00</ele><time>2026-10-02T07:05",
                                        "<ele>NaN</ele><time>2026-10-02T07:05")
                                .replaceAll(
                                        "<ele>400.00</ele><time>2026-10-02T07:06", "<ele></ele><time>2026-10-02T07:06")
                                .replaceAll(
                                        "<ele>400.00</ele><time>2026-10-02T07:07",
                                        "<ele>--</ele><time>2026-10-02T07:07")
                                .getBytes(UTF_8),
                        FileFormat.GPX),
                Reason.IMPLAUSIBLE,
                "120 of the file's 1801 points cannot be, more than one in twenty.");
        Uploads.assertRefused(
                decode(GPX.replace("2026-10-02", "0000-00-00").getBytes(UTF_8), FileFormat.GPX),
                Reason.IMPLAUSIBLE,
                "1801 of the file's 1801 points cannot be, more than one in twenty.");
    }

    @Test
    void laps_that_were_entered_by_hand() {
        SimulatedRun run = SimulatedRun.starting(START)
                .run(600, 3.0, 0, 140)
                .lap()
                .run(1200, 3.0, 0, 140)
                .withoutPoints();
        Analysis entered = tcx(run.tcx());
        assertHalfHour(entered);
        assertThat(entered.recording().startedAt()).isEqualTo(START);
        assertThat(entered.figures().elapsedSeconds()).isEqualTo(1800);
        assertThat(entered.laps()).extracting(Lap::startSeconds).containsExactly(0.0, 600.0);
        assertThat(entered.laps().get(1).figures().distanceMetres().orElseThrow())
                .isEqualTo(3600);
        Analysis onePoint = tcx(run.tcx()
                .replaceFirst(
                        "</DistanceMeters>",
                        "</DistanceMeters><Track><Trackpoint><Time>2026-10-02T07:00:00Z</Time></Trackpoint></Track>"));
        assertHalfHour(onePoint);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_lap_whose_points_were_lost(int lost) {
        String whole = SimulatedRun.starting(START)
                .run(600, 3.0, 0, 140)
                .lap()
                .run(600, 3.0, 0, 140)
                .lap()
                .run(600, 3.0, 0, 140)
                .tcx();
        List<String> laps = List.of(whole.split("(?=<Lap )"));
        String lap = laps.get(1 + lost);
        Analysis run = tcx(whole.replace(lap, lap.replaceFirst("(?s)<Track>.*</Track>", "")));
        assertHalfHour(run);
        assertThat(run.figures().elapsedSeconds()).isEqualTo(1800);
        assertThat(run.laps()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-322", "0.001", "0", "59"})
    void laps_by_hand_that_cannot_be(String seconds) {
        String entered = halfHour().withoutPoints().tcx().replace(">1800<", ">" + seconds + "<");
        assertThat(entered).contains(">" + seconds + "<");
        assertThat(decode(entered.getBytes(UTF_8), FileFormat.TCX))
                .isInstanceOfSatisfying(
                        Decoding.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.IMPLAUSIBLE));
    }

    @ParameterizedTest
    @CsvSource({
        "1200, 16, 0, by car",
        "480, 4, 600, by lift",
        "1800, 5.5, 0, by ferry",
        "3600, 3, 0, 'by train, with a long wait'",
        "1200, 0.4, 0, on foot to the shop"
    })
    void the_way_between_two_laps_is_not_run(int seconds, double metresPerSecond, double climb, String how) {
        String told = SimulatedRun.starting(START)
                .run(900, 3.0, 0, 140)
                .lap()
                .ride(seconds, metresPerSecond, climb)
                .run(900, 3.0, 0, 140)
                .tcx()
                .replace("</Track><Track>", "");
        for (String file : List.of(told, told.replaceAll("<DistanceMeters>[^<]*</DistanceMeters>", ""))) {
            Analysis run = tcx(file);
            assertHalfHour(run);
            assertThat(run.recording().pauses()).hasSize(1);
        }
    }

    @Test
    void a_lap_pressed_on_the_run_is_no_break() {
        SimulatedRun run = SimulatedRun.starting(START)
                .run(600, 3.0, 0, 140)
                .lap()
                .run(60, 5.5, 0, 170)
                .lap()
                .run(90, 1.2, 0, 120)
                .lap()
                .run(600, 3.0, 0, 140)
                .writingEvery(5);
        Analysis intervals = tcx(run.tcx());
        assertThat(intervals.recording().pauses()).isEmpty();
        assertThat(intervals.figures().movingSeconds()).isEqualTo(run.movingSeconds());
    }

    @ParameterizedTest
    @CsvSource({"30, true", "30, false", "240, true", "240, false"})
    void laps_that_begin_before_the_earlier_one_ends(int seconds, boolean counting) {
        SimulatedRun run = SimulatedRun.starting(START)
                .run(600, 3.0, 0, 140)
                .lap()
                .run(600, 3.0, 0, 140)
                .lap()
                .run(600, 3.0, 0, 140)
                .withLapsOverlapping(seconds, counting);
        for (String file : List.of(
                run.tcx(),
                run.tcx().replaceAll("</AltitudeMeters><DistanceMeters>[^<]*</DistanceMeters>", "</AltitudeMeters>"))) {
            Analysis sigma = tcx(file);
            assertHalfHour(sigma);
            assertThat(sigma.figures().elapsedSeconds()).isEqualTo(1800);
            assertThat(kinds(sigma)).containsExactly(Kind.OVERLAP_OF_LAPS);
        }
        assertHalfHour(tcx(run.withoutPoints().tcx()));
    }

    @Test
    void a_segment_that_tells_a_part_of_another_again() {
        String again = GPX.lines()
                .filter(line -> line.contains("T07:2"))
                .map(line -> line.replace("lon=\"8.54\"", "lon=\"8.5401\""))
                .collect(Collectors.joining("\n", "</trkseg><trkseg>\n", "\n</trkseg>"));
        Analysis run = gpx(GPX.replace("</trkseg>", again));
        assertHalfHour(run);
        assertThat(kinds(run)).containsExactly(Kind.OVERLAP_OF_LAPS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30})
    void laps_that_each_count_their_metres_from_zero(int overlap) {
        String whole = SimulatedRun.starting(START)
                .run(900, 3.0, 0, 140)
                .lap()
                .run(900, 3.0, 0, 140)
                .withLapsOverlapping(overlap, false)
                .tcx();
        int second = whole.lastIndexOf("<Lap ");
        double before = 2700 - 3.0 * overlap;
        String lap = Pattern.compile("(</AltitudeMeters><DistanceMeters>)([0-9.]+)")
                .matcher(whole.substring(second))
                .replaceAll(point -> point.group(1) + (Double.parseDouble(point.group(2)) - before));
        Analysis run = tcx(whole.substring(0, second) + lap.replace(">-", ">"));
        assertThat(run.figures().distanceMetres().orElseThrow()).isCloseTo(5400, within(4.0));
        assertThat(run.figures().movingSeconds()).isCloseTo(1800, within(1.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+02:00", "+0200", "+05:45", "-03:30"})
    void the_offset_of_the_file_is_kept(String offset) {
        ZoneOffset zone = ZoneOffset.of(offset);
        String gpx = halfHour().at(zone).gpx();
        for (Analysis run : List.of(
                gpx(gpx),
                gpx(gpx.replaceAll("(T[0-9:]{5,8})[+-][0-9:]{5}<", "$1" + offset + "<")),
                tcx(halfHour().at(zone).tcx()))) {
            assertThat(run.recording().startedAt()).isEqualTo(START);
            assertThat(run.recording().offset()).isEqualTo(zone);
            assertThat(run.recording()
                            .startedAt()
                            .atOffset(run.recording().offset())
                            .toLocalDateTime())
                    .isEqualTo(LocalDateTime.ofInstant(START, zone));
        }
    }

    @Test
    void a_sum_of_laps_that_contradicts_the_points_is_not_believed() {
        for (String wrong : List.of("1e7", "90000", "1800", "NaN")) {
            assertHalfHour(tcx(TCX.replaceFirst("<DistanceMeters>5400.0<", "<DistanceMeters>" + wrong + "<")));
        }
        for (String wrong : List.of("1e7", "90000", "600", "1e-322", "")) {
            assertHalfHour(tcx(TCX.replaceFirst("<TotalTimeSeconds>1800<", "<TotalTimeSeconds>" + wrong + "<")));
        }
    }

    private static Analysis gpx(String file) {
        return only(decode(file.getBytes(UTF_8), FileFormat.GPX));
    }

    private static Analysis tcx(String file) {
        return only(decode(file.getBytes(UTF_8), FileFormat.TCX));
    }
}
