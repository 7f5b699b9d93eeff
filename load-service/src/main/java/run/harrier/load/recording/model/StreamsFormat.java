package run.harrier.load.recording.model;

import java.io.ByteArrayOutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import run.harrier.load.recording.model.Streams.Column;

/**
 * Streams as bytes for storing: a version, the number of samples and the set of columns, then deflated varints. Times
 * are the change of their step (0 at one sample a second); values are their change since the last known one plus one,
 * 0 for a missing value. An hour at one sample a second takes about 10 KB. Lossless.
 */
public final class StreamsFormat {
    private static final int VERSION = 1;

    private StreamsFormat() {}

    public static byte[] encode(Streams streams) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(streams.size() * 4 + 16);
        long step = 0;
        for (int i = 0; i < streams.size(); i++) {
            long next = i == 0 ? streams.millis(0) : (long) streams.millis(i) - streams.millis(i - 1);
            varint(body, zigzag(next - step));
            step = next;
        }
        int present = 0;
        for (Column column : Column.values()) {
            if (!streams.has(column)) {
                continue;
            }
            present |= column.bit();
            long last = 0;
            for (int i = 0; i < streams.size(); i++) {
                int value = streams.value(column, i);
                varint(body, value == Streams.MISSING ? 0 : zigzag(value - last) + 1);
                last = value == Streams.MISSING ? last : value;
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.size() / 2 + 16);
        out.write(VERSION);
        varint(out, streams.size());
        varint(out, present);
        varint(out, body.size());
        deflate(body.toByteArray(), out);
        return out.toByteArray();
    }

    /** @throws IllegalArgumentException when the bytes are not what {@link #encode} wrote */
    public static Streams decode(byte[] bytes) {
        Cursor head = new Cursor(bytes, 0);
        if (head.varint() != VERSION) {
            throw new IllegalArgumentException("not streams of version " + VERSION);
        }
        int size = head.bounded(Samples.MOST);
        int present = head.bounded((1 << Column.values().length) - 1);
        // a varint takes at most ten bytes
        int length = head.bounded(10 * Math.max(1, size) * (1 + Integer.bitCount(present)));
        Cursor body = new Cursor(inflate(bytes, head.at, length), 0);
        int[] millis = new int[size];
        long step = 0;
        long time = 0;
        for (int i = 0; i < size; i++) {
            step += unzigzag(body.varint());
            time += step;
            millis[i] = Math.toIntExact(time);
        }
        Map<Column, int[]> columns = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            if ((present & column.bit()) != 0) {
                columns.put(column, values(body, size));
            }
        }
        return new Streams(millis, columns);
    }

    private static int[] values(Cursor body, int size) {
        int[] values = new int[size];
        long last = 0;
        for (int i = 0; i < size; i++) {
            long code = body.varint();
            if (code == 0) {
                values[i] = Streams.MISSING;
            } else {
                last += unzigzag(code - 1);
                values[i] = Math.toIntExact(last);
            }
        }
        return values;
    }

    private static void deflate(byte[] body, ByteArrayOutputStream out) {
        try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(body);
            deflater.finish();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
    }

    private static byte[] inflate(byte[] bytes, int from, int length) {
        byte[] body = new byte[length];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(bytes, from, bytes.length - from);
            int done = 0;
            while (done < length) {
                int read = inflater.inflate(body, done, length - done);
                if (read == 0) {
                    throw new IllegalArgumentException("streams end early");
                }
                done += read;
            }
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("streams are damaged", e);
        }
        return body;
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private static long unzigzag(long code) {
        return (code >>> 1) ^ -(code & 1);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static final class Cursor {
        private final byte[] bytes;
        private int at;

        private Cursor(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        private long varint() {
            long value = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                if (at == bytes.length) {
                    throw new IllegalArgumentException("streams end early");
                }
                byte next = bytes[at++];
                value |= (next & 0x7FL) << shift;
                if (next >= 0) {
                    return value;
                }
            }
            throw new IllegalArgumentException("not a varint");
        }

        private int bounded(int most) {
            long value = varint();
            if (value < 0 || value > most) {
                throw new IllegalArgumentException(value + " is not between 0 and " + most);
            }
            return (int) value;
        }
    }
}
