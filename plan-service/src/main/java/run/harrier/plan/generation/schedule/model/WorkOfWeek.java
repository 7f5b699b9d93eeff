package run.harrier.plan.generation.schedule.model;

import java.util.List;
import java.util.Optional;
import run.harrier.plan.generation.plan.model.PlanPolicy;
import run.harrier.plan.generation.request.model.ResolvedRequest;
import run.harrier.plan.generation.workout.model.Growth;
import run.harrier.plan.generation.workout.model.Progressions;
import run.harrier.plan.generation.workout.model.WorkKind;
import run.harrier.plan.generation.workout.model.Workout;
import run.harrier.plan.generation.workout.model.Works;

/** Chooses the work of a week: how much of what it owes, after what the plan had of it before (D29). */
final class WorkOfWeek {
    private static final int HOUR_SECONDS = 3600;
    /** From here race pace is run in repeats of 3 km and more (D31), two at least. */
    private static final int LONG_REPEATS_FROM_METRES = 12_000;

    private static final double LEAST_LONG_REPEATS_METRES = 6_000;

    /** Of the hills of a usual week. */
    private static final double LEAST_HILLS = 0.7;

    private final ResolvedRequest request;
    private final RaceFrame frame;
    private final PlanPolicy policy;
    private final SoFar soFar;
    private final double ease;
    private final HardSessions hardSessions;
    private final Works works;
    private final Growth growth;
    private final int ladderWeeks;
    private int ladders;

    /** @param ease of the caps, how much of them a session uses at most */
    WorkOfWeek(
            ResolvedRequest request,
            RaceFrame frame,
            List<List<WorkKind>> duties,
            SoFar soFar,
            double ease,
            HardSessions hardSessions) {
        this.request = request;
        this.frame = frame;
        policy = request.policy();
        this.soFar = soFar;
        this.ease = ease;
        this.hardSessions = hardSessions;
        works = new Works(
                request.estimate(), policy, request.level(), request.goal().distanceMetres());
        growth = new Growth(works, policy);
        ladderWeeks = (int)
                duties.stream().filter(kinds -> kinds.contains(WorkKind.LADDER)).count();
    }

    /**
     * Of one kind.
     *
     * @param target of the week's running time
     * @param grows the week does not raise the volume, so that its work may be harder (S26)
     * @param hardLeft seconds at T and faster that the week has room for
     * @param room of the long run, in seconds, which stays longer (D26)
     */
    Optional<Workout> of(WorkKind kind, WeekFrame week, double target, boolean grows, double hardLeft, double room) {
        double weekMetres = 1000 * target / request.estimate().easySecondsPerKm();
        if (frame.raceWeek(week) && kind != WorkKind.REPETITIONS) {
            return works.opener(0.99 * weekMetres, request.distanceFocus());
        }
        if (kind == WorkKind.PROGRESSION) {
            double seconds = Math.min(
                    Math.min(HOUR_SECONDS, 0.9 * room),
                    target / request.pattern().count());
            return Optional.of(new Progressions(request.estimate(), week.effort())
                    .next(
                            soFar.progressions(),
                            soFar.firstProgression(),
                            (int) seconds,
                            policy.thresholdShare() * weekMetres * 0.95,
                            week.owes() ? Math.min(hardLeft, HOUR_SECONDS) : 0));
        }
        double metres = (week.owes() ? 1.01 : 0.99) * weekMetres;
        boolean longRepeats = kind == WorkKind.RACE_PACE
                && !week.owes()
                && request.goal().distanceMetres() > LONG_REPEATS_FROM_METRES;
        double leastShare = longRepeats
                ? LEAST_LONG_REPEATS_METRES / works.cap(kind, metres, target).most()
                : 0;
        if (leastShare > 1) {
            return of(WorkKind.HALF_MARATHON_PACE, week, target, grows, hardLeft, room);
        }
        double share = Math.max(ease * share(kind, week), leastShare);
        return growth.next(kind, metres, target, grows, week.owes(), share, hardLeft, rung())
                .or(() -> grows
                        ? growth.next(substitute(kind), metres, target, true, week.owes(), share, hardLeft, rung())
                        : Optional.empty())
                .filter(work -> fits(work, room))
                .or(() -> grows ? shorter(kind, metres, target, hardLeft, room) : Optional.empty());
    }

    /** Of the cap: less in down weeks and in the taper. */
    private static double share(WorkKind kind, WeekFrame week) {
        if (week.owes()) {
            return 1;
        }
        return week.taper() ? kind == WorkKind.REPETITIONS ? 1 : 0.65 : kind == WorkKind.HILLS ? 0.5 : 0.75;
    }

    private boolean fits(Workout work, double room) {
        return hardSessions.seconds(work) < room - HardSessions.SHORTER_THAN_LONG_RUN_SECONDS;
    }

    /** The largest that leaves the long run the longest of its week (D26). */
    private Optional<Workout> shorter(WorkKind kind, double metres, double seconds, double hardLeft, double room) {
        for (double share = 0.9; share > 0.4; share -= 0.1) {
            double most = share * works.cap(kind, metres, seconds).most();
            double least = Math.min(most, growth.sameSize(kind));
            var found = works.choose(kind, least, most, hardLeft, rung(), null)
                    .filter(work -> fits(work, room))
                    .or(() ->
                            works.choose(kind, 0, most, hardLeft, rung(), null).filter(work -> fits(work, room)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static WorkKind substitute(WorkKind kind) {
        return switch (kind) {
            case REPETITIONS, INTERVALS, LADDER -> WorkKind.HILLS;
            case TEMPO -> WorkKind.RACE_PACE;
            case HILLS, RACE_PACE, HALF_MARATHON_PACE, LONG_WITH_MARATHON_PACE, PROGRESSION -> kind;
        };
    }

    /** The rungs spread over the ladder's weeks, the highest in the last (S32). */
    private int rung() {
        return ladderWeeks <= 1 ? 0 : Math.min(ladders * (Works.rungs() - 1) / (ladderWeeks - 1), Works.rungs() - 1);
    }

    /** The same with fewer hills, where the week is too small for all its runs (D27). */
    List<Workout> smaller(List<Workout> week) {
        return week.stream()
                .map(work -> work.kind() == WorkKind.HILLS
                        ? works.choose(work.kind(), 0, LEAST_HILLS * work.amount(), work.hardSeconds(), 0, null)
                                .orElse(work)
                        : work)
                .toList();
    }

    void remember(WeekFrame week, Workout done) {
        growth.remember(done, week.owes());
        ladders += done.kind() == WorkKind.LADDER ? 1 : 0;
    }
}
