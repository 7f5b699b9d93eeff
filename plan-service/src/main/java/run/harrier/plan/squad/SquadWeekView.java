package run.harrier.plan.squad;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import run.harrier.plan.squad.model.PlannedWeek;

/** What the week asks of each athlete of a squad. */
record SquadWeekView(List<AthleteWeek> items) {

    /** One athlete; zeros without a plan. */
    record AthleteWeek(
            UUID athleteId,
            LocalDate on,

            @Schema(
                    description =
                            "Of the runs of the whole week, Monday to Sunday; an estimate where steps are distances")
            long plannedSeconds,

            @Schema(description = "Of the runs of the week's days before `on`")
            long dueSeconds,

            @Schema(
                    description =
                            "The week's runs up to `on` that were missed, shortened or harder than planned, from the"
                                    + " first to the last; on a Monday also Sunday's")
            List<PlannedWeek.OffPlanRun> offPlan) {

        static AthleteWeek from(UUID athleteId, LocalDate on, PlannedWeek week) {
            return new AthleteWeek(athleteId, on, week.plannedSeconds(), week.dueSeconds(), week.offPlan());
        }
    }
}
