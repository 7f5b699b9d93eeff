package run.harrier.load.morning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import run.harrier.load.morning.model.Finding;
import run.harrier.load.readiness.model.Readiness;

/** How the athletes of a squad are. */
record ConditionView(List<AthleteCondition> items) {

    /**
     * One athlete.
     *
     * @param findings the worst first
     */
    record AthleteCondition(
            UUID athleteId, String displayName, LocalDate on, Readiness.Verdict readiness, List<Finding> findings) {}
}
