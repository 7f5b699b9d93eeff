package run.harrier.athlete.fitness;

import java.time.DateTimeException;
import java.time.LocalDate;
import run.harrier.platform.http.Cursor;

/** The day in a cursor, which anybody may have written. */
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
