package run.harrier.plan.generation.schedule.model;

import java.time.DayOfWeek;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanPolicy;
import run.harrier.plan.generation.plan.model.RunningDays;
import run.harrier.plan.generation.request.model.ResolvedRequest;
import run.harrier.plan.generation.schedule.model.WeekFill.Drafted;
import run.harrier.plan.generation.schedule.model.WeekFill.Hard;
import run.harrier.plan.generation.workout.model.Progressions;
import run.harrier.plan.generation.workout.model.WorkKind;
import run.harrier.plan.generation.workout.model.Workout;
import run.harrier.plan.generation.workout.model.Works;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/** Writes one week after the other: chooses the work of what is owed, and puts it and the long run on days. */
final class WeekWriter {
    private static final int UNIT = WeekFill.UNIT;
    private static final int LEAST_LONG_RUN_SECONDS = 30 * 60;
    /** A shorter long run may not cost the week its volume. */
    private static final double LEAST_KEPT = 0.985;

    /** Of the hills of a usual week. */
    private static final double LEAST_HILLS = 0.7;

    private static final int FIRST_WEEK_OF_STRIDES = 3;
    private static final int DAYS_WITHOUT_QUALITY_BEFORE_RACE = 3;
    private static final int DAYS_BETWEEN_PROGRESSIONS = 14;
    private static final int DAYS_OF_WEEK = 7;
    private static final int DAYS_FROM_LONG_RUN_TO_RACE = 4;
    private static final int HOUR_SECONDS = 3600;
    private static final int HALF_HOUR_SECONDS = 1800;
    private static final int TEN_MINUTES = 600;
    private static final int MINUTE = 60;
    /** From here race pace is run in repeats of 3 km and more (D31), two at least. */
    private static final int LONG_REPEATS_FROM_METRES = 12_000;

    private static final double LEAST_LONG_REPEATS_METRES = 6_000;
    private static final Rpe WALK_EFFORT = new Rpe(1, 3);

    /** More hard running than any week has. */
    private static final double UNLIMITED_HARD_SECONDS = 3 * HOUR_SECONDS;

    /** The long run is longer than every other run of its week (D26). */
    private static final int SHORTER_THAN_LONG_RUN_SECONDS = 60;

    private final ResolvedRequest request;
    private final RaceFrame frame;
    private final PlanPolicy policy;
    private final List<List<WorkKind>> duties;
    private final WeekSizes sizes;
    private final SoFar soFar;
    private final double ease;
    private final int daysBetweenProgressions;
    private final Works works;
    private final Growth growth;
    private final MarathonPace marathonPace;
    private final HardSessions hardSessions;
    private final Set<String> notes = new LinkedHashSet<>();
    private int ladders;

    /** @param ease of the caps, how much of them a session uses at most */
    WeekWriter(
            ResolvedRequest request,
            RaceFrame frame,
            List<List<WorkKind>> duties,
            WeekSizes sizes,
            SoFar soFar,
            double ease) {
        this.request = request;
        this.frame = frame;
        policy = request.policy();
        this.duties = duties;
        this.sizes = sizes;
        this.soFar = soFar;
        this.ease = ease;
        daysBetweenProgressions = frame.raceless() ? DAYS_OF_WEEK : DAYS_BETWEEN_PROGRESSIONS;
        works = new Works(
                request.estimate(), policy, request.level(), request.goal().distanceMetres());
        growth = new Growth(works, policy);
        marathonPace = new MarathonPace(request, duties);
        hardSessions = new HardSessions(request, frame);
    }

    /** What could not be given as it was asked, in sentences. */
    Set<String> notes() {
        return notes;
    }

    /**
     * A week before it is filled.
     *
     * @param longRun it has one, of {@code longRunMost} seconds at most
     * @param marathonPace the long run has a part at marathon pace
     */
    private record Outline(
            WeekFrame week,
            RunningDays days,
            boolean rises,
            double target,
            boolean longRun,
            int longRunMost,
            boolean marathonPace,
            List<Workout> works) {

        Outline without(WorkKind kind) {
            return with(works.stream().filter(work -> work.kind() != kind).toList());
        }

        Outline with(List<Workout> other) {
            return new Outline(week, days, rises, target, longRun, longRunMost, marathonPace, other);
        }
    }

    /** @param works those that found a day */
    private record Placed(WeekFill.Filled filled, List<Workout> works) {
        double seconds() {
            return filled.seconds();
        }
    }

    List<Drafted> write(WeekFrame week) {
        var outline = week.raises() ? outline(week, true) : null;
        outline = outline != null ? outline : Objects.requireNonNull(outline(week, false));
        return kept(week, filled(outline));
    }

    /** @return absent when the week may not rise because its hard minutes would too (S26) */
    private @Nullable Outline outline(WeekFrame week, boolean rises) {
        double target = sizes.target(week, rises);
        var kinds = duties.get(week.number() - 1);
        var pattern = request.pattern();
        var days = frame.raceWeek(week)
                ? pattern.beforeRace(frame.phases().raceDay().getDayOfWeek(), pattern.count() - 1)
                : pattern;
        boolean longRun = days.longRunDay() != null
                && ChronoUnit.DAYS.between(
                                week.monday().with(days.longRunDay()),
                                frame.phases().raceDay())
                        >= DAYS_FROM_LONG_RUN_TO_RACE;
        double margin = kinds.contains(WorkKind.LONG_WITH_MARATHON_PACE) ? Volumes.MARATHON_PACE_MARGIN : 1;
        int longRunMost = longRun ? sizes.longRunMost(week, margin * target) : 0;
        double room = longRun
                ? Math.max(sizes.longRunSeconds(week, target, longRunMost), longRunMost)
                : Math.max(HOUR_SECONDS, soFar.previousLongRun());
        double hardLeft = rises && !week.base() ? soFar.highestHard() : UNLIMITED_HARD_SECONDS;
        boolean marathon = false;
        var chosen = new ArrayList<Workout>();
        for (var kind : kinds) {
            if (kind == WorkKind.LONG_WITH_MARATHON_PACE && longRun && !marathon) {
                marathon = true;
                continue;
            }
            var midweek = kind == WorkKind.LONG_WITH_MARATHON_PACE ? WorkKind.HALF_MARATHON_PACE : kind;
            var workout = workout(midweek, week, target, !rises, hardLeft, room);
            if (workout.isEmpty() && rises) {
                return null;
            }
            if (workout.isPresent()) {
                hardLeft -= workout.get().hardSeconds();
                chosen.add(workout.get());
            }
        }
        return new Outline(week, days, rises, target, longRun, longRunMost, marathon, chosen);
    }

    /** With the long run that the week needs: longer where the easy days cannot hold the volume, shorter where a run would be lost. */
    private Placed filled(Outline outline) {
        var week = outline.week();
        int longRun = outline.longRun() ? longRunSeconds(outline) : 0;
        var placed = placed(outline, longRun, true);
        while (placed.seconds() < sizes.least(week, outline.target()) && longRun + UNIT <= outline.longRunMost()) {
            longRun += UNIT;
            placed = placed(outline, longRun, true);
        }
        boolean tooShort =
                week.loading() && week.number() > 1 && placed.seconds() < policy.loadingFloor() * outline.target();
        if (tooShort && soFar.progressions() == 0 && has(outline, WorkKind.PROGRESSION)) {
            return placed(outline.without(WorkKind.PROGRESSION), longRun, true);
        }
        placed = week.down() ? filledDownWeek(outline, longRun, placed) : placed;
        placed = week.owes() && placed.filled().fewer() ? onAllDays(outline, longRun, placed) : placed;
        return withinShare(outline, placed);
    }

    /** Fewer hills or a shorter long run, where a run would be lost else (D27). */
    private Placed onAllDays(Outline outline, int longRun, Placed first) {
        var smaller = outline.with(outline.works().stream()
                .map(work -> work.kind() == WorkKind.HILLS
                        ? works.choose(work.kind(), 0, LEAST_HILLS * work.amount(), work.hardSeconds(), 0, null)
                                .orElse(work)
                        : work)
                .toList());
        double shortest = outline.week().longestRun() ? longRun : shortestLongRun(smaller);
        for (int seconds = longRun; seconds >= shortest; seconds -= UNIT) {
            var placed = placed(smaller, seconds, true);
            if (!placed.filled().fewer() && placed.seconds() >= policy.loadingFloor() * outline.target()) {
                return placed;
            }
        }
        return first;
    }

    /** The long run is shortened where the week came out smaller than its share of it was reckoned with (D26). */
    private Placed withinShare(Outline outline, Placed first) {
        var placed = first;
        int seconds = longRunSeconds(placed);
        double shortest = shortestLongRun(outline);
        while (seconds - UNIT >= shortest && overShare(outline, placed)) {
            seconds -= UNIT;
            var shorter = placed(outline, seconds, true);
            double least = outline.week().down() ? leastOfDownWeek() : LEAST_KEPT * first.seconds();
            if (shorter.seconds() < least) {
                return placed;
            }
            placed = shorter;
        }
        return placed;
    }

    private boolean overShare(Outline outline, Placed placed) {
        double longRun = 0;
        double all = 0;
        for (var draft : placed.filled().sessions()) {
            double metres = request.estimate().distanceMetres(draft.steps());
            all += metres;
            longRun += draft.kind() == SessionKind.LONG ? metres : 0;
        }
        return longRun > frame.demand().longRunMetres(all, outline.days().count()) + 1;
    }

    private int longRunSeconds(Placed placed) {
        return placed.filled().sessions().stream()
                .filter(draft -> draft.kind() == SessionKind.LONG)
                .mapToInt(draft -> (int) request.estimate().durationSeconds(draft.steps()))
                .sum();
    }

    /** A down week that came out too small has a shorter long run, no strides or no quality. */
    private Placed filledDownWeek(Outline outline, int longRun, Placed first) {
        var placed = first;
        for (int shorter = longRun - UNIT; placed.filled().fewer() && shorter >= longRun - 2 * UNIT; shorter -= UNIT) {
            var other = placed(outline, shorter, true);
            placed = !other.filled().fewer() && shorter >= shortestLongRun(outline) ? other : placed;
        }
        double least = leastOfDownWeek();
        if (placed.seconds() < least) {
            placed = placed(outline, longRun, false);
        }
        return placed.seconds() < least && !outline.works().isEmpty()
                ? placed(outline.with(List.of()), longRun, true)
                : placed;
    }

    /** It stays the longest run of its week (D26). */
    private double shortestLongRun(Outline outline) {
        return outline.works().stream()
                .mapToDouble(work -> hardSessions.seconds(work) + SHORTER_THAN_LONG_RUN_SECONDS)
                .reduce(LEAST_LONG_RUN_SECONDS, Math::max);
    }

    private double leastOfDownWeek() {
        return (1 - policy.down().most()) * soFar.previous();
    }

    private static boolean has(Outline outline, WorkKind kind) {
        return outline.works().stream().anyMatch(work -> work.kind() == kind);
    }

    private int longRunSeconds(Outline outline) {
        int seconds = sizes.longRunSeconds(outline.week(), outline.target(), outline.longRunMost());
        for (var work : outline.works()) {
            double whole = hardSessions.seconds(work) + SHORTER_THAN_LONG_RUN_SECONDS;
            while (seconds < whole && seconds + UNIT <= outline.longRunMost()) {
                seconds += UNIT;
            }
        }
        return seconds;
    }

    private Optional<Workout> workout(
            WorkKind kind, WeekFrame week, double target, boolean grows, double hardLeft, double room) {
        double weekMetres = 1000 * target / request.estimate().easySecondsPerKm();
        if (frame.raceWeek(week) && kind != WorkKind.REPETITIONS) {
            return works.opener(0.99 * weekMetres, request.distanceFocus());
        }
        if (kind == WorkKind.PROGRESSION) {
            double seconds = Math.min(
                    Math.min(HOUR_SECONDS, 0.9 * room),
                    target / request.pattern().count());
            return Optional.of(new Progressions(request.estimate(), effort(week))
                    .next(
                            soFar.progressions(),
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
            return workout(WorkKind.HALF_MARATHON_PACE, week, target, grows, hardLeft, room);
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
        return hardSessions.seconds(work) < room - SHORTER_THAN_LONG_RUN_SECONDS;
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
        int all = (int)
                duties.stream().filter(kinds -> kinds.contains(WorkKind.LADDER)).count();
        return all <= 1 ? 0 : Math.min(ladders * (Works.rungs() - 1) / (all - 1), Works.rungs() - 1);
    }

    private Placed placed(Outline outline, int longRunSeconds, boolean withStrides) {
        var week = outline.week();
        var days = outline.days();
        var avoided = avoided(outline);
        int count = outline.works().size() + (outline.marathonPace() ? 1 : 0);
        var free = new ArrayList<>(
                outline.marathonPace()
                        ? days.qualityDaysWithLongRun(count, avoided)
                        : days.qualityDays(count, avoided));
        boolean marathonPace = outline.marathonPace() && free.remove(days.longRunDay());
        var hard = new ArrayList<Hard>();
        var done = new ArrayList<Workout>();
        for (var work : progressionFirst(outline.works())) {
            boolean progression = work.kind() == WorkKind.PROGRESSION;
            boolean tooSoon = progression && !free.isEmpty() && tooSoonForProgression(week, free.getLast());
            if (!free.isEmpty() && !tooSoon) {
                hard.add(hardSessions.of(week, progression ? free.removeLast() : free.removeFirst(), work));
                done.add(work);
            }
        }
        if (week.testing()) {
            hard.add(hardSessions.test(week, days.testDay()));
        }
        boolean strides = withStrides
                && request.strides()
                && (week.base() ? week.number() >= FIRST_WEEK_OF_STRIDES : request.blended())
                && !week.testing();
        var fill = new WeekFill(request.estimate(), policy, effort(week), request.longestEasySeconds());
        var filled = fill.fill(
                days.days(),
                outline.longRun() ? longRun(outline, fill, longRunSeconds, marathonPace) : null,
                outline.longRun() ? longRunSeconds : Math.max(soFar.previousLongRun(), HOUR_SECONDS),
                hard,
                outline.target(),
                sizes.most(week, outline.rises()),
                strides ? (week.base() && days.count() > 4 ? 2 : 1) : 0,
                week.down() || week.taper() ? 4 : 6);
        return new Placed(filled, done);
    }

    /** It takes the last of the hard days, so that two of them are two weeks apart. */
    private static List<Workout> progressionFirst(List<Workout> works) {
        return works.stream()
                .sorted(Comparator.comparing(work -> work.kind() != WorkKind.PROGRESSION))
                .toList();
    }

    private boolean tooSoonForProgression(WeekFrame week, DayOfWeek day) {
        return soFar.tooSoonForProgression(week.monday().with(day), daysBetweenProgressions);
    }

    private Set<DayOfWeek> avoided(Outline outline) {
        var avoided = EnumSet.noneOf(DayOfWeek.class);
        if (soFar.hardSunday()) {
            avoided.add(DayOfWeek.MONDAY);
        }
        boolean progressionAlone = outline.works().size() == 1 && has(outline, WorkKind.PROGRESSION);
        for (var day : DayOfWeek.values()) {
            long left = ChronoUnit.DAYS.between(
                    outline.week().monday().with(day), frame.phases().raceDay());
            boolean nearRace = left >= 0 && left < DAYS_WITHOUT_QUALITY_BEFORE_RACE;
            if (nearRace || (progressionAlone && tooSoonForProgression(outline.week(), day))) {
                avoided.add(day);
            }
        }
        return avoided;
    }

    private Drafted longRun(Outline outline, WeekFill fill, int seconds, boolean withMarathonPace) {
        var week = outline.week();
        var day = Objects.requireNonNull(outline.days().longRunDay());
        if (request.ultra() && week.loading() && (week.phase() == Phase.BUILD || week.phase() == Phase.PEAK)) {
            return new Drafted(
                    day, SessionKind.LONG, false, Part.LONG_ON_HILLS, walked(fill, seconds, HALF_HOUR_SECONDS, UNIT));
        }
        if (!withMarathonPace) {
            var part = week.longestRun() ? Part.LONGEST : Part.LONG;
            if (request.options().runWalk()) {
                return new Drafted(day, SessionKind.LONG, false, part, walked(fill, seconds, TEN_MINUTES, MINUTE));
            }
            return new Drafted(day, SessionKind.LONG, false, part, List.of(fill.easyStep(StepKind.RUN, seconds)));
        }
        int part = marathonPace.partSeconds(week, seconds, outline.target());
        return new Drafted(
                day,
                SessionKind.LONG,
                true,
                Part.LONG_MARATHON_PACE,
                List.of(
                        fill.easyStep(StepKind.RUN, seconds - part),
                        new Step.Stretch(
                                StepKind.RUN, Extent.seconds(part), Target.zone(Zone.MARATHON), Zone.MARATHON.rpe())));
    }

    /** Each stretch of so many seconds ends with walking. */
    private static List<Step> walked(WeekFill fill, int seconds, int each, int walking) {
        int times = seconds / each;
        int left = seconds % each;
        if (times == 0) {
            return List.of(fill.easyStep(StepKind.RUN, seconds));
        }
        var walk = new Step.Stretch(StepKind.WALK, Extent.seconds(walking), null, WALK_EFFORT);
        var repeat = Step.repeat(times, fill.easyStep(StepKind.RUN, each - walking), walk);
        return left == 0 ? List.of(repeat) : List.of(repeat, fill.easyStep(StepKind.RUN, left));
    }

    private static Rpe effort(WeekFrame week) {
        return week.base() ? Rpe.BASE_EASY : Zone.EASY.rpe();
    }

    private List<Drafted> kept(WeekFrame week, Placed placed) {
        var sessions = placed.filled().sessions();
        if (placed.filled().fewer() && !week.taper()) {
            notes.add(
                    "Some weeks are too small for " + request.pattern().count() + " runs of 20 minutes and have fewer");
        }
        for (var draft : sessions) {
            if (draft.part() == Part.LONG_MARATHON_PACE) {
                marathonPace.remember(draft);
            }
        }
        for (var work : placed.works()) {
            growth.remember(work, week.owes());
            ladders += work.kind() == WorkKind.LADDER ? 1 : 0;
        }
        return sessions;
    }
}
