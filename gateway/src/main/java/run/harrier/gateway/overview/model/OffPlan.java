package run.harrier.gateway.overview.model;

import java.util.Optional;
import run.harrier.gateway.overview.model.AthleteMorning.Finding;
import run.harrier.gateway.overview.model.AthleteMorning.Severity;
import run.harrier.gateway.overview.model.AthleteMorning.Week;

/**
 * Whether a week goes as it was planned, by time: less than 80 % of what was due by yesterday, as D20 calls a session
 * shortened, or a quarter more than the plan asks of the whole week (S104).
 */
public final class OffPlan {
    public static final String CODE = "OFF_PLAN";

    private static final double LEAST = 0.80;
    private static final double MOST = 1.25;

    private OffPlan() {}

    public static Optional<Finding> of(Week week) {
        if (week.doneSeconds().isEmpty()) {
            return Optional.empty();
        }
        var done = week.doneSeconds().getAsDouble();
        if (week.dueSeconds() > 0 && done < LEAST * week.dueSeconds()) {
            return finding("%d of %d planned minutes done since Monday.", done, week.dueSeconds());
        }
        return week.plannedSeconds() > 0 && done > MOST * week.plannedSeconds()
                ? finding(
                        "%d minutes done since Monday; the plan asks for %d in the whole week.",
                        done, week.plannedSeconds())
                : Optional.empty();
    }

    private static Optional<Finding> finding(String text, double doneSeconds, long plannedSeconds) {
        return Optional.of(new Finding(
                CODE, Severity.WATCH, text.formatted(Math.round(doneSeconds / 60), Math.round(plannedSeconds / 60.0))));
    }
}
