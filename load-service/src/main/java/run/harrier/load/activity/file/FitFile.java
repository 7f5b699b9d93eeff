package run.harrier.load.activity.file;

import com.garmin.fit.Decode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import run.harrier.load.analysis.model.Decoding.Reason;
import run.harrier.load.recording.model.Recording;

/**
 * A FIT file: one or more frames, each of a header, data and a checksum. Garmin's decoder hands out messages before it
 * reports a wrong checksum and overlooks a second frame, so the frames are judged first, in a pass of their own; then
 * each is decoded. All frames that are activities count; of a strap's frame the heart rates are joined in, and of settings,
 * workouts and courses beside an activity nothing is taken.
 */
final class FitFile {
    private static final int MOST_FRAMES = 128;
    /** A header and a checksum, which the decoder takes for damage. */
    private static final int EMPTY = 14 + 2;

    private static final int[] CRC_NIBBLES = {
        0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
        0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400
    };

    private FitFile() {}

    static List<Recording> read(SentFile file, ZoneId athleteZone) throws IOException {
        List<Long> frames = frames(file);
        List<FitMessages> decoded = new ArrayList<>();
        FileCounts counts = new FileCounts();
        try (InputStream in = file.open()) {
            long from = 0;
            for (long length : frames) {
                FitMessages messages = new FitMessages(counts);
                if (length > EMPTY) {
                    decode(new Frame(in, length), from, messages);
                } else {
                    in.skipNBytes(length);
                }
                decoded.add(messages);
                from += length;
            }
        }
        List<FitMessages> activities =
                decoded.stream().filter(FitMessages::isActivity).toList();
        if (activities.isEmpty()) {
            throw new RefusedException(
                    Reason.NOT_AN_ACTIVITY, "The FIT file is no activity but a workout, a course or settings.");
        }
        List<Recording> recordings = new ArrayList<>();
        for (FitMessages activity : activities) {
            if (activity.sessions.isEmpty()) {
                counts.activity();
            }
            FitSessions sessions = new FitSessions(activity, athleteZone);
            decoded.forEach(frame -> activity.joinStrap(frame.strap));
            recordings.addAll(sessions.recordings());
        }
        return recordings;
    }

    private static void decode(Frame frame, long from, FitMessages into) {
        Decode decode = new Decode();
        decode.addListener(into);
        boolean whole;
        try {
            whole = decode.read(frame);
        } catch (RefusedException e) {
            throw e;
        } catch (RuntimeException e) {
            // the library throws untyped exceptions on damaged input
            whole = false;
        }
        if (!whole) {
            throw RefusedException.damaged("The FIT file cannot be decoded from byte " + (from + frame.read) + " on.");
        }
    }

    /** The lengths of all frames; the whole file is made of them. */
    private static List<Long> frames(SentFile file) throws IOException {
        List<Long> frames = new ArrayList<>();
        long from = 0;
        try (InputStream in = file.open()) {
            for (int first = in.read(); first >= 0; first = in.read()) {
                if (frames.size() == MOST_FRAMES) {
                    throw RefusedException.damaged("The file chains more than " + MOST_FRAMES + " FIT files.");
                }
                long length = frame(in, first, from);
                frames.add(length);
                from += length;
            }
        }
        return frames;
    }

    /** @param from where it begins in the file */
    private static long frame(InputStream in, int headerLength, long from) throws IOException {
        byte[] header = new byte[Math.max(12, headerLength)];
        header[0] = (byte) headerLength;
        int got = 1 + in.readNBytes(header, 1, header.length - 1);
        boolean named = got >= 12 && header[8] == '.' && header[9] == 'F' && header[10] == 'I' && header[11] == 'T';
        if (!named || (headerLength != 12 && headerLength != 14)) {
            throw RefusedException.damaged(
                    from == 0
                            ? "This is not a FIT file."
                            : "Something that is not FIT follows the FIT file at byte " + from + ".");
        }
        if (got < headerLength) {
            throw endsAt(from + got);
        }
        int crc = crc(0, header, 0, 12);
        int stated = headerLength == 14
                ? ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getShort(12) & 0xFFFF
                : 0;
        if (stated != 0 && stated != crc) {
            throw RefusedException.damaged(
                    "The checksum of the FIT file's header is wrong at byte " + (from + 12) + ".");
        }
        crc = crc(crc, header, 12, headerLength);
        long data = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xFFFFFFFFL;
        byte[] buffer = new byte[8192];
        for (long left = data + 2; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw endsAt(from + headerLength + data + 2 - left);
            }
            crc = crc(crc, buffer, 0, read);
            left -= read;
        }
        // a checksum run over itself leaves nothing
        if (crc != 0) {
            throw RefusedException.damaged(
                    "The checksum of the FIT file is wrong at byte " + (from + headerLength + data) + ".");
        }
        return headerLength + data + 2;
    }

    private static RefusedException endsAt(long offset) {
        return RefusedException.damaged("The file ends too early, at byte " + offset + ".");
    }

    private static int crc(int start, byte[] bytes, int from, int until) {
        int crc = start;
        for (int i = from; i < until; i++) {
            crc = (crc >> 4) ^ CRC_NIBBLES[crc & 0xF] ^ CRC_NIBBLES[bytes[i] & 0xF];
            crc = (crc >> 4) ^ CRC_NIBBLES[crc & 0xF] ^ CRC_NIBBLES[(bytes[i] >> 4) & 0xF];
        }
        return crc;
    }

    /** The bytes of one frame; leaves its parent open at the next. */
    private static final class Frame extends InputStream {
        private final InputStream in;
        private long left;
        private long read;

        private Frame(InputStream in, long length) {
            this.in = in;
            left = length;
        }

        @Override
        public int read() throws IOException {
            if (left == 0) {
                return -1;
            }
            left--;
            read++;
            return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int got = in.read(into, offset, (int) Math.min(left, length));
            left -= Math.max(0, got);
            read += Math.max(0, got);
            return got;
        }

        @Override
        public int available() {
            return (int) Math.min(Integer.MAX_VALUE, left);
        }
    }
}
