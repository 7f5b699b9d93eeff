package run.harrier.load.activity.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import run.harrier.load.analysis.model.Decoding.Reason;

/**
 * A file as it was sent. It is inflated while it is read and can be read again, so that an inflated file is never held
 * in memory. Gzip is recognised by its first two bytes, with which none of the formats begins.
 */
final class SentFile {
    /** The most bytes that may be sent, plain or gzip (D24). */
    static final int MOST_SENT = 25 << 20;
    /** The most bytes that gzip may hold (D24). */
    static final int MOST_INFLATED = 100 << 20;

    /** Most runs of an hour are shorter, and nothing within it takes more than a fraction of a second. */
    private static final int SHORT = 2 << 20;

    private final byte[] bytes;

    SentFile(byte[] bytes) {
        this.bytes = bytes;
    }

    InputStream open() throws IOException {
        InputStream plain = new ByteArrayInputStream(bytes);
        boolean gzip = bytes.length > 1 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
        return gzip ? new BufferedInputStream(new Limited(new GZIPInputStream(plain, 8192)), 8192) : plain;
    }

    /** Whether it is longer, inflated, than the file of an ordinary run. One that is not sound is so up to where it breaks. */
    boolean isLong() {
        try (InputStream in = open()) {
            in.skipNBytes(SHORT);
            return in.read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Refuses to go on past {@link #MOST_INFLATED}. */
    private static final class Limited extends FilterInputStream {
        private long left = MOST_INFLATED;

        private Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return count(1, super.read());
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            return count(read, read);
        }

        @Override
        public long skip(long n) throws IOException {
            long skipped = super.skip(n);
            count((int) skipped, (int) skipped);
            return skipped;
        }

        private int count(int bytes, int result) {
            left -= result < 0 ? 0 : bytes;
            if (left < 0) {
                throw new RefusedException(
                        Reason.TOO_LARGE, "The file inflates to more than " + (MOST_INFLATED >> 20) + " MiB.");
            }
            return result;
        }
    }
}
