package run.harrier.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import run.harrier.platform.problem.Problem;
import run.harrier.platform.problem.ProblemException;

/** Marks where a page ended, by the key of its last row; opaque to the caller. */
public final class Cursor {
    private Cursor() {}

    static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The key behind {@link Page#next}; a text that no page gave is a 400 problem. */
    public static String decode(String cursor) {
        try {
            var key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (key.indexOf(0) < 0) { // PostgreSQL has no such text
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    /** For keys that decode but do not parse. */
    public static ProblemException invalid() {
        return ProblemException.malformed(
                "The cursor was not given by a page.", new Problem.InvalidParam("after", "not a cursor"));
    }
}
