package run.harrier.load.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import run.harrier.load.recording.model.Pause;
import run.harrier.load.recording.model.RecordedLap;
import run.harrier.load.recording.model.Recording;
import run.harrier.load.recording.model.Sport;
import run.harrier.load.recording.model.Streams;
import run.harrier.load.recording.model.Totals;

/**
 * A recording without its streams as the column {@code recording.sums} stores it, so that everything can be computed again
 * without the file. Its JSON is a stored form: a field may be added, none renamed or removed.
 */
public record RecordingRow(Totals device, List<Pause> pauses, List<RecordedLap> laps) {

    public static RecordingRow from(Recording recording) {
        return new RecordingRow(recording.device(), recording.pauses(), recording.laps());
    }

    Recording toRecording(Sport sport, Instant startedAt, LocalDate on, Streams streams) {
        return new Recording(sport, startedAt, on, device, pauses, laps, streams);
    }
}
