package run.harrier.plan.generation.schedule.model;

import java.time.DayOfWeek;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.PlanPolicy;
import run.harrier.plan.generation.plan.model.RunningDays;
import run.harrier.plan.generation.request.model.ResolvedRequest;
import run.harrier.plan.generation.schedule.model.WeekFill.Drafted;
import run.harrier.plan.generation.schedule.model.WeekFill.Hard;
import run.harrier.plan.generation.workout.model.WorkKind;
import run.harrier.plan.generation.workout.model.Workout;
import run.harrier.plan.prescription.model.SessionKind;

/** Writes one week after the other: puts the work of what it owes and the long run on days. */
final class WeekWriter {
    private static final int UNIT = WeekFill.UNIT;
    private static final int LEAST_LONG_RUN_SECONDS = 30 * 60;
    /** A shorter long run may not cost the week its volume. */
    private static final double LEAST_KEPT = 0.985;

    /** Soon after a race; with fewer, all of them are easy runs. */
    private static final int LEAST_RUNS_WITH_LONG_RUN = 3;

    private static final int LONGEST_SOON_AFTER_RACE_SECONDS = 40 * 60;
    private static final int FIRST_WEEK_OF_STRIDES = 3;
    private static final int DAYS_WITHOUT_QUALITY_BEFORE_RACE = 3;
    private static final int DAYS_BETWEEN_PROGRESSIONS = 14;
    private static final int DAYS_OF_WEEK = 7;
    private static final int DAYS_FROM_LONG_RUN_TO_RACE = 4;
    private static final int HOUR_SECONDS = 3600;
    /** More hard running than any week has. */
    private static final double UNLIMITED_HARD_SECONDS = 3 * HOUR_SECONDS;

    private final ResolvedRequest request;
    private final RaceFrame frame;
    private final PlanPolicy policy;
    private final WeekSizes sizes;
    private final SoFar soFar;
    private final int daysBetweenProgressions;
    private final List<List<WorkKind>> duties;
    private final HardSessions hardSessions;
    private final WorkOfWeek works;
    private final LongRuns longRuns;
    private final Set<String> notes = new LinkedHashSet<>();

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
        daysBetweenProgressions = frame.raceless() ? DAYS_OF_WEEK : DAYS_BETWEEN_PROGRESSIONS;
        hardSessions = new HardSessions(request, frame);
        works = new WorkOfWeek(request, frame, duties, soFar, ease, hardSessions);
        longRuns = new LongRuns(request, duties);
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
                : pattern.from(request.afterRaces().runningFrom(request.start()), week.monday());
        boolean longRun = days.longRunDay() != null
                && (!week.recovering() || days.count() >= LEAST_RUNS_WITH_LONG_RUN)
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
            var workout = works.of(midweek, week, target, !rises, hardLeft, room);
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
        if (tooShort && soFar.firstProgression() && has(outline, WorkKind.PROGRESSION)) {
            return placed(outline.without(WorkKind.PROGRESSION), longRun, true);
        }
        placed = week.down() ? filledDownWeek(outline, longRun, placed) : placed;
        placed = week.owes() && placed.filled().fewer() ? onAllDays(outline, longRun, placed) : placed;
        return withinShare(outline, placed);
    }

    /** Fewer hills or a shorter long run, where a run would be lost else (D27). */
    private Placed onAllDays(Outline outline, int longRun, Placed first) {
        var smaller = outline.with(works.smaller(outline.works()));
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
        double shortest = LEAST_LONG_RUN_SECONDS;
        for (var work : outline.works()) {
            shortest = Math.max(shortest, hardSessions.seconds(work) + HardSessions.SHORTER_THAN_LONG_RUN_SECONDS);
        }
        return shortest;
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
            double whole = hardSessions.seconds(work) + HardSessions.SHORTER_THAN_LONG_RUN_SECONDS;
            while (seconds < whole && seconds + UNIT <= outline.longRunMost()) {
                seconds += UNIT;
            }
        }
        return seconds;
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
                && !week.recovering()
                && request.strides()
                && (week.base() ? week.number() >= FIRST_WEEK_OF_STRIDES : request.blended())
                && !week.testing();
        var fill = new WeekFill(request.estimate(), policy, week.effort(), request.longestEasySeconds());
        var filled = fill.fill(
                days.days(),
                outline.longRun() ? longRun(outline, fill, longRunSeconds, marathonPace) : null,
                outline.longRun() ? longRunSeconds : longestWithoutLongRun(week),
                hard,
                outline.target(),
                sizes.most(week, outline.rises()),
                strides ? (week.base() && days.count() > 4 ? 2 : 1) : 0,
                week.down() || week.taper() ? 4 : 6);
        return new Placed(filled, done);
    }

    private double longestWithoutLongRun(WeekFrame week) {
        return week.recovering() ? LONGEST_SOON_AFTER_RACE_SECONDS : Math.max(soFar.previousLongRun(), HOUR_SECONDS);
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
        long toRace =
                ChronoUnit.DAYS.between(outline.week().monday(), frame.phases().raceDay());
        for (var day : DayOfWeek.values()) {
            long left = toRace + 1 - day.getValue();
            boolean nearRace = left >= 0 && left < DAYS_WITHOUT_QUALITY_BEFORE_RACE;
            if (nearRace || (progressionAlone && tooSoonForProgression(outline.week(), day))) {
                avoided.add(day);
            }
        }
        return avoided;
    }

    private Drafted longRun(Outline outline, WeekFill fill, int seconds, boolean withMarathonPace) {
        var day = Objects.requireNonNull(outline.days().longRunDay());
        return longRuns.drafted(outline.week(), day, fill, seconds, outline.target(), withMarathonPace);
    }

    private List<Drafted> kept(WeekFrame week, Placed placed) {
        var sessions = placed.filled().sessions();
        if (placed.filled().fewer() && !week.taper()) {
            notes.add(
                    "Some weeks are too small for " + request.pattern().count() + " runs of 20 minutes and have fewer");
        }
        longRuns.remember(sessions);
        placed.works().forEach(work -> works.remember(week, work));
        return sessions;
    }
}
