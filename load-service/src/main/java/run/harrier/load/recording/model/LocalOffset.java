package run.harrier.load.recording.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The offset from UTC at which an activity started: of the zone where it started when the file has it, else of the
 * athlete's. It gives the local day to which the activity belongs (D12, U19).
 */
public final class LocalOffset {
    private LocalOffset() {}

    /** The file has no zone. */
    public static ZoneOffset of(Instant start, ZoneId athleteZone) {
        return athleteZone.getRules().getOffset(start);
    }

    /**
     * The file has an offset that held at one moment, often the end. Where the athlete's zone had the same offset
     * then, the runner was at home and that zone's rules give the offset at the start, which daylight saving may have
     * changed in between.
     */
    public static ZoneOffset of(Instant start, ZoneOffset offset, Instant offsetAt, ZoneId athleteZone) {
        boolean home = athleteZone.getRules().getOffset(offsetAt).equals(offset);
        return home ? of(start, athleteZone) : offset;
    }
}
