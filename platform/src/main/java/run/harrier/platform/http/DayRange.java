package run.harrier.platform.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.problem.Problem;
import run.harrier.platform.problem.ProblemException;
import run.harrier.platform.time.model.UsualYears;

/** The local days that {@code ?from=&to=} ask for, both inclusive; never empty, at most {@value #LONGEST} days. */
public record DayRange(LocalDate from, LocalDate to) {
    public static final int LONGEST = 1_098;

    public DayRange {
        if (from.isAfter(to)) {
            throw ProblemException.impossibleAt("to", "must not be before from");
        }
        if (ChronoUnit.DAYS.between(from, to) >= LONGEST) {
            throw ProblemException.impossibleAt("to", "a range has at most " + LONGEST + " days");
        }
    }

    /** The range of the query; a missing {@code from} is {@code first}, a missing {@code to} makes it {@code days} long. */
    public static DayRange of(@Nullable String from, @Nullable String to, LocalDate first, int days) {
        var start = from == null ? first : day("from", from);
        return new DayRange(start, to == null ? start.plusDays(days - 1L) : day("to", to));
    }

    /** The range of the query; a missing day is so many days from the other, and without both the range ends today. */
    public static DayRange upTo(@Nullable String from, @Nullable String to, LocalDate today, int days) {
        if (from != null) {
            return of(from, to, today, days);
        }
        var last = to == null ? today : day("to", to);
        return new DayRange(last.minusDays(days - 1L), last);
    }

    /** A 400 problem for what is not a day of the {@link UsualYears}. */
    public static LocalDate day(String parameter, String text) {
        try {
            var day = LocalDate.parse(text);
            if (UsualYears.contain(day)) {
                return day;
            }
        } catch (DateTimeException e) {
            // answered below, as every other day that cannot be read
        }
        throw ProblemException.malformed(
                "A day is written YYYY-MM-DD.", new Problem.InvalidParam(parameter, "not a day"));
    }

    /** A 400 problem for what is not an instant with {@code Z} of the same years. */
    public static Instant instant(String parameter, String text) {
        try {
            var instant = Instant.parse(text);
            if (UsualYears.contain(instant)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // answered below, as every other instant that cannot be read
        }
        throw ProblemException.malformed(
                "An instant is ISO 8601.", new Problem.InvalidParam(parameter, "not an instant"));
    }
}
