package run.harrier.load.activity.file;

import com.garmin.fit.Decode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import run.harrier.load.recording.model.Recording;

/**
 * A FIT file: one or more frames, each of a header, data and a checksum. Garmin's decoder hands out messages before it
 * reports a wrong checksum and overlooks a second frame, so the frames are judged first, in a pass of their own; then
 * each is decoded, and all of them count.
 */
final class FitFile {
    private static final int MOST_FRAMES = 50;
    private static final int[] CRC_NIBBLES = {
        0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
        0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400
    };

    private FitFile() {}

    static List<Recording> read(SentFile file, ZoneId athleteZone) throws IOException {
        List<Long> frames = frames(file);
        List<Recording> recordings = new ArrayList<>();
        try (InputStream in = file.open()) {
            for (long length : frames) {
                FitMessages messages = new FitMessages();
                Decode decode = new Decode();
                decode.addListener(messages);
                if (!decode.read(new Frame(in, length))) {
                    throw RefusedException.damaged("The FIT file cannot be decoded.");
                }
                recordings.addAll(new FitSessions(messages, athleteZone).recordings());
            }
        }
        return recordings;
    }

    /** The lengths of all frames; the whole file is made of them. */
    private static List<Long> frames(SentFile file) throws IOException {
        List<Long> frames = new ArrayList<>();
        try (InputStream in = file.open()) {
            for (int first = in.read(); first >= 0; first = in.read()) {
                if (frames.size() == MOST_FRAMES) {
                    throw RefusedException.damaged("The file chains more than " + MOST_FRAMES + " FIT files.");
                }
                frames.add(frame(in, first, frames.isEmpty()));
            }
        }
        return frames;
    }

    private static long frame(InputStream in, int headerLength, boolean only) throws IOException {
        byte[] header = new byte[Math.max(12, headerLength)];
        header[0] = (byte) headerLength;
        int got = 1 + in.readNBytes(header, 1, header.length - 1);
        boolean named = got >= 12 && header[8] == '.' && header[9] == 'F' && header[10] == 'I' && header[11] == 'T';
        if (!named || (headerLength != 12 && headerLength != 14)) {
            throw RefusedException.damaged(
                    only ? "This is not a FIT file." : "Something that is not FIT follows the FIT file.");
        }
        if (got < headerLength) {
            throw new EOFException();
        }
        int crc = crc(0, header, 0, 12);
        int stated = headerLength == 14
                ? ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getShort(12) & 0xFFFF
                : 0;
        if (stated != 0 && stated != crc) {
            throw RefusedException.damaged("The checksum of the FIT file's header is wrong.");
        }
        crc = crc(crc, header, 12, headerLength);
        long data = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xFFFFFFFFL;
        byte[] buffer = new byte[8192];
        for (long left = data + 2; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            crc = crc(crc, buffer, 0, read);
            left -= read;
        }
        // a checksum run over itself leaves nothing
        if (crc != 0) {
            throw RefusedException.damaged("The checksum of the FIT file is wrong.");
        }
        return headerLength + data + 2;
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
            return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(into, offset, (int) Math.min(left, length));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public int available() {
            return (int) Math.min(Integer.MAX_VALUE, left);
        }
    }
}
