package run.harrier.plan.prescription.model;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What a hard session becomes when it is made easy, and a run when running is off. */
public final class Softening {
    /** Exhausted on waking: 30 to 40 minutes or rest, as the athlete chooses (D19). */
    public static final String EXHAUSTED = "EXHAUSTED";

    /** A cold, as what is further down than the head is no running at all: at most 45 minutes (D34). */
    public static final String COLD = "ILLNESS";

    /** The longest run with a cold. */
    public static final int WITH_A_COLD_SECONDS = 45 * 60;

    private static final int SHORTEST_MINUTES = 20;
    private static final int LONGEST_EASY_MINUTES = 60;
    private static final int WHOLE_MINUTES = 5;

    private static final String EASY = "Easy instead of hard: slow enough to tell a story. Nothing is lost, the work of"
            + " the last days is being built in now.";
    private static final String EASY_WITH_A_COLD =
            "Easy and short with a cold, or not at all. If it goes below the neck, no running.";
    private static final String EASY_OR_REST =
            "Easy today, 30\u201340 min or rest, as you like. Nothing is lost, the work"
                    + " of the last days is being built in now.";
    private static final String NO_RUNNING =
            "No running today. Rest; with pain alone, walk or cycle if that is painless.";
    private static final String NO_TRAINING = "No training today: rest until a doctor has agreed.";

    private Softening() {}

    /**
     * Easy running for as long as the session would have lasted, at most an hour.
     *
     * @param reasons the codes of the signals that ask for it
     */
    public static PlannedSession easy(PlannedSession planned, int seconds, Set<String> reasons) {
        if (reasons.contains(EXHAUSTED)) {
            return easy(planned, EASY_OR_REST, List.of(SessionKind.REST), Extent.minutes(30, 40));
        }
        var cold = reasons.contains(COLD);
        var longest = cold ? WITH_A_COLD_SECONDS / 60 : LONGEST_EASY_MINUTES;
        var minutes = Duration.ofSeconds(seconds).toMinutes();
        var whole = Math.clamp(minutes - minutes % WHOLE_MINUTES, SHORTEST_MINUTES, longest) * 60;
        return easy(planned, cold ? EASY_WITH_A_COLD : EASY, List.of(), Extent.seconds(whole));
    }

    /**
     * Rest, or cross-training and walking as the athlete chooses (D34).
     *
     * @param heart there was a sign of heart or breath: nothing but rest
     */
    public static PlannedSession noRunning(LocalDate on, boolean heart) {
        return new PlannedSession(
                on,
                SessionKind.REST,
                false,
                heart ? NO_TRAINING : NO_RUNNING,
                heart ? List.of() : List.of(SessionKind.CROSS_TRAINING),
                List.of());
    }

    /** As easy as the session's own easy running: by feel in base (S11, D1). */
    private static PlannedSession easy(
            PlannedSession planned, String purpose, List<SessionKind> alternatives, Extent extent) {
        var effort = planned.stretches().anyMatch(Step.Stretch::byFeel) ? Rpe.BASE_EASY : Zone.EASY.rpe();
        return new PlannedSession(
                planned.on(),
                SessionKind.EASY,
                false,
                purpose,
                alternatives,
                List.of(Step.stretch(StepKind.RUN, extent, Zone.EASY, effort)));
    }
}
