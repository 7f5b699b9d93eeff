package run.harrier.load.recording.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The day an activity belongs to: the day on which it started, in the zone where it started when the file has it,
 * else in the athlete's (D12, U19).
 */
public final class LocalDay {
    private LocalDay() {}

    /** The file has no zone. */
    public static LocalDate of(Instant start, ZoneId athleteZone) {
        return start.atZone(athleteZone).toLocalDate();
    }

    /**
     * The file has an offset that held at one moment, often the end. Where the athlete's zone had the same offset
     * then, the runner was at home and that zone's rules give the offset at the start, which daylight saving may have
     * changed in between.
     */
    public static LocalDate of(Instant start, ZoneOffset offset, Instant offsetAt, ZoneId athleteZone) {
        boolean home = athleteZone.getRules().getOffset(offsetAt).equals(offset);
        return start.atZone(home ? athleteZone : offset).toLocalDate();
    }
}
