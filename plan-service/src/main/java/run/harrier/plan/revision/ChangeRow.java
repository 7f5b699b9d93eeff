package run.harrier.plan.revision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.calendar.StepRow;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.revision.model.Change;
import run.harrier.plan.revision.model.SessionContent;

/** A side of a revision as the database keeps it; all fields but {@code on} are absent when a session was only moved. */
record ChangeRow(
        @Nullable LocalDate on,
        @Nullable SessionKind kind,
        @Nullable Boolean quality,
        @Nullable String purpose,
        @Nullable List<SessionKind> alternatives,
        @Nullable List<StepRow> steps) {

    static ChangeRow from(Change change) {
        var content = change.content();
        return content == null
                ? new ChangeRow(change.day(), null, null, null, null, null)
                : new ChangeRow(
                        change.day(),
                        content.kind(),
                        content.quality(),
                        content.purpose(),
                        content.alternatives(),
                        StepRow.from(content.steps()));
    }

    Change toModel() {
        if (kind == null || quality == null || purpose == null || alternatives == null || steps == null) {
            return new Change(on, null);
        }
        return new Change(on, new SessionContent(kind, quality, purpose, alternatives, StepRow.toModel(steps)));
    }
}
