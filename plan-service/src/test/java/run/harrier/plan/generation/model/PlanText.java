package run.harrier.plan.generation.model;

import java.util.List;
import java.util.Locale;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.Target;

/** A plan as a coach reads it: a line a week, a line a day. */
public final class PlanText {

    private PlanText() {}

    public static String of(GeneratedPlan plan, PaceEstimate estimate) {
        var text = new StringBuilder();
        for (TrainingWeek week : plan.weeks()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%2d %s %s%s  %.1f km  %s%n",
                    week.number(),
                    week.start(),
                    week.phase(),
                    week.down() ? " down" : "",
                    week.distanceMetres() / 1000,
                    clock(week.durationSeconds())));
            for (PlannedSession session : week.sessions()) {
                text.append(String.format(
                        Locale.ROOT,
                        "   %s %s%s  %s  | %s%n",
                        session.on().getDayOfWeek().name().substring(0, 3),
                        session.kind(),
                        session.quality() ? "*" : "",
                        session.steps().isEmpty()
                                ? ""
                                : clock((int) Math.round(estimate.durationSeconds(session.steps()))) + " "
                                        + steps(session.steps()),
                        session.purpose()));
            }
        }
        plan.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
        return text.toString();
    }

    private static String steps(List<Step> steps) {
        var text = new StringBuilder();
        for (Step step : steps) {
            text.append(text.isEmpty() ? "" : ", ");
            text.append(
                    switch (step) {
                        case Step.Repeat repeat -> repeat.times() + "x(" + steps(repeat.steps()) + ")";
                        case Step.Stretch stretch -> stretch(stretch);
                    });
        }
        return text.toString();
    }

    private static String stretch(Step.Stretch stretch) {
        String much = switch (stretch.extent()) {
            case Extent.Time time -> clock(time.seconds()) + (time.isRange() ? "-" + clock(time.highestSeconds()) : "");
            case Extent.Distance distance -> Math.round(distance.metres()) + "m";
        };
        String at = switch (stretch.target()) {
            case Target.InZone in -> in.zone().name().substring(0, 1);
            case Target.AtRacePace race ->
                "@" + Math.round(race.raceDistanceMetres())
                        + (race.offsetSecondsPerKm() == 0
                                ? ""
                                : String.format(Locale.ROOT, "%+.0f", race.offsetSecondsPerKm()));
            case null ->
                stretch.rpe() == null
                        ? ""
                        : "RPE" + stretch.rpe().lowest() + "-" + stretch.rpe().highest();
        };
        return switch (stretch.kind()) {
            case WARM_UP -> "warm " + much;
            case COOL_DOWN -> "cool " + much;
            case RECOVERY -> "rec " + much;
            case WALK -> "walk " + much;
            case STRIDES -> "stride " + much;
            case RUN, REPEAT -> much + " " + at;
        };
    }

    static String clock(int seconds) {
        return seconds % 60 == 0
                ? seconds / 60 + "min"
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
