package run.harrier.plan.generation.schedule.model;

import java.util.ArrayList;
import java.util.List;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Periodisation;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.generation.request.model.ResolvedRequest;
import run.harrier.plan.generation.workout.model.WorkKind;

/**
 * Writes a race plan as a coach does: the frame and the volumes first, then what each phase owes, then week by week the
 * sessions that grow and the days they stand on. Each week is written on what the weeks before it came to, so that no
 * rounding adds up. What is settled before the weeks is all that they follow from: two that are equal are written alike.
 *
 * @param growth below 1 where the days hold less than they seem to
 */
public record RacePlan(Volumes volumes, List<List<WorkKind>> duties, double growth) {

    /** Where half-marathon pace stands in the plan of a shorter race with a distance focus (S31). */
    public enum Steady {
        /** In the loading weeks that owe nothing else. */
        USUAL,
        /** In down weeks as well. */
        DOWN_WEEKS,
        /** There, and in peak instead of T. */
        PEAK
    }

    /**
     * One way of writing a request.
     *
     * @param eager the volume rises in every week of early quality and build that has no more hard minutes than before
     * @param fewer hard sessions less than D2's share of sessions allows
     * @param growth over the rise that the race needs or that is usual
     * @param steady half-marathon pace in down weeks and instead of T in peak, where a distance focus needs it (S31)
     */
    public record Variant(boolean eager, int fewer, double growth, Steady steady) {
        /** The same with so many hard sessions less. */
        public Variant fewer(int less) {
            return new Variant(eager, fewer + less, growth, steady);
        }
    }

    /** Whether the time is enough for what the race needs, before anything is written (D25). */
    public static boolean withinReach(ResolvedRequest request, Periodisation phases) {
        return Volumes.reach(request, RaceFrame.of(request, phases, true));
    }

    public static RacePlan of(ResolvedRequest request, Periodisation phases, Variant variant) {
        var frame = RaceFrame.of(request, phases, variant.eager());
        var volumes = Volumes.of(request, frame, variant.growth(), variant.eager());
        var duties = Duties.of(request, frame, variant.fewer(), variant.steady());
        return new RacePlan(volumes, duties, Math.min(1, variant.growth()));
    }

    public GeneratedPlan written() {
        var written = written(volumes, duties, growth, 1);
        var phases = volumes.frame().phases();
        return new GeneratedPlan(
                PlanKind.RACE,
                phases.start(),
                phases.raceDay(),
                phases.taperFrom(),
                written.weeks(),
                List.of(),
                written.notes());
    }

    /** @param notes what could not be given as it was asked, in sentences */
    record Written(List<TrainingWeek> weeks, List<String> notes) {}

    /**
     * Week by week.
     *
     * @param ease of the caps, how much of them a session uses at most
     */
    static Written written(Volumes volumes, List<List<WorkKind>> duties, double growth, double ease) {
        var request = volumes.request();
        var frame = volumes.frame();
        var soFar = new SoFar(
                request.estimate(),
                request.start(),
                frame.count(),
                volumes.startSeconds(),
                request.longestRunSeconds(),
                request.progressionKnown());
        var sizes = new WeekSizes(volumes, growth, soFar);
        var writer = new WeekWriter(request, frame, duties, sizes, soFar, ease);
        var weeks = new ArrayList<TrainingWeek>();
        for (var week : frame.weeks()) {
            var sessions = Calendar.of(request, frame, week, writer.write(week));
            var written = TrainingWeek.of(
                    week.number(), week.monday(), week.phase(), week.down(), sessions, request.estimate());
            weeks.add(written);
            soFar.add(week, written);
        }
        var notes = new ArrayList<String>();
        if (volumes.note() != null) {
            notes.add(volumes.note());
        }
        notes.addAll(writer.notes());
        if (frame.weeks().stream().anyMatch(WeekFrame::recovering)) {
            notes.add("The first weeks are smaller and easy, after the race before the plan");
        }
        return new Written(weeks, notes);
    }
}
