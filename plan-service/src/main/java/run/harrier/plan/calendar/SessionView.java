package run.harrier.plan.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.athlete.AthleteSnapshot;
import run.harrier.plan.athlete.model.Fitness.InForce;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.calendar.model.Outcome;
import run.harrier.plan.calendar.model.PlannedLoad;
import run.harrier.plan.calendar.model.PlannedLoadMethod;
import run.harrier.plan.calendar.model.ShownPaces;
import run.harrier.plan.calendar.model.Verdict;
import run.harrier.plan.calendar.model.WithoutPaces;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.platform.http.Tagged;
import run.harrier.platform.json.Rounded;

/** A session with the paces that are in force for it. */
public record SessionView(
        UUID id,
        UUID planId,
        LocalDate on,

        @Schema(description = "The generated day; absent when the session is still on it") @Nullable
        LocalDate originalOn,

        SessionKind kind,
        boolean quality,
        String purpose,

        @Schema(description = "Counts the changes of the session; name it when you write")
        int revision,

        @Schema(description = "What may be done instead and closes the day as well") @Nullable
        List<SessionKind> alternatives,

        List<StepView> steps,

        @Schema(
                description = "Why no step of a run has a pace: EFFORT_ONLY, the plan was asked for without;"
                        + " NO_RESULT, there is nothing that a pace could come from; BASE, the run goes by time and"
                        + " feel, and `paces` asks for them. Absent where a step has one")
        @Nullable
        WithoutPaces withoutPaces,

        @Schema(description = "Of a strength day, in their order (D42)") @Nullable
        List<StrengthView.ExerciseView> exercises,

        @Schema(description = "Of an easy run: one or two things to think of (S89)") @Nullable
        List<StrengthView.CueView> cues,

        @Schema(
                description = "What it would add to the load of its day, with the figures of the athlete that its paces"
                        + " come from; 0 for rest")
        PlannedLoadView plannedLoad,

        @Schema(description = "Why the day is not what was planned: a warning sign stands against running") @Nullable
        NoticeView notice,

        @Nullable OutcomeView outcome)
        implements Tagged {
    /** A tag, with the encoding that the answer had. */
    private static final Pattern TAG = Pattern.compile("\"(\\d+)-[0-9a-f]{24}(-[a-z]+)?\"");

    @Rounded
    record PlannedLoadView(
            @Schema(description = "On the scale of what was done: an hour at threshold is 100", examples = "52.4")
            double value,

            @Schema(
                    description = "HEART_RATE, by the middle of each step's zone, where a heart rate was measured; else"
                            + " PACE, by that of the whole run, where there was a result; else, and for all that is no"
                            + " running, RPE, by the minutes and the effort")
            PlannedLoadMethod method) {

        static PlannedLoadView from(PlannedLoad load) {
            return new PlannedLoadView(load.value(), load.method());
        }
    }

    record NoticeView(
            @Schema(description = "For the athlete") String text,

            @Schema(description = "For the coach") String coachText) {

        /** @param shown under the athlete's notices, as it is not planned */
        static NoticeView of(PlannedSession shown) {
            if (shown.kind() != SessionKind.REST) {
                return new NoticeView(NoticeTexts.EASY, NoticeTexts.EASY_COACH);
            }
            return shown.alternatives().isEmpty()
                    ? new NoticeView(NoticeTexts.NO_TRAINING, NoticeTexts.NO_TRAINING_COACH)
                    : new NoticeView(NoticeTexts.NO_RUNNING, NoticeTexts.NO_RUNNING_COACH);
        }
    }

    @Schema(description = "How it went; absent as long as it is open")
    record OutcomeView(
            @Nullable UUID activityId,
            Verdict verdict,
            @Nullable List<Outcome.Finding> findings) {

        static OutcomeView from(Outcome outcome) {
            return new OutcomeView(
                    outcome.activityId(), outcome.verdict(), outcome.findings().isEmpty() ? null : outcome.findings());
        }
    }

    /** The revision, which a write is guarded by, and what the paces and the outcome of the moment add to it. */
    @Override
    public String tag() {
        return revision + "-" + Tagged.of(this);
    }

    /** The tags of a precondition as the revisions that they begin with. */
    public static String revisions(String tags) {
        return TAG.matcher(tags).replaceAll("\"$1\"");
    }

    static SessionView from(
            CalendarSession stored, AthleteSnapshot athlete, InForce fitness, boolean paces, LocalDate today) {
        var session = stored.under(athlete.notices(), today);
        var planned = session.planned();
        var shown = new ShownPaces(fitness.paces(), session.effortOnly(), paces);
        return new SessionView(
                session.id(),
                session.planId(),
                session.day(),
                session.originalDay().equals(session.day()) ? null : session.originalDay(),
                planned.kind(),
                planned.quality(),
                planned.purpose(),
                session.revision(),
                planned.alternatives().isEmpty() ? null : planned.alternatives(),
                StepView.from(planned.steps(), shown, fitness.easyCeilingBpm()),
                shown.without(planned).orElse(null),
                StrengthView.exercises(session, athlete),
                StrengthView.cues(session),
                PlannedLoadView.from(PlannedLoad.of(planned, fitness, athlete.sex())),
                session.planned().equals(stored.planned()) ? null : NoticeView.of(planned),
                Outcome.of(session, fitness.paces(), today, athlete.zone())
                        .map(OutcomeView::from)
                        .orElse(null));
    }
}
