package run.harrier.plan.generation.schedule.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.request.model.ResolvedRequest;
import run.harrier.plan.generation.schedule.model.RacePlan.Steady;
import run.harrier.plan.generation.workout.model.WorkKind;

/**
 * What each week owes: of which kinds its quality sessions are, so that each
 * phase has its work (D30, S42-S44), a distance focus most of its faster running at half-marathon and marathon pace
 * (S31), and a progression run comes at its time (D41).
 */
final class Duties {
    private static final int MARATHON_FROM_METRES = 21_200;
    private static final int SHORT_RACE_METRES = 3_000;
    static final int LOADING_WEEKS_WITHOUT_PROGRESSION = 4;

    private final ResolvedRequest request;
    private final RaceFrame frame;
    private final int[] counts;
    private final boolean progressions;
    private final Steady steady;
    private final List<List<WorkKind>> weeks = new ArrayList<>();

    private int sinceDue;
    private @Nullable Phase dueIn;
    private int sinceHills = 1;
    private int sinceProgression;
    private int sinceIntervals = 1;

    private Duties(ResolvedRequest request, RaceFrame frame, int[] counts, Steady steady) {
        this.request = request;
        this.frame = frame;
        this.counts = counts;
        progressions = request.progressions();
        this.steady = steady;
        sinceProgression = few() ? 0 : 1;
    }

    /**
     * @param fewer quality sessions less than D2's share of sessions allows, where its share of time needs it
     * @param steady where half-marathon pace stands beside its usual weeks, where S31 needs it
     */
    static List<List<WorkKind>> of(ResolvedRequest request, RaceFrame frame, int fewer, Steady steady) {
        int[] counts = QualityCounts.of(request, frame, fewer);
        var duties = new Duties(request, frame, counts, steady);
        for (var week : frame.weeks()) {
            duties.weeks.add(duties.kinds(week, counts[week.number() - 1]));
        }
        return duties.weeks;
    }

    private boolean marathon() {
        return request.goal().distanceMetres() > MARATHON_FROM_METRES;
    }

    private boolean half() {
        return request.goal().distanceMetres() > 16_000 && !marathon();
    }

    private List<WorkKind> kinds(WeekFrame week, int count) {
        var kinds = new ArrayList<WorkKind>();
        if (count > 0 && !week.base()) {
            if (week.owes()) {
                owed(week, count, kinds);
            } else if (week.down()) {
                kinds.add(ofDownWeek(week));
            } else {
                kinds.add(ofTaper(week));
            }
        }
        count(week, kinds);
        return kinds;
    }

    /** What the race asks, and T where peak had no week for it, or R where no week had it (S20). */
    private WorkKind ofTaper(WeekFrame week) {
        if (frame.raceWeek(week) && repetitionsOwed()) {
            return WorkKind.REPETITIONS;
        }
        if (marathon() || (request.distanceFocus() && !half())) {
            return WorkKind.HALF_MARATHON_PACE;
        }
        return few() && !week.taper() ? WorkKind.TEMPO : WorkKind.RACE_PACE;
    }

    private WorkKind ofDownWeek(WeekFrame week) {
        boolean repetitions = week.phase() == Phase.BUILD && repetitionsOwed() && !few();
        if (!repetitions && progressionOwed(request, frame) && sinceProgression >= (few() ? 2 : 1)) {
            return WorkKind.PROGRESSION;
        }
        boolean shorter = few() && request.distanceFocus() && !half() && !marathon();
        if (shorter && (frame.count() < RaceFrame.WEEKS_WITH_ALL_ZONES || steady != Steady.USUAL)) {
            return WorkKind.HALF_MARATHON_PACE;
        }
        return switch (week.phase()) {
            case BASE, EARLY_QUALITY -> WorkKind.HILLS;
            case BUILD -> WorkKind.REPETITIONS;
            case PEAK, TAPER -> request.distanceFocus() ? WorkKind.HALF_MARATHON_PACE : WorkKind.TEMPO;
        };
    }

    /** With one quality session a week only where five loading weeks would go by (D41). */
    static boolean progressionOwed(ResolvedRequest request, RaceFrame frame) {
        long loading = frame.weeks().stream().filter(WeekFrame::owes).count();
        return request.progressions() && (request.qualityPerWeek() > 1 || loading > LOADING_WEEKS_WITHOUT_PROGRESSION);
    }

    private void owed(WeekFrame week, int count, List<WorkKind> kinds) {
        boolean few = count == 1 || request.distanceFocus();
        boolean progression = progressions
                && sinceProgression >= (count > 1 ? 1 : LOADING_WEEKS_WITHOUT_PROGRESSION)
                && (count > 1 || (!dueNow(week) && (week.phase() != Phase.PEAK || left(week) > 0)));
        if (request.distanceFocus()) {
            if (count == 1) {
                kinds.add(progression ? WorkKind.PROGRESSION : dueNow(week) ? due(week) : staple(week));
                return;
            }
            boolean due = dueNow(week) || !progression;
            boolean both = due && progression && count == 2;
            // In peak the race's own pace is what is due; it may leave out every second week.
            if (!both || (week.phase() == Phase.PEAK && sinceDue > 0)) {
                kinds.add(staple(week));
            }
            if (due) {
                kinds.add(due(week));
            }
            if (progression && kinds.size() < count) {
                kinds.add(WorkKind.PROGRESSION);
            }
        } else if (few) {
            kinds.add(progression ? WorkKind.PROGRESSION : due(week));
        } else {
            kinds.add(due(week));
            kinds.add(progression ? WorkKind.PROGRESSION : second(week, kinds.getFirst()));
        }
        if (count > 2 && kinds.size() == 2) {
            kinds.add(third(week, kinds));
        }
        while (kinds.size() > count) {
            kinds.removeLast();
        }
    }

    /** With one session a week or a distance focus, no two loading weeks go by without what the phase is for (D30). */
    private boolean dueNow(WeekFrame week) {
        if (week.phase() == Phase.PEAK) {
            return left(week) % 2 == 1;
        }
        boolean first = week.phase() == Phase.BUILD && racedFasterThanIntervals() && dueIn != Phase.BUILD;
        return first || sinceDue >= 1 || loadingWeeks(week.phase()) == 1;
    }

    /** Peak is at the race's pace, and build has at least as many minutes as fast as that (D30). */
    private boolean racedFasterThanIntervals() {
        return request.goal().distanceMetres() <= SHORT_RACE_METRES;
    }

    private int loadingWeeks(Phase phase) {
        return (int) frame.weeks().stream()
                .filter(week -> week.phase() == phase && week.loading())
                .count();
    }

    /** Loading weeks of the phase still to come that have quality. */
    private int left(WeekFrame week) {
        return (int) frame.weeks().stream()
                .filter(other -> other.phase() == week.phase() && other.loading() && other.number() > week.number())
                .filter(other -> counts[other.number() - 1] > 0)
                .count();
    }

    private WorkKind due(WeekFrame week) {
        return switch (week.phase()) {
            case BASE, EARLY_QUALITY ->
                ladder() && few() && sinceHills == 0
                        ? WorkKind.LADDER
                        : sinceHills >= 1 || request.distanceFocus() || loadingWeeks(week.phase()) == 1
                                ? WorkKind.HILLS
                                : WorkKind.REPETITIONS;
            case BUILD -> ladder() && few() && sinceIntervals == 0 ? WorkKind.LADDER : WorkKind.INTERVALS;
            case PEAK, TAPER -> peak(week);
        };
    }

    /** All zones are in a plan that is long enough (S20). */
    private boolean repetitionsOwed() {
        return frame.count() >= RaceFrame.WEEKS_WITH_ALL_ZONES
                && weeks.stream().noneMatch(kinds -> kinds.contains(WorkKind.REPETITIONS));
    }

    private boolean few() {
        return request.qualityPerWeek() == 1;
    }

    private boolean ladder() {
        return request.fiveKilometreSpeedFocus();
    }

    /** Race pace each week; with one session a week in turns with tempo, race pace in the last. */
    private WorkKind peak(WeekFrame week) {
        if (request.distanceFocus() && (half() || marathon())) {
            return WorkKind.TEMPO;
        }
        if (request.distanceFocus()) {
            return left(week) % 2 == 0
                    ? WorkKind.RACE_PACE
                    : steady == Steady.PEAK ? WorkKind.HALF_MARATHON_PACE : WorkKind.TEMPO;
        }
        return few() && left(week) % 2 == 1 ? WorkKind.TEMPO : WorkKind.RACE_PACE;
    }

    /** A distance focus' running at half-marathon and marathon pace. */
    private WorkKind staple(WeekFrame week) {
        if (request.ultra()) {
            return WorkKind.HALF_MARATHON_PACE;
        }
        if (marathon()) {
            return WorkKind.LONG_WITH_MARATHON_PACE;
        }
        if (half() && week.phase() == Phase.PEAK) {
            return WorkKind.RACE_PACE;
        }
        return week.phase() == Phase.PEAK && few() ? WorkKind.RACE_PACE : WorkKind.HALF_MARATHON_PACE;
    }

    private WorkKind second(WeekFrame week, WorkKind first) {
        return switch (week.phase()) {
            case BASE, EARLY_QUALITY ->
                ladder() ? WorkKind.LADDER : first == WorkKind.HILLS ? WorkKind.REPETITIONS : WorkKind.HILLS;
            case BUILD -> ladder() ? WorkKind.LADDER : sinceHills >= 2 ? WorkKind.HILLS : WorkKind.REPETITIONS;
            case PEAK, TAPER -> WorkKind.TEMPO;
        };
    }

    private WorkKind third(WeekFrame week, List<WorkKind> kinds) {
        return switch (week.phase()) {
            case BASE, EARLY_QUALITY -> kinds.contains(WorkKind.REPETITIONS) ? WorkKind.HILLS : WorkKind.REPETITIONS;
            case BUILD -> WorkKind.HILLS;
            case PEAK, TAPER -> kinds.contains(WorkKind.TEMPO) ? WorkKind.RACE_PACE : WorkKind.TEMPO;
        };
    }

    private void count(WeekFrame week, List<WorkKind> kinds) {
        sinceProgression = kinds.contains(WorkKind.PROGRESSION)
                ? 0
                : sinceProgression + (week.owes() || (week.down() && !week.base() && !few()) ? 1 : 0);
        if (!week.owes()) {
            return;
        }
        boolean hills = kinds.contains(WorkKind.HILLS);
        boolean due = switch (week.phase()) {
            case BASE, EARLY_QUALITY -> hills || kinds.contains(WorkKind.REPETITIONS);
            case BUILD -> kinds.contains(WorkKind.INTERVALS);
            case PEAK, TAPER ->
                request.ultra()
                        || kinds.contains(WorkKind.RACE_PACE)
                        || kinds.contains(WorkKind.LONG_WITH_MARATHON_PACE);
        };
        sinceDue = due ? 0 : sinceDue + 1;
        dueIn = due ? week.phase() : dueIn;
        sinceHills = hills
                ? 0
                : kinds.contains(WorkKind.REPETITIONS) || kinds.contains(WorkKind.INTERVALS)
                        ? sinceHills + 1
                        : sinceHills;
        sinceIntervals = kinds.contains(WorkKind.INTERVALS) ? 0 : sinceIntervals + 1;
    }
}
