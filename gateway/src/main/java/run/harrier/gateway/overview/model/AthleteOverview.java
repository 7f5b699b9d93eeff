package run.harrier.gateway.overview.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * One athlete in a coach's overview of the squad. Those who need the coach most come first (U1): by the worst finding,
 * then by name.
 *
 * @param findings the worst first
 */
public record AthleteOverview(
        UUID athleteId, String displayName, String readiness, Optional<Acwr> acwr, Week week, List<Finding> findings) {
    public static final Comparator<AthleteOverview> WORST_FIRST = Comparator.comparingInt(AthleteOverview::rank)
            .reversed()
            .thenComparing(AthleteOverview::displayName, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(AthleteOverview::athleteId);

    /** Coupled ratio of the last week's load to the last four weeks' (D3). */
    public record Acwr(double value, String method, int coverageDays, boolean provisional) {}

    /**
     * @param plannedSeconds of the whole week
     * @param dueSeconds of the days that are over
     * @param doneSeconds of all activities since Monday; empty when nothing is known of them
     * @param offPlan the sessions that went otherwise than planned, from the first to the last
     */
    public record Week(
            long plannedSeconds, long dueSeconds, OptionalDouble doneSeconds, List<OffPlan.Session> offPlan) {
        public Week {
            offPlan = List.copyOf(offPlan);
        }
    }

    /** The last is the worst. */
    public enum Severity {
        INFO,
        WATCH,
        WARN
    }

    public record Finding(String code, Severity severity, String text) {}

    public AthleteOverview {
        findings = findings.stream()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
    }

    private int rank() {
        return findings.isEmpty()
                ? 0
                : switch (findings.getFirst().severity()) {
                    case INFO -> 1;
                    case WATCH -> 2;
                    case WARN -> 3;
                };
    }
}
