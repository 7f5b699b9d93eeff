package run.harrier.gateway.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.gateway.overview.model.AthleteOverview;
import run.harrier.gateway.overview.model.AthleteOverview.Acwr;
import run.harrier.gateway.overview.model.AthleteOverview.Finding;
import run.harrier.gateway.overview.model.AthleteOverview.Severity;
import run.harrier.gateway.overview.model.OffPlan;

/** The athletes of a squad, those who need the coach most first. */
@Schema(requiredProperties = "items")
record OverviewView(List<AthleteView> items) {

    @Schema(requiredProperties = {"athleteId", "displayName", "readiness", "warningSign", "week", "findings"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AthleteView(
            UUID athleteId,
            String displayName,

            @Schema(enumeration = {"READY", "EASE_OFF", "REST", "UNKNOWN"})
            String readiness,

            @Schema(description = "Whether a warning sign stands: no running today and tomorrow")
            boolean warningSign,

            @Schema(description = "Absent without any record; never a reason to worry while provisional") @Nullable
            OverviewAcwr acwr,

            WeekView week,

            @Schema(description = "The worst first") List<OverviewFinding> findings) {

        static AthleteView from(AthleteOverview athlete) {
            return new AthleteView(
                    athlete.athleteId(),
                    athlete.displayName(),
                    athlete.readiness(),
                    athlete.warningSign(),
                    athlete.acwr().map(OverviewAcwr::from).orElse(null),
                    new WeekView(
                            athlete.week().plannedSeconds(),
                            athlete.week().doneSeconds().isPresent()
                                    ? Math.round(athlete.week().doneSeconds().getAsDouble())
                                    : null,
                            athlete.week().offPlan().stream()
                                    .map(OffPlanSession::from)
                                    .toList()),
                    athlete.findings().stream().map(OverviewFinding::from).toList());
        }
    }

    /** Monday to Sunday: all the running that was planned, and what was done so far. */
    @Schema(requiredProperties = {"plannedSeconds", "offPlan"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WeekView(
            long plannedSeconds,

            @Schema(description = "Absent when nothing is known of it") @Nullable
            Long doneSeconds,

            @Schema(
                    description =
                            "This week's runs, and yesterday's, that were missed, shortened or harder than planned")
            List<OffPlanSession> offPlan) {}

    @Schema(requiredProperties = {"value", "method", "coverageDays", "provisional"})
    record OverviewAcwr(
            double value, @Schema(enumeration = "COUPLED") String method, int coverageDays, boolean provisional) {

        static OverviewAcwr from(Acwr acwr) {
            return new OverviewAcwr(acwr.value(), acwr.method(), acwr.coverageDays(), acwr.provisional());
        }
    }

    @Schema(requiredProperties = {"code", "severity", "text", "coachText", "confidence"})
    record OverviewFinding(
            String code,
            Severity severity,

            @Schema(description = "For the athlete: what was seen, and what to do next")
            String text,

            @Schema(description = "For who coaches: what was seen, with its figure")
            String coachText,

            @Schema(
                    description = "How much of what it is judged by is known: the order of the overview weighs by it",
                    minimum = "0",
                    maximum = "1")
            double confidence) {

        static OverviewFinding from(Finding finding) {
            return new OverviewFinding(
                    finding.code(), finding.severity(), finding.text(), finding.coachText(), finding.confidence());
        }
    }

    @Schema(requiredProperties = {"on", "kind", "quality", "verdict"})
    record OffPlanSession(
            LocalDate on,

            @Schema(description = "The kind of the session, such as INTERVAL")
            String kind,

            boolean quality,

            @Schema(enumeration = {"MISSED", "SHORTENED", "HARDER"})
            String verdict) {

        static OffPlanSession from(OffPlan.Session session) {
            return new OffPlanSession(session.on(), session.kind(), session.quality(), session.verdict());
        }
    }

    static OverviewView from(List<AthleteOverview> athletes) {
        return new OverviewView(athletes.stream().map(AthleteView::from).toList());
    }
}
