package run.harrier.plan.revision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.calendar.SessionView;
import run.harrier.plan.revision.model.Move;
import run.harrier.plan.revision.model.Revision;
import run.harrier.platform.http.Tagged;

/** A session as it is after a person has changed it. */
record RevisedSessionView(
        @JsonUnwrapped SessionView session,

        @Schema(description = "The rules that a move breaks; only in the answer to it") @Nullable
        List<Move.Warning> warnings,

        @Schema(
                description = "The changes that make it what it is, from the first to the last; only in the answer to a"
                        + " decline, or to taking one back")
        @Nullable
        List<StandingRevision> standing)
        implements Tagged {

    /** A change that has its effect. */
    record StandingRevision(int n, String by, Revision.Reason reason) {}

    @Override
    public String tag() {
        return session.tag();
    }

    static RevisedSessionView moved(SessionView session, List<Move.Warning> warnings) {
        return new RevisedSessionView(session, warnings.isEmpty() ? null : warnings, null);
    }

    static RevisedSessionView declined(SessionView session, List<Revision> standing) {
        return new RevisedSessionView(
                session,
                null,
                standing.stream()
                        .map(revision -> new StandingRevision(revision.n(), revision.by(), revision.reason()))
                        .toList());
    }
}
