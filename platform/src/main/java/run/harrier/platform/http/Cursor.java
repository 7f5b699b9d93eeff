package run.harrier.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import run.harrier.platform.problem.Problem;
import run.harrier.platform.problem.ProblemException;

/** Where a page ended: the key of its last row, opaque to the caller. */
public final class Cursor {
    private Cursor() {}

    static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The key that {@link Page#next} stands for; a 400 problem when no page ever gave it. */
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
