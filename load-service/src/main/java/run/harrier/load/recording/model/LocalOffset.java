package run.harrier.load.recording.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import run.harrier.load.recording.model.Streams.Column;

/**
 * The offset from UTC at which an activity started: of the zone where it started when the file has it, else of the
 * athlete's. It gives the local day to which the activity belongs (D12, U19).
 */
public final class LocalOffset {
    /** Where the clocks of a zone without an offset are kept, from Iceland to the east of England. */
    private static final int WESTERNMOST_E7 = -250_000_000;

    private static final int EASTERNMOST_E7 = 25_000_000;

    private LocalOffset() {}

    /** Whether an activity began where an offset of zero can be: many a device writes zero for an offset it does not know. */
    public static boolean nearGreenwich(Streams streams) {
        return IntStream.range(0, streams.size())
                .map(i -> streams.value(Column.LONGITUDE_E7, i))
                .filter(longitude -> longitude != Streams.MISSING)
                .limit(1)
                .anyMatch(longitude -> longitude >= WESTERNMOST_E7 && longitude <= EASTERNMOST_E7);
    }

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
