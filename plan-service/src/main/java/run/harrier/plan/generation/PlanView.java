package run.harrier.plan.generation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.platform.http.Located;
import run.harrier.platform.http.Tagged;

/**
 * A plan with its weeks and the proof of its rules (M2).
 *
 * @param request the plan that was asked for
 * @param end the last day with something planned
 */
record PlanView(
        UUID athleteId,
        UUID id,
        PlanKind kind,
        LocalDate start,
        LocalDate end,
        Instant createdAt,
        @Schema(description = "As it was asked for") NewPlan request,

        @Schema(description = "The day the taper starts; absent in a base plan") @Nullable
        LocalDate taperFrom,

        List<WeekView> weeks,
        List<CertificateEntry> certificate,

        @Schema(description = "What could not be given as it was asked, in sentences")
        List<String> notes,

        @Schema(description = "Whose word an override is; absent in plans from before it was kept") @Nullable
        Requester requestedBy)
        implements Located, Tagged {

    @Schema(name = "PlanWeek")
    record WeekView(
            LocalDate start,
            @Schema(description = "Of the week's Monday") Phase phase,

            @Schema(description = "An estimate, without the race")
            double distanceMetres,

            @Schema(description = "An estimate, without the race")
            int durationSeconds,

            @Schema(description = "Where a session is a range") @Nullable
            Integer durationSecondsHighest,

            boolean down,

            @Schema(description = "Hard sessions of the running sessions, 0 to 1")
            double hardShare,

            @Schema(description = "Hard running of the running time, 0 to 1")
            double hardTimeShare,

            @Schema(description = "As generated, by day") @Nullable
            List<UUID> sessions) {

        private static WeekView from(PlanRow.WeekRow week, List<UUID> sessions) {
            return new WeekView(
                    week.start(),
                    week.phase(),
                    week.distanceMetres(),
                    week.durationSeconds(),
                    week.durationSecondsHighest(),
                    week.down(),
                    week.hardShare(),
                    week.hardTimeShare(),
                    sessions);
        }
    }

    /** A plan is never changed after it was made, only its sessions are. */
    @Override
    public String tag() {
        return id.toString();
    }

    /** @param sessions of each week by its number */
    static PlanView from(PlanRow plan, IntFunction<List<UUID>> sessions) {
        return new PlanView(
                plan.athleteId(),
                plan.id(),
                plan.kind(),
                plan.start(),
                plan.end(),
                plan.createdAt(),
                NewPlan.from(plan.request()),
                plan.taperFrom(),
                IntStream.range(0, plan.weeks().size())
                        .mapToObj(week -> WeekView.from(plan.weeks().get(week), sessions.apply(week + 1)))
                        .toList(),
                plan.certificate().stream()
                        .map(PlanRow.CertificateEntryRow::toModel)
                        .toList(),
                plan.notes(),
                plan.requestedBy());
    }

    @Override
    public String location() {
        return "/api/v1/athletes/" + athleteId + "/plans/" + id;
    }
}
