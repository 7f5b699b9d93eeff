package run.harrier.gateway.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.gateway.overview.model.AthleteOverview;
import run.harrier.gateway.overview.model.AthleteOverview.Acwr;
import run.harrier.gateway.overview.model.AthleteOverview.OverviewFinding;
import run.harrier.gateway.overview.model.OffPlan;

/** The athletes of a squad, those who need the coach most first. */
@Schema(requiredProperties = "items")
record OverviewView(List<AthleteView> items) {

    @Schema(requiredProperties = {"athleteId", "displayName", "readiness", "week", "findings"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AthleteView(
            UUID athleteId,
            String displayName,

            @Schema(enumeration = {"READY", "EASE_OFF", "REST", "UNKNOWN"})
            String readiness,

            @Schema(description = "Absent without any record; never a reason to worry while provisional") @Nullable
            Acwr acwr,

            WeekView week,

            @Schema(description = "The worst first") List<OverviewFinding> findings) {

        static AthleteView from(AthleteOverview athlete) {
            return new AthleteView(
                    athlete.athleteId(),
                    athlete.displayName(),
                    athlete.readiness(),
                    athlete.acwr().orElse(null),
                    new WeekView(
                            athlete.week().plannedSeconds(),
                            athlete.week().doneSeconds().isPresent()
                                    ? Math.round(athlete.week().doneSeconds().getAsDouble())
                                    : null,
                            athlete.week().offPlan()),
                    athlete.findings());
        }
    }

    /** Monday to Sunday: all that was planned, and what was done so far. */
    @Schema(requiredProperties = {"plannedSeconds", "offPlan"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WeekView(
            long plannedSeconds,

            @Schema(description = "Absent when nothing is known of it") @Nullable
            Long doneSeconds,

            @Schema(
                    description =
                            "This week's runs, and yesterday's, that were missed, shortened or harder than planned")
            List<OffPlan.Session> offPlan) {}

    static OverviewView from(List<AthleteOverview> athletes) {
        return new OverviewView(athletes.stream().map(AthleteView::from).toList());
    }
}
