package run.harrier.plan.revision.model;

import java.util.List;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;

/** What is done in a session, whatever its day. */
public record SessionContent(
        SessionKind kind, boolean quality, String purpose, List<SessionKind> alternatives, List<Step> steps) {

    public static SessionContent of(PlannedSession session) {
        return new SessionContent(
                session.kind(), session.quality(), session.purpose(), session.alternatives(), session.steps());
    }
}
