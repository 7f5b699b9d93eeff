package run.harrier.platform.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import run.harrier.platform.problem.ProblemException;

/**
 * A body that fails with a 413 problem when more bytes of it are read than the limit allows. The rest is read and
 * thrown away before that, as a client does not read an answer while it writes; but no more than {@value #PATIENCE}
 * times the limit, as the body may never end.
 */
final class LimitedBody extends FilterInputStream {
    private static final int PATIENCE = 4;

    private final long most;
    private final ProblemException tooLarge;
    private long read;

    LimitedBody(InputStream body, long most, ProblemException tooLarge) {
        super(body);
        this.most = most;
        this.tooLarge = tooLarge;
    }

    @Override
    public int read() throws IOException {
        var next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var some = super.read(into, offset, length);
        count(Math.max(some, 0));
        return some;
    }

    private void count(int bytes) throws IOException {
        read += bytes;
        if (read > most) {
            var thrownAway = new byte[8192];
            while (read < PATIENCE * most) {
                var some = in.read(thrownAway);
                if (some < 0) {
                    break;
                }
                read += some;
            }
            throw tooLarge;
        }
    }
}
