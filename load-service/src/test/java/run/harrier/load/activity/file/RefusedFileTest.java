package run.harrier.load.activity.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static run.harrier.load.activity.file.Uploads.assertRefused;
import static run.harrier.load.activity.file.Uploads.decode;
import static run.harrier.load.activity.file.Uploads.gzipped;
import static run.harrier.load.activity.file.Uploads.joined;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import run.harrier.load.analysis.model.Decoding.Reason;
import run.harrier.load.analysis.model.Decoding.Refused;

/** Damaged, hostile and absurd files are refused whole, with a sentence. */
class RefusedFileTest {
    private static final Instant START = Instant.parse("2026-03-04T07:00:00Z");
    private static final byte[] FIT =
            SimulatedRun.starting(START).run(300, 3, 0, 140).fit();
    private static final String TCX =
            SimulatedRun.starting(START).run(300, 3, 0, 140).tcx();
    private static final String GPX =
            SimulatedRun.starting(START).run(300, 3, 0, 140).gpx();

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void an_empty_file(FileFormat format) {
        assertRefused(decode(new byte[0], format), Reason.EMPTY, "The file is empty.");
    }

    @Test
    void a_truncated_fit_file() {
        for (int length : new int[] {12, 13, 20, FIT.length / 2, FIT.length - 1}) {
            assertRefused(
                    decode(Arrays.copyOf(FIT, length), FileFormat.FIT),
                    Reason.DAMAGED,
                    "The file ends too early, at byte " + length + ".");
        }
    }

    @Test
    void a_wrong_checksum() {
        byte[] wrong = FIT.clone();
        wrong[FIT.length / 2] ^= 1;
        assertRefused(
                decode(wrong, FileFormat.FIT),
                Reason.DAMAGED,
                "The checksum of the FIT file is wrong at byte " + (FIT.length - 2) + ".");
    }

    @Test
    void a_chained_file_that_is_damaged_spoils_the_whole() {
        byte[] wrong = FIT.clone();
        wrong[FIT.length / 2] ^= 1;
        assertRefused(
                decode(joined(FIT, wrong), FileFormat.FIT),
                Reason.DAMAGED,
                "The checksum of the FIT file is wrong at byte " + (2 * FIT.length - 2) + ".");
        assertRefused(
                decode(joined(FIT, "something else".getBytes(UTF_8)), FileFormat.FIT),
                Reason.DAMAGED,
                "Something that is not FIT follows the FIT file at byte " + FIT.length + ".");
    }

    @Test
    void one_format_sent_as_another() {
        assertRefused(decode(FIT, FileFormat.GPX), Reason.DAMAGED, "The file is not sound XML at line 1, column 1.");
        assertRefused(decode(TCX.getBytes(UTF_8), FileFormat.FIT), Reason.DAMAGED, "This is not a FIT file.");
        assertRefused(
                decode(TCX.getBytes(UTF_8), FileFormat.GPX),
                Reason.DAMAGED,
                "The XML file begins with <TrainingCenterDatabase>, not <gpx>.");
        assertThat(decode("not XML at all".getBytes(UTF_8), FileFormat.TCX)).isInstanceOf(Refused.class);
    }

    @Test
    void more_than_25_mib_as_sent() {
        assertRefused(decode(new byte[30 << 20], FileFormat.FIT), Reason.TOO_LARGE, "The file is larger than 25 MiB.");
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void gzip_that_inflates_to_gigabytes(FileFormat format) {
        byte[] head = format == FileFormat.FIT
                ? new byte[] {12, 32, 0, 0, -1, -1, -1, 127, '.', 'F', 'I', 'T'}
                : ("<" + (format == FileFormat.GPX ? "gpx" : "TrainingCenterDatabase") + ">").getBytes(UTF_8);
        byte[] blanks = new byte[32 << 20];
        Arrays.fill(blanks, (byte) ' ');
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes(gzipped(head));
        byte[] charge = gzipped(blanks);
        for (int i = 0; i < 64; i++) {
            bomb.writeBytes(charge);
        }
        assertThat(bomb.size()).isLessThan(25 << 20);
        assertRefused(decode(bomb.toByteArray(), format), Reason.TOO_LARGE, "The file inflates to more than 100 MiB.");
    }

    @Test
    void gzip_that_is_cut_or_damaged() {
        byte[] whole = gzipped(FIT);
        assertRefused(
                decode(Arrays.copyOf(whole, whole.length - 20), FileFormat.FIT),
                Reason.DAMAGED,
                "The file ends too early.");
        byte[] wrong = whole.clone();
        wrong[whole.length - 6] ^= 1;
        assertRefused(decode(wrong, FileFormat.FIT), Reason.DAMAGED, "The file is not sound gzip.");
    }

    @Test
    void an_entity_bomb() {
        String bomb =
                "<!DOCTYPE gpx [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><gpx>&b;</gpx>";
        assertRefused(
                decode(bomb.getBytes(UTF_8), FileFormat.GPX),
                Reason.DAMAGED,
                "The XML file declares a document type or entities, which is not accepted.");
    }

    @Test
    void an_external_entity_is_never_read(@TempDir Path folder) throws IOException {
        Path secret = java.nio.file.Files.writeString(folder.resolve("secret"), "2026-03-04T07:00:00Z");
        String reading = GPX.replace("<gpx", "<!DOCTYPE gpx [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n<gpx")
                .replaceFirst("<time>[^<]*</time>", "<time>&x;</time>");
        assertRefused(
                decode(reading.getBytes(UTF_8), FileFormat.GPX),
                Reason.DAMAGED,
                "The XML file declares a document type or entities, which is not accepted.");
    }

    @Test
    void nesting_without_end() {
        assertRefused(
                decode(("<gpx>" + "<a>".repeat(100_000)).getBytes(UTF_8), FileFormat.GPX),
                Reason.IMPLAUSIBLE,
                "The XML file is nested deeper than 64.");
    }

    @Test
    void a_runner_faster_than_any_runner() {
        byte[] fast = SimulatedRun.starting(START).run(600, 20, 0, 150).fit();
        assertRefused(
                decode(fast, FileFormat.FIT),
                Reason.IMPLAUSIBLE,
                "The average speed in metres a second cannot be 20.0, only 0 to 13.0.");
    }

    @Test
    void a_future_year() {
        byte[] future =
                SimulatedRun.anyRun(Instant.parse("2099-01-01T12:00:00Z")).fit();
        assertRefused(
                decode(future, FileFormat.FIT),
                Reason.IMPLAUSIBLE,
                "The activity starts on 2099-01-01, which is to come.");
    }

    @Test
    void a_sound_file_without_an_activity() {
        assertRefused(
                decode("<gpx><wpt lat=\"1\" lon=\"2\"/></gpx>".getBytes(UTF_8), FileFormat.GPX),
                Reason.NOT_AN_ACTIVITY,
                "The file holds no activity.");
        String untimed = GPX.replaceAll("<time>[^<]*</time>", "");
        assertRefused(
                decode(untimed.getBytes(UTF_8), FileFormat.GPX), Reason.NOT_AN_ACTIVITY, "The file holds no activity.");
    }
}
