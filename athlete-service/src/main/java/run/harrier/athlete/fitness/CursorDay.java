package run.harrier.athlete.fitness;

import java.time.DateTimeException;
import java.time.LocalDate;
import run.harrier.platform.http.Cursor;

/** Reads the day in the key of a cursor; a client may have made the cursor up. */
final class CursorDay {
    private CursorDay() {}

    static LocalDate of(String key) {
        try {
            var day = LocalDate.parse(key);
            if (day.getYear() > 0 && day.getYear() < 10_000) {
                return day;
            }
        } catch (DateTimeException e) {
            throw Cursor.invalid();
        }
        throw Cursor.invalid();
    }
}
