package run.harrier.load.recording.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One activity as it was decoded from a file, before anything is computed.
 *
 * @param on the local day on which it started (D12)
 * @param device the device's own sums, which win over the samples
 * @param pauses in order, not overlapping
 * @param laps in order
 */
public record Recording(
        Sport sport,
        Instant startedAt,
        LocalDate on,
        Totals device,
        List<Pause> pauses,
        List<RecordedLap> laps,
        Streams streams) {
    public Recording {
        pauses = List.copyOf(pauses);
        laps = List.copyOf(laps);
    }
}
