package run.harrier.load.activity;

import run.harrier.load.recording.model.Recording;

/** An activity with the recording that it was computed from. */
public record RecordedRun(Activity activity, Recording recording) {}
