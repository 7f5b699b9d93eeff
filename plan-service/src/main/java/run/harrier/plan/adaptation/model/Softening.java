package run.harrier.plan.adaptation.model;

import java.time.Duration;
import java.util.List;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.Zone;
import run.harrier.plan.revision.model.SessionContent;
import run.harrier.plan.revision.model.Trim;

/** What a hard session becomes when it is made easy. */
final class Softening {
    private static final int SHORTEST_MINUTES = 20;
    private static final int LONGEST_EASY_MINUTES = 60;
    private static final int WHOLE_MINUTES = 5;

    private Softening() {}

    /** Easy running for as long as the hard session would have lasted, at most an hour. */
    static SessionContent easy(CalendarSession session) {
        return easy(session.plannedSeconds());
    }

    static SessionContent easyAndTrimmed(CalendarSession session) {
        return easy((int) (Trim.SHARE * session.plannedSeconds()));
    }

    private static SessionContent easy(int seconds) {
        var minutes = Duration.ofSeconds(seconds).toMinutes();
        var whole = Math.clamp(minutes - minutes % WHOLE_MINUTES, SHORTEST_MINUTES, LONGEST_EASY_MINUTES) * 60;
        return new SessionContent(
                SessionKind.EASY,
                false,
                "Easy running instead of a hard session: recover first, so that the work already done is absorbed",
                List.of(),
                List.of(Step.run(Extent.seconds(whole), Zone.EASY)));
    }
}
