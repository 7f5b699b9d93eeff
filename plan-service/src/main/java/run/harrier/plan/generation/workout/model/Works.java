package run.harrier.plan.generation.workout.model;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.PlanPolicy;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/**
 * Chooses the sessions of a plan from {@link WorkList}. Which of them a week gets
 * follows from how much its kind had before (D29) and from what was run already, because a plan has many
 * different ones.
 */
public final class Works {
    /** A little over D31's 12 %, because a week comes out longer than its easy pace says. */
    private static final double LEAST_RACE_PACE = 0.13;

    /** As much as build has at I (D30). */
    private static final double SHORT_RACE_PACE_METRES = 2_400;

    private final WorkList list;
    private final PlanPolicy policy;
    private final Level level;
    private final double raceMetres;
    private final Set<Workout.Key> used = new HashSet<>();
    private final Map<WorkKind, List<Workout>> known = new EnumMap<>(WorkKind.class);
    private final Map<Integer, List<Workout>> ladders = new HashMap<>();

    public Works(PaceEstimate estimate, PlanPolicy policy, Level level, double raceMetres) {
        list = new WorkList(estimate, policy, raceMetres);
        this.policy = policy;
        this.level = level;
        this.raceMetres = raceMetres;
    }

    /** How much of a kind a session may have in a week: the caps of D7 and D31, hills in seconds, the rest in metres. */
    public Amount cap(WorkKind kind, double weekMetres, double weekSeconds) {
        double beginner = level == Level.BEGINNER ? 0.9 : 1;
        return switch (kind) {
            case HILLS -> new Amount(150, Math.clamp(0.06 * weekSeconds, 180, policy.hillSeconds()));
            case REPETITIONS -> new Amount(600, Math.min(6000, beginner * policy.repetitionShare() * weekMetres));
            case INTERVALS ->
                new Amount(
                        2 * 180 / list.pace(Target.zone(Zone.INTERVAL)),
                        Math.min(10_000, beginner * policy.intervalShare() * weekMetres));
            case TEMPO ->
                new Amount(
                        WorkList.LEAST_TEMPO_SECONDS / list.pace(Target.zone(Zone.THRESHOLD)),
                        Math.min(
                                WorkList.LONGEST_TEMPO_SECONDS / list.pace(Target.zone(Zone.THRESHOLD)),
                                policy.thresholdShare() * weekMetres));
            case RACE_PACE -> racePace(weekMetres);
            case HALF_MARATHON_PACE ->
                new Amount(
                        600 / list.pace(list.steadyTarget()),
                        Math.min(3000 / list.pace(list.steadyTarget()), 0.2 * weekMetres));
            case LADDER -> new Amount(400, Math.min(6000, 0.12 * weekMetres));
            case LONG_WITH_MARATHON_PACE, PROGRESSION -> new Amount(0, weekMetres / 4);
        };
    }

    /** @param least where it is less, the session is not worth its frame; {@code most} may be below it */
    public record Amount(double least, double most) {}

    private Amount racePace(double weekMetres) {
        if (raceMetres <= 3_000) {
            return new Amount(
                    Math.min(1600, LEAST_RACE_PACE * weekMetres), Math.min(SHORT_RACE_PACE_METRES, 0.15 * weekMetres));
        }
        if (raceMetres <= 6_000) {
            return new Amount(Math.min(4000, LEAST_RACE_PACE * weekMetres), Math.min(6000, 0.15 * weekMetres));
        }
        if (raceMetres <= 12_000) {
            return new Amount(Math.min(6000, LEAST_RACE_PACE * weekMetres), Math.min(10_000, 0.2 * weekMetres));
        }
        double most = Math.min(14_000, 0.2 * weekMetres);
        return new Amount(most >= 6000 ? 6000 : LEAST_RACE_PACE * weekMetres, most);
    }

    /**
     * The session of a kind with an amount between two bounds: one that was not there yet, of those the largest.
     *
     * @param hardSeconds it has at most
     * @param rung of the ladder (S32)
     * @param not what was run last: another structure is wanted; absent when any will do
     */
    public Optional<Workout> choose(
            WorkKind kind, double least, double most, double hardSeconds, int rung, @Nullable Workout not) {
        Workout best = null;
        double bestScore = -1;
        for (var candidate : candidates(kind, most, rung)) {
            if (candidate.amount() < least - 1e-6
                    || candidate.amount() > most + 1e-6
                    || candidate.hardSeconds() > hardSeconds) {
                continue;
            }
            boolean same = not != null && candidate.key().equals(not.key());
            double score = candidate.amount() / most + (used.contains(candidate.key()) ? 0 : 1) + (same ? 0 : 2);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The same session with one repetition more. */
    public Optional<Workout> larger(Workout last, double most, int rung) {
        for (var candidate : candidates(last.kind(), most, rung)) {
            boolean step = last.times() == 1
                    ? candidate.times() == 1 && candidate.each() > last.each()
                    : candidate.each() == last.each() && candidate.times() > last.times();
            if (step && candidate.amount() <= most + 1e-6) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** A reminder of the race's pace days before it, as much as the week has room for. */
    public Optional<Workout> opener(double weekMetres, boolean steady) {
        return list.opener(weekMetres, steady);
    }

    public void remember(Workout workout) {
        used.add(workout.key());
    }

    /** All there are, built once: a plan chooses from them again and again. */
    private List<Workout> candidates(WorkKind kind, double most, int rung) {
        var all = kind == WorkKind.LADDER ? ladders.get(rung) : known.get(kind);
        if (all == null) {
            all = list.of(kind, rung);
            if (kind == WorkKind.LADDER) {
                ladders.put(rung, all);
            } else {
                known.put(kind, all);
            }
        }
        boolean longOnes = kind == WorkKind.RACE_PACE && raceMetres > 12_000 && most >= 6_000;
        return longOnes ? longRepetitions(all) : all;
    }

    /** Repeats of 3 km and more, or continuous, where the week has room for them (D31). */
    private static List<Workout> longRepetitions(List<Workout> all) {
        return all.stream()
                .filter(workout -> workout.times() == 1 || workout.each() >= 3_000)
                .toList();
    }

    public static int rungs() {
        return WorkList.rungs();
    }
}
