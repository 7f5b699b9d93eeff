package run.harrier.load.activity.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.garmin.fit.CRC;
import com.garmin.fit.Fit;
import com.garmin.fit.SessionMesg;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import run.harrier.load.analysis.model.Analysis;
import run.harrier.load.analysis.model.Decoding;
import run.harrier.load.analysis.model.Decoding.Decoded;
import run.harrier.load.analysis.model.Decoding.Refused;
import run.harrier.load.recording.model.StreamsFormat;

/** No file throws, whatever was done to it; what is still taken can be analysed and stored. */
class MutatedFileTest {
    private static final SimulatedRun RUN = SimulatedRun.starting(Instant.parse("2026-03-04T07:00:00Z"))
            .run(40, 3, 0.05, 140)
            .lap()
            .pause(60)
            .run(40, 3, 0, 150);
    private static final byte[] FIT = RUN.fit();
    private static final byte[] TCX = RUN.tcx().getBytes(UTF_8);
    private static final byte[] GPX = RUN.gpx().getBytes(UTF_8);

    @Property
    void no_mutated_fit_file_throws(@ForAll long seed) {
        judge(mutated(FIT, new Random(seed)), FileFormat.FIT);
    }

    /** The decoder behind the checksum meets the damage too. */
    @Property(tries = 2000)
    void no_mutated_fit_file_with_a_right_checksum_throws(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] file = FIT.clone();
        for (int i = 0; i <= random.nextInt(8); i++) {
            file[14 + random.nextInt(file.length - 16)] = (byte) random.nextInt(256);
        }
        judge(withChecksum(file), FileFormat.FIT);
    }

    /** The elapsed time of the session and the laps is a text by its definition: it is missing then. */
    @Example
    void words_where_a_number_belongs() {
        byte[] file = FIT.clone();
        int found = 0;
        for (int i = 0; i < file.length - 2; i++) {
            if (file[i] == SessionMesg.TotalElapsedTimeFieldNum && file[i + 1] == 4 && file[i + 2] == (byte) 0x86) {
                file[i + 2] = (byte) Fit.BASE_TYPE_STRING;
                found++;
            }
        }
        assertThat(found).isPositive();
        Analysis run = Analyses.only(Uploads.decode(withChecksum(file), FileFormat.FIT));
        assertThat(run.figures().elapsedSeconds()).isCloseTo(140, within(1.0));
    }

    @Property
    void no_mutated_tcx_file_throws(@ForAll long seed) {
        judge(mutated(TCX, new Random(seed)), FileFormat.TCX);
    }

    @Property
    void no_mutated_gpx_file_throws(@ForAll long seed) {
        judge(mutated(GPX, new Random(seed)), FileFormat.GPX);
    }

    @Property
    void no_mutated_gzip_file_throws(@ForAll long seed) {
        judge(mutated(Uploads.gzipped(FIT), new Random(seed)), FileFormat.FIT);
    }

    private static void judge(byte[] file, FileFormat format) {
        Decoding decoding = Uploads.decode(file, format);
        switch (decoding) {
            case Decoded decoded ->
                assertThat(decoded.analyses()).isNotEmpty().allSatisfy(analysis -> {
                    assertThat(analysis.figures().movingSeconds()).isFinite();
                    assertThat(StreamsFormat.decode(
                                    StreamsFormat.encode(analysis.recording().streams())))
                            .isEqualTo(analysis.recording().streams());
                });
            case Refused refused -> assertThat(refused.text()).endsWith(".");
        }
    }

    private static byte[] mutated(byte[] file, Random random) {
        byte[] mutant = file.clone();
        switch (random.nextInt(4)) {
            case 0 -> mutant = Arrays.copyOf(file, random.nextInt(file.length));
            case 1 -> mutant = Uploads.joined(file, Arrays.copyOf(file, random.nextInt(file.length)));
            case 2 -> {
                int from = random.nextInt(file.length);
                int length = random.nextInt(Math.min(200, file.length - from));
                mutant =
                        Uploads.joined(Arrays.copyOf(file, from), Arrays.copyOfRange(file, from + length, file.length));
            }
            default -> {
                for (int i = 0; i <= random.nextInt(8); i++) {
                    mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
                }
            }
        }
        return mutant;
    }

    private static byte[] withChecksum(byte[] file) {
        int crc = 0;
        for (int i = 0; i < file.length - 2; i++) {
            crc = CRC.get16(crc, file[i]);
        }
        file[file.length - 2] = (byte) crc;
        file[file.length - 1] = (byte) (crc >> 8);
        return file;
    }
}
