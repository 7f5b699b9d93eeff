package run.harrier.load.activity.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import run.harrier.load.analysis.model.Analysis;
import run.harrier.load.analysis.model.Decoding;
import run.harrier.load.analysis.model.Decoding.Decoded;
import run.harrier.load.analysis.model.Decoding.Refused;
import run.harrier.load.recording.model.Recording;

/** Words for tests over files. */
final class Uploads {
    static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    private Uploads() {}

    static Decoding decode(byte[] file, FileFormat format) {
        return ActivityFile.decode(file, format, ZURICH, Instant.parse("2026-11-22T23:00:00Z"));
    }

    static Recording only(Decoding decoding) {
        return recordings(decoding).getFirst();
    }

    static List<Recording> recordings(Decoding decoding) {
        assertThat(decoding).isInstanceOf(Decoded.class);
        return ((Decoded) decoding).analyses().stream().map(Analysis::recording).toList();
    }

    static void assertRefused(Decoding decoding, Decoding.Reason reason, String text) {
        assertThat(decoding).isEqualTo(new Refused(reason, text));
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] gzipped(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
