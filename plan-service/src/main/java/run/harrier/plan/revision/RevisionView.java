package run.harrier.plan.revision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.calendar.StepView;
import run.harrier.plan.calendar.model.ShownPaces;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.revision.model.Change;
import run.harrier.plan.revision.model.Revision;

/** A change of a session: what it replaced, by what, and why. */
record RevisionView(
        @Schema(description = "The session's revision that it made")
        int n,

        Instant at,

        @Schema(description = "The subject who did it; `harrier` for what the rules did")
        String by,

        Revision.Reason reason,
        ChangeView before,
        ChangeView after,
        boolean declined,

        @Schema(description = "The subject who declined it; `harrier` when its reason is gone") @Nullable
        String declinedBy) {

    record ListView(List<RevisionView> items) {}

    /** The parts of a session that were changed, with targets instead of paces. */
    record ChangeView(
            @Nullable LocalDate on,
            @Nullable SessionKind kind,
            @Nullable Boolean quality,
            @Nullable String purpose,
            @Nullable List<SessionKind> alternatives,
            @Nullable List<StepView> steps) {

        static ChangeView from(Change change) {
            var content = change.content();
            return content == null
                    ? new ChangeView(change.day(), null, null, null, null, null)
                    : new ChangeView(
                            change.day(),
                            content.kind(),
                            content.quality(),
                            content.purpose(),
                            content.alternatives(),
                            StepView.from(content.steps(), ShownPaces.NONE, null));
        }
    }

    static RevisionView from(Revision revision) {
        return new RevisionView(
                revision.n(),
                revision.at(),
                revision.by(),
                revision.reason(),
                ChangeView.from(revision.before()),
                ChangeView.from(revision.after()),
                revision.declined(),
                revision.declinedBy());
    }
}
