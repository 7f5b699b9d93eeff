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

/** What is kept of a recording beside its streams, so that everything can be computed again without the file. */
record DeviceTotals(Totals device, List<Pause> pauses, List<RecordedLap> laps) {

    static DeviceTotals of(Recording recording) {
        return new DeviceTotals(recording.device(), recording.pauses(), recording.laps());
    }

    Recording toRecording(Sport sport, Instant startedAt, LocalDate on, Streams streams) {
        return new Recording(sport, startedAt, on, device, pauses, laps, streams);
    }
}
