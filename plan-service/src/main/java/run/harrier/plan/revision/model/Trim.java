package run.harrier.plan.revision.model;

import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Step;

/** A quarter less of each stretch of a session, as in a down week (D7); what is repeated, such as strides, stays. */
public final class Trim {
    public static final double SHARE = 0.75;

    private static final double WHOLE_METRES = 100;

    private Trim() {}

    public static SessionContent of(PlannedSession session) {
        return new SessionContent(
                session.kind(),
                session.quality(),
                session.purpose(),
                session.alternatives(),
                session.steps().stream().map(Trim::trimmed).toList());
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
                        Math.max(WHOLE_METRES, Math.round(SHARE * distance.metres() / WHOLE_METRES) * WHOLE_METRES));
        };
    }

    private static int minutes(int seconds) {
        return seconds < 60 ? seconds : Math.max(60, 60 * (int) (SHARE * seconds / 60));
    }
}
