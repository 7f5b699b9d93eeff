package run.harrier.load.activity.file;

import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipException;
import run.harrier.load.analysis.model.Analysis;
import run.harrier.load.analysis.model.Decoding;
import run.harrier.load.analysis.model.Decoding.Decoded;
import run.harrier.load.analysis.model.Decoding.Reason;
import run.harrier.load.analysis.model.Decoding.Refused;
import run.harrier.load.analysis.model.Plausibility;
import run.harrier.load.recording.model.Reading;
import run.harrier.load.recording.model.Recording;

/**
 * Reads what an athlete's device wrote. The whole file is judged before any of it is returned; nothing that is sent,
 * however damaged or hostile, throws. No I/O beyond the bytes given, no clock.
 */
public final class ActivityFile {
    private ActivityFile() {}

    /**
     * Whether it may take long to decode.
     *
     * @param sent as it came, plain or gzip
     */
    public static boolean isLong(byte[] sent) {
        return new SentFile(sent).isLong();
    }

    /**
     * @param sent as it came, plain or gzip
     * @param athleteZone for files without a zone (D12)
     * @param now nothing may have been recorded on a later day than this one is where it was recorded
     */
    public static Decoding decode(byte[] sent, FileFormat format, ZoneId athleteZone, Instant now) {
        if (sent.length == 0) {
            return new Refused(Reason.EMPTY, "The file is empty.");
        }
        if (sent.length > SentFile.MOST_SENT) {
            return new Refused(Reason.TOO_LARGE, "The file is larger than " + (SentFile.MOST_SENT >> 20) + " MiB.");
        }
        SentFile file = new SentFile(sent);
        try {
            List<Recording> recordings = switch (format) {
                case FIT -> FitFile.read(file, athleteZone);
                case TCX -> new TcxFile(athleteZone).read(file);
                case GPX -> new GpxFile(athleteZone).read(file);
            };
            if (recordings.isEmpty()) {
                return new Refused(Reason.NOT_AN_ACTIVITY, "The file holds no activity.");
            }
            Reading whole = recordings.stream().map(Recording::reading).reduce(Reading.none(), Reading::and);
            if (whole.spoilt()) {
                throw RefusedException.spoilt(whole);
            }
            List<Analysis> analyses = recordings.stream()
                    .sorted(Comparator.comparing(Recording::startedAt))
                    .map(Analysis::of)
                    .toList();
            return analyses.stream()
                    .flatMap(analysis -> Plausibility.doubt(analysis, now).stream())
                    .findFirst()
                    .<Decoding>map(doubt -> new Refused(Reason.IMPLAUSIBLE, doubt.text()))
                    .orElseGet(() -> new Decoded(analyses));
        } catch (RefusedException e) {
            return e.toRefused();
        } catch (EOFException e) {
            return new Refused(Reason.DAMAGED, "The file ends too early.");
        } catch (ZipException e) {
            return new Refused(Reason.DAMAGED, "The file is not sound gzip.");
        } catch (IOException e) {
            return new Refused(Reason.DAMAGED, "The file is not sound " + format + ".");
        }
    }
}
