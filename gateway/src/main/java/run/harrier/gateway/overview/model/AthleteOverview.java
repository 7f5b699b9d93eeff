package run.harrier.gateway.overview.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * One athlete in a coach's overview of the squad. Those who need the coach most come first (D49): who has a warning sign;
 * then who has more findings of severity WARN, each counted by its confidence, and of equals who has the graver kind; then
 * the same by WATCH; then who has more of INFO; then by name.
 *
 * @param warningSign whether one stands (D34): no running today and tomorrow
 * @param findings the worst first
 */
public record AthleteOverview(
        UUID athleteId,
        String displayName,
        String readiness,
        boolean warningSign,
        Optional<Acwr> acwr,
        Week week,
        List<Finding> findings) {
    /**
     * Breaks ties between athletes with equally many findings, gravest first: what the body says, then what the load
     * says, then habits. A code that this version does not know comes last.
     */
    static final List<String> KINDS = List.of(
            "NOT_READY",
            "SAME_PAIN",
            "FELT_HARD",
            "OVERREACHING",
            "LOAD_RAISED",
            "MONOTONOUS",
            OffPlan.HARDER,
            "EASY_TOO_HARD",
            "MANY_PROGRESSIONS",
            "SILENT",
            OffPlan.CODE,
            "GREY_ZONE");

    public static final Comparator<AthleteOverview> WORST_FIRST = Comparator.comparing(AthleteOverview::warningSign)
            .thenComparingDouble(athlete -> athlete.number(Severity.WARN))
            .thenComparingInt(athlete -> athlete.kind(Severity.WARN))
            .thenComparingDouble(athlete -> athlete.number(Severity.WATCH))
            .thenComparingInt(athlete -> athlete.kind(Severity.WATCH))
            .thenComparingDouble(athlete -> athlete.number(Severity.INFO))
            .reversed()
            .thenComparing(AthleteOverview::displayName, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(AthleteOverview::athleteId);

    /** Coupled ratio of the last week's load to the last four weeks' (D3). */
    public record Acwr(double value, String method, int coverageDays, boolean provisional) {}

    /**
     * @param plannedSeconds of the runs of the whole week
     * @param dueSeconds of the runs of the days that are over
     * @param doneSeconds of the runs since Monday, today's among them; empty when nothing is known of them
     * @param doneBeforeSeconds of the runs of the days that are over; empty when nothing is known of them
     * @param offPlan the sessions that went otherwise than planned, from the first to the last
     */
    public record Week(
            long plannedSeconds,
            long dueSeconds,
            OptionalDouble doneSeconds,
            OptionalDouble doneBeforeSeconds,
            List<OffPlan.Session> offPlan) {
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

    /**
     * What a coach should know.
     *
     * @param text for the athlete
     * @param coachText for who coaches
     * @param confidence 0 to 1: how much of what it is judged by is known
     */
    public record Finding(String code, Severity severity, String text, String coachText, double confidence) {}

    public AthleteOverview {
        findings = findings.stream()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
    }

    /** How many, each by its confidence. */
    private double number(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .mapToDouble(Finding::confidence)
                .sum();
    }

    /** The higher the graver. */
    private int kind(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity && KINDS.contains(finding.code()))
                .mapToInt(finding -> KINDS.size() - KINDS.indexOf(finding.code()))
                .max()
                .orElse(0);
    }
}
