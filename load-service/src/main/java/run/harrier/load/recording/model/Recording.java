package run.harrier.load.recording.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * One activity as it was decoded from a file, before anything is computed.
 *
 * @param offset from UTC where and when it started
 * @param device the device's own sums
 * @param pauses in order, not overlapping
 * @param laps in order
 * @param reading how the file was read
 */
public record Recording(
        Sport sport,
        Instant startedAt,
        ZoneOffset offset,
        Totals device,
        List<Pause> pauses,
        List<RecordedLap> laps,
        Streams streams,
        Reading reading) {
    /** A week: nobody records longer at a time, and its milliseconds are an {@code int}. */
    public static final long LONGEST_MILLIS = 7 * 86_400_000L;

    public Recording {
        pauses = List.copyOf(pauses);
        laps = List.copyOf(laps);
    }

    /** The local day on which it started (D12). */
    public LocalDate on() {
        return startedAt.atOffset(offset).toLocalDate();
    }
}
