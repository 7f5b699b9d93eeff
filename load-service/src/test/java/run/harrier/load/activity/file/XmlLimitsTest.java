package run.harrier.load.activity.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static run.harrier.load.activity.file.Uploads.decode;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import run.harrier.load.analysis.model.Decoding.Reason;
import run.harrier.load.analysis.model.Decoding.Refused;

/** XML that was made to exhaust the service: refused with a sentence, and no more memory is taken than for a run. */
class XmlLimitsTest {
    private static final int MOST_BYTES = 8 << 20;

    private static final String GPX = SimulatedRun.starting(Instant.parse("2026-10-02T07:00:00Z"))
            .run(60, 3.0, 0, 140)
            .gpx();

    static Stream<Arguments> one_long_thing() {
        return Stream.of(
                Arguments.of("<!--", "a comment longer than 65536 characters, at line 1, column 65545."),
                Arguments.of("<![CDATA[", "a text longer than 65536 characters, at line 1, column 65551."),
                Arguments.of("<?tool ", "an instruction longer than 65536 characters, at line 1, column 65542."),
                Arguments.of("<a b=\"", "a text longer than 65536 characters, at line 1, column 65548."),
                Arguments.of("<a b=\"c\" ", "a name longer than 256 characters, at line 1, column 270."),
                Arguments.of("<", "a name longer than 256 characters, at line 1, column 262."),
                Arguments.of("</", "a name longer than 256 characters, at line 1, column 263."),
                Arguments.of("<name>", "a text longer than 65536 characters, at line 1, column 65548."));
    }

    @ParameterizedTest
    @MethodSource
    void one_long_thing(String begins, String text) {
        assertRefusedCheaply(gzipped("<gpx>" + begins, "x", 60_000_000), "The XML file has " + text);
    }

    @Test
    void attributes_without_end() {
        StringBuilder spaces = new StringBuilder("<gpx");
        for (int i = 0; i < 200_000; i++) {
            spaces.append(" xmlns:a").append(i).append("=\"b\"");
        }
        assertRefusedCheaply(
                Uploads.gzipped(spaces.append("/>").toString().getBytes(UTF_8)),
                "The XML file has an element with more than 64 attributes.");
    }

    @Test
    void elements_without_end() {
        assertRefusedCheaply(gzipped("<gpx>", "<a>", 10_000_000), "The XML file is nested deeper than 64.");
        String text = "The file holds more than 4000000 tags and attributes.";
        assertRefused(gzipped("<gpx>", "<a/>", 16_000_100), text);
        assertRefused(gzipped("<gpx>", "<?a?>", 20_000_100), text);
        assertRefused(gzipped("<gpx>", "<a b='' c='' d=''/>", 19_001_000), text);
    }

    @Test
    void activities_laps_and_points_of_the_whole_file() {
        String head = GPX.substring(0, GPX.indexOf("<trk>"));
        assertRefusedCheaply(gzipped(head, "<trk></trk>", 11 * 65), "The file holds more than 64 activities.");
        String lap = "<Lap StartTime=\"2026-10-02T07:00:00Z\"></Lap>";
        assertRefusedCheaply(
                gzipped("<TrainingCenterDatabase><Activity>", lap, lap.length() * 2001),
                FileFormat.TCX,
                "The file holds more than 2000 laps.");
        String track = "<trk><trkseg>" + "<trkpt/>".repeat(250_001) + "</trkseg></trk>";
        assertRefused(gzipped(head, track, 2 * track.length()), "The file holds more than 500000 points.");
    }

    @Test
    void a_name_of_megabytes_of_a_run_that_is_sound_otherwise() {
        assertRefusedCheaply(
                Uploads.gzipped(GPX.replace("<trkseg>", "<" + "n".repeat(13_000_000) + "/><trkseg>")
                        .getBytes(UTF_8)),
                "The XML file has a name longer than 256 characters, at line 5, column 257.");
    }

    private static void assertRefusedCheaply(byte[] file, String text) {
        assertRefusedCheaply(file, FileFormat.GPX, text);
    }

    private static void assertRefusedCheaply(byte[] file, FileFormat format, String text) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        var decoding = decode(file, format);
        long taken = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(decoding).isEqualTo(new Refused(Reason.IMPLAUSIBLE, text));
        assertThat(taken).isLessThan(MOST_BYTES);
    }

    private static void assertRefused(byte[] file, String text) {
        assertThat(decode(file, FileFormat.GPX)).isEqualTo(new Refused(Reason.IMPLAUSIBLE, text));
    }

    /** A beginning and a part again and again, without its end. */
    private static byte[] gzipped(String head, String part, int length) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] some = part.repeat(Math.max(1, 8192 / part.length())).getBytes(UTF_8);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(head.getBytes(UTF_8));
            for (int written = 0; written < length; written += some.length) {
                gzip.write(some);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
