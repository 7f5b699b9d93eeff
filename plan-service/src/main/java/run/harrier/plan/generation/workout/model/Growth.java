package run.harrier.plan.generation.workout.model;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.PlanPolicy;

/**
 * How the sessions of one plan grow (D29): where the volume stays, the work of a kind gets a step larger until its cap;
 * where the volume rises, and at the cap, another session of the same size takes its place.
 */
public final class Growth {
    private static final double FIRST_OF_CAP = 0.88;
    /** The race's pace is met in small helpings first. */
    private static final double FIRST_AT_RACE_PACE = 0.7;

    /** A little over D30's two thirds, because a week comes out longer than its easy pace says. */
    private static final double DUE_MARGIN = 1.16;

    private static final double SAME_SIZE = 0.9;

    private final Works works;
    private final PlanPolicy policy;
    private final Map<WorkKind, Workout> last = new EnumMap<>(WorkKind.class);
    /** Those whose last two sessions were the same; a third is not (D29). */
    private final Set<WorkKind> twice = EnumSet.noneOf(WorkKind.class);

    public Growth(Works works, PlanPolicy policy) {
        this.works = works;
        this.policy = policy;
    }

    /**
     * @param grows the week does not raise the volume
     * @param owed the least of a loading week; a down or taper week has less
     * @param share of the cap that is used at most, less than 1 outside loading weeks
     * @param hardSeconds that the week has room for
     * @param rung of the ladder
     */
    public Optional<Workout> next(
            WorkKind kind,
            double weekMetres,
            double weekSeconds,
            boolean grows,
            boolean owed,
            double share,
            double hardSeconds,
            int rung) {
        var cap = works.cap(kind, weekMetres, weekSeconds);
        double most = share * cap.most();
        var before = last.get(kind);
        if (kind == WorkKind.LADDER || before == null) {
            boolean racePace = kind == WorkKind.RACE_PACE;
            double due = Math.max(cap.least(), racePace ? 0 : DUE_MARGIN * policy.dueShare() * most);
            double first = kind == WorkKind.HALF_MARATHON_PACE ? 1 : racePace ? FIRST_AT_RACE_PACE : FIRST_OF_CAP;
            var fitting = fitting(kind, due, Math.max(due, first * most), hardSeconds, rung, before);
            return grows ? fitting.or(() -> fitting(kind, cap.least(), most, hardSeconds, rung, before)) : fitting;
        }
        if (!owed) {
            return fitting(kind, Math.min(cap.least(), most), most, hardSeconds, rung, before);
        }
        double due = Math.max(cap.least(), kind == WorkKind.RACE_PACE ? 0 : DUE_MARGIN * policy.dueShare() * most);
        if (grows) {
            var larger = works.larger(before, most, rung)
                    .filter(session -> session.hardSeconds() <= hardSeconds && session.amount() >= due);
            if (larger.isPresent()) {
                return larger;
            }
            return fitting(kind, Math.max(due, SAME_SIZE * before.amount()), most, hardSeconds, rung, before)
                    .or(() -> fitting(kind, cap.least(), most, hardSeconds, rung, before));
        }
        return fitting(
                        kind,
                        Math.max(due, SAME_SIZE * before.amount()),
                        Math.min(most, before.amount()),
                        hardSeconds,
                        rung,
                        before)
                .or(() -> fitting(kind, due, Math.min(most, before.amount()), hardSeconds, rung, before));
    }

    /** The least that is no step back from what the kind had last (D29). */
    public double sameSize(WorkKind kind) {
        var before = last.get(kind);
        return before == null ? 0 : SAME_SIZE * before.amount();
    }

    private Optional<Workout> fitting(
            WorkKind kind, double least, double most, double hardSeconds, int rung, @Nullable Workout before) {
        if (most < least) {
            return Optional.empty();
        }
        return works.choose(kind, least, most, hardSeconds, rung, before)
                .filter(session -> before == null
                        || !twice.contains(kind)
                        || !session.key().equals(before.key()));
    }

    public void remember(Workout workout, boolean owed) {
        works.remember(workout);
        if (owed || !last.containsKey(workout.kind())) {
            var before = last.put(workout.kind(), workout);
            if (before != null && before.key().equals(workout.key())) {
                twice.add(workout.kind());
            } else {
                twice.remove(workout.kind());
            }
        }
    }
}
