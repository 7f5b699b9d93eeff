package run.harrier.plan.generation.plan.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an athlete ran before a plan, as far as it is recorded.
 *
 * @param weeklySeconds running time of each of the weeks before the plan, the last one first, at most eight; fewer where
 *     the record is shorter
 * @param longestRunSeconds the longest run of the 30 days before the plan (D26); absent without a run
 * @param easySecondsPerKm the pace of the easy runs of 28 days (D33); absent without one
 * @param progressionRun one was done, as planned or by how it was run: the next need not be a first one (D41, S72)
 * @param races of the four weeks before the plan, run or planned (D37)
 */
public record TrainingRecord(
        List<Double> weeklySeconds,
        @Nullable Double longestRunSeconds,
        @Nullable Double easySecondsPerKm,
        boolean progressionRun,
        AfterRaces races) {

    public static final TrainingRecord NONE = new TrainingRecord(List.of(), null, null, false, AfterRaces.NONE);

    public TrainingRecord {
        weeklySeconds = List.copyOf(weeklySeconds);
    }
}
