package run.harrier.plan.generation.schedule.model;

import java.util.ArrayList;
import java.util.List;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.request.model.ResolvedRequest;
import run.harrier.plan.generation.workout.model.WorkKind;

/**
 * Plans that lead to no race, written like the weeks of a race plan (D51): base from today's volume, upkeep at it, and
 * progression runs.
 */
public final class PlanWithoutRace {
    /** Upkeep is light. */
    private static final double LIGHT = 0.7;

    private PlanWithoutRace() {}

    /** @param growth below 1 where the days hold less than they seem to */
    public static GeneratedPlan of(PlanKind kind, ResolvedRequest request, int count, double growth) {
        var frame = RaceFrame.withoutRace(request, kind == PlanKind.BASE ? Phase.BASE : Phase.EARLY_QUALITY, count);
        var volumes = Volumes.of(request, frame, growth, false);
        double ease = kind == PlanKind.MAINTAIN ? LIGHT : 1;
        var written = RacePlan.written(volumes, duties(kind, request, frame), growth, ease);
        var end = request.start().plusWeeks(count).minusDays(1);
        return new GeneratedPlan(kind, request.start(), end, null, written.weeks(), List.of(), written.notes());
    }

    /** Nothing hard in base and in down weeks, nor through an open injury (D34); as many as D2's share allows. */
    private static List<List<WorkKind>> duties(PlanKind kind, ResolvedRequest request, RaceFrame frame) {
        var policy = request.policy();
        double share = request.level() == Level.BEGINNER ? policy.beginnerHardSessions() : policy.hardSessions();
        int left = (int) (share * request.pattern().count() * frame.count() + 1e-9);
        long hard = frame.weeks().stream().filter(WeekFrame::owes).count();
        boolean scarce = hard > left;
        var duties = new ArrayList<List<WorkKind>>();
        int loading = 0;
        for (var week : frame.weeks()) {
            boolean soonAfterRace = week.monday().isBefore(request.afterRaces().qualityFrom(request.start()));
            boolean rests = !week.owes() || soonAfterRace || !request.strides() || (scarce && week.number() % 4 == 3);
            duties.add(rests ? List.of() : List.of(work(kind, request, loading)));
            loading += rests ? 0 : 1;
        }
        return duties;
    }

    private static WorkKind work(PlanKind kind, ResolvedRequest request, int loadingWeek) {
        return kind == PlanKind.PROGRESSION ? WorkKind.PROGRESSION : upkeep(request, loadingWeek);
    }

    /** A progression run every other week, hills and tempo by turns between. */
    private static WorkKind upkeep(ResolvedRequest request, int loadingWeek) {
        if (loadingWeek % 2 == 0 && request.progressions()) {
            return WorkKind.PROGRESSION;
        }
        return loadingWeek % 4 == 1 ? WorkKind.HILLS : WorkKind.TEMPO;
    }
}
