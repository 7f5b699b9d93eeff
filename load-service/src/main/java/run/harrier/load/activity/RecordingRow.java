package run.harrier.load.activity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.harrier.load.recording.model.Pause;
import run.harrier.load.recording.model.Reading;
import run.harrier.load.recording.model.RecordedLap;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Sport;
import run.harrier.load.recording.model.Streams;
import run.harrier.load.recording.model.Totals;

/**
 * A recording without its streams as the column {@code recording.sums} stores it, so that everything can be computed again
 * without the file. Its JSON is a stored form: a field may be added, none renamed or removed.
 *
 * @param reading absent in rows from before it was kept
 */
public record RecordingRow(
        Totals device,
        List<Pause> pauses,
        List<RecordedLap> laps,
        @Nullable Reading reading) {

    public static RecordingRow from(Recording recording) {
        return new RecordingRow(recording.device(), recording.pauses(), recording.laps(), recording.reading());
    }

    Recording toRecording(Sport sport, Instant startedAt, ZoneOffset offset, Streams streams) {
        return new Recording(
                sport, startedAt, offset, device, pauses, laps, streams, reading == null ? Reading.none() : reading);
    }
}
