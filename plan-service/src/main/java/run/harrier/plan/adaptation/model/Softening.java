package run.harrier.plan.adaptation.model;

import java.time.Duration;
import java.util.List;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.calendar.model.Change.Workout;
import run.harrier.plan.session.model.Extent;
import run.harrier.plan.session.model.PlannedSession;
import run.harrier.plan.session.model.SessionKind;
import run.harrier.plan.session.model.Step;
import run.harrier.plan.session.model.Zone;

/** What a session becomes when it is made easy, or shorter; neither ever raises its load. */
final class Softening {
    /** As a down week (D7). */
    private static final double TRIMMED = 0.75;

    private static final int SHORTEST_MINUTES = 20;
    private static final int LONGEST_EASY_MINUTES = 60;
    private static final int WHOLE_MINUTES = 5;
    private static final double WHOLE_METRES = 100;

    private Softening() {}

    /** Easy running for as long as the hard session would have lasted, at most an hour. */
    static Workout easy(CalendarSession session) {
        return easy(session.plannedSeconds());
    }

    static Workout easyAndTrimmed(CalendarSession session) {
        return easy((int) (TRIMMED * session.plannedSeconds()));
    }

    private static Workout easy(int seconds) {
        var minutes = Duration.ofSeconds(seconds).toMinutes();
        var whole = Math.clamp(minutes - minutes % WHOLE_MINUTES, SHORTEST_MINUTES, LONGEST_EASY_MINUTES) * 60;
        return new Workout(
                SessionKind.EASY,
                false,
                "Easy running instead of a hard session: recover first, so that the work already done is absorbed",
                List.of(),
                List.of(Step.run(Extent.seconds(whole), Zone.EASY)));
    }

    /** The same with a quarter less of each stretch; what is repeated, such as strides, stays. */
    static Workout trimmed(PlannedSession session) {
        return new Workout(
                session.kind(),
                session.quality(),
                session.purpose(),
                session.alternatives(),
                session.steps().stream().map(Softening::trimmed).toList());
    }

    private static Step trimmed(Step step) {
        return switch (step) {
            case Step.Stretch stretch ->
                new Step.Stretch(stretch.kind(), trimmed(stretch.extent()), stretch.target(), stretch.rpe());
            case Step.Repeat repeat -> repeat;
        };
    }

    private static Extent trimmed(Extent extent) {
        return switch (extent) {
            case Extent.Time time -> new Extent.Time(minutes(time.seconds()), minutes(time.highestSeconds()));
            case Extent.Distance distance ->
                new Extent.Distance(
                        Math.max(WHOLE_METRES, Math.round(TRIMMED * distance.metres() / WHOLE_METRES) * WHOLE_METRES));
        };
    }

    private static int minutes(int seconds) {
        return seconds < 60 ? seconds : Math.max(60, 60 * (int) (TRIMMED * seconds / 60));
    }
}
