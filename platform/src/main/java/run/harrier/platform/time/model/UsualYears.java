package run.harrier.platform.time.model;

import java.time.Instant;
import java.time.LocalDate;

/** The years of every day and instant that a request may name: {@value #FIRST} to {@value #LAST}, in UTC. */
public final class UsualYears {
    public static final int FIRST = 1900;
    public static final int LAST = 2199;

    private static final Instant BEGIN = Instant.parse(FIRST + "-01-01T00:00:00Z");
    private static final Instant END = Instant.parse(LAST + 1 + "-01-01T00:00:00Z");

    private UsualYears() {}

    public static boolean contain(LocalDate day) {
        return day.getYear() >= FIRST && day.getYear() <= LAST;
    }

    public static boolean contain(Instant instant) {
        return !instant.isBefore(BEGIN) && instant.isBefore(END);
    }
}
