package run.harrier.load.activity;

import run.harrier.load.athlete.Athlete;
import run.harrier.load.series.model.LoadHistory;

/**
 * What the load of an activity is computed from beside its recording.
 *
 * @param history of the years that were read
 */
public record LoadInputs(Athlete athlete, LoadHistory history) {}
