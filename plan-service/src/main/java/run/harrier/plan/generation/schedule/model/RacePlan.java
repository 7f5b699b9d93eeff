package run.harrier.plan.generation.schedule.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.Periodisation;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.PlanPolicy;
import run.harrier.plan.generation.plan.model.RunningDays;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.generation.request.model.ResolvedRequest;
import run.harrier.plan.generation.schedule.model.WeekFill.Drafted;
import run.harrier.plan.generation.schedule.model.WeekFill.Hard;
import run.harrier.plan.generation.workout.model.Progressions;
import run.harrier.plan.generation.workout.model.TestKind;
import run.harrier.plan.generation.workout.model.WorkKind;
import run.harrier.plan.generation.workout.model.Workout;
import run.harrier.plan.generation.workout.model.Works;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.Intensity;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/**
 * Writes a race plan as a coach does: the frame and the volumes first, then what each phase owes, then week by week the
 * sessions that grow and the days they stand on. Each week is written on what the weeks before it came to, so that no
 * rounding adds up.
 */
public final class RacePlan {
    private static final int UNIT = WeekFill.UNIT;
    private static final int REMEMBERED_DAYS = 30;
    private static final int HARD_SESSION_SECONDS = 52 * 60;
    private static final int SECOND_HARD_SESSION_SECONDS = 36 * 60;
    /** A week may come out a little smaller than it was aimed at. */
    private static final double SHARE_MARGIN = 0.99;

    private static final int LEAST_LONG_RUN_SECONDS = 30 * 60;
    private static final int BEGINNER_WARM_UP_SECONDS = 10 * 60;
    private static final int WARM_UP_SECONDS = 15 * 60;
    private static final int COOL_DOWN_SECONDS = 10 * 60;
    private static final int FIRST_WEEK_OF_STRIDES = 3;
    private static final double DOWN_LONG_RUN = 0.78;
    private static final double TAPER_LONG_RUN = 0.68;
    private static final double SPLIT_WEEK = 0.86;
    private static final double PEAK_WEEK = 0.97;
    private static final double SPEED_WEEK = 0.9;
    private static final double HELD_WEEK = 0.995;

    private static final double HELD = 1.004;
    private static final int DAYS_WITHOUT_QUALITY_BEFORE_RACE = 3;
    private static final int DAYS_BETWEEN_PROGRESSIONS = 14;
    private static final int DAYS_FROM_LONG_RUN_TO_RACE = 4;

    private final ResolvedRequest request;
    private final RaceFrame frame;
    private final PlanPolicy policy;
    private final PaceEstimate estimate;
    private final Volumes volumes;
    private final List<List<WorkKind>> duties;
    private final Works works;
    private final Growth growth;
    private final MarathonPace marathonPace;
    private final TestKind test;
    private final Set<String> notes = new LinkedHashSet<>();
    private final TreeMap<LocalDate, Double> runs = new TreeMap<>();

    private final double growthFactor;
    private double highest;
    private double highestHard;
    private double previous;
    private double previousLong;
    private double longest;
    private @Nullable LocalDate lastProgression;
    private int ladders;
    private int progressions;

    private RacePlan(ResolvedRequest request, RaceFrame frame, Variant variant) {
        this.request = request;
        this.frame = frame;
        policy = request.policy();
        estimate = request.estimate();
        growthFactor = variant.growth();
        volumes = Volumes.of(request, frame, variant.growth(), variant.eager());
        duties = Duties.of(request, frame, variant.fewer(), variant.steadyPeak());
        works = new Works(estimate, policy, request.level(), request.goal().distanceMetres());
        growth = new Growth(works, policy);
        marathonPace = new MarathonPace(request, duties);
        test = TestKind.fitting(request.lastResult(), request.currentWeeklyDistanceMetres(), estimate);
        highest = volumes.startSeconds();
        previous = highest;
        runs.put(request.start().minusDays(1), volumes.longestBefore());
        if (volumes.note() != null) {
            notes.add(volumes.note());
        }
    }

    /**
     * @param eager the volume rises in all weeks of early quality and build but the first
     * @param fewer hard sessions less than D2's share of sessions allows
     * @param growth over the rise that the race needs or that is usual
     * @param steadyPeak half-marathon pace instead of T in peak, where a distance focus needs it (S31)
     */
    public record Variant(boolean eager, int fewer, double growth, boolean steadyPeak) {}

    /** Whether the time is enough for what the race needs, before anything is written (D25). */
    public static boolean withinReach(ResolvedRequest request, Periodisation phases) {
        return Volumes.reach(request, RaceFrame.of(request, phases, true));
    }

    public static GeneratedPlan of(ResolvedRequest request, Periodisation phases, Variant variant) {
        return new RacePlan(request, RaceFrame.of(request, phases, variant.eager()), variant).plan();
    }

    private GeneratedPlan plan() {
        var weeks = new ArrayList<TrainingWeek>();
        var pattern = request.pattern();
        for (var week : frame.weeks()) {
            var drafted = week(week, pattern, weeks);
            var sessions = Calendar.of(request, frame, week, drafted);
            var finished = TrainingWeek.of(week.number(), week.monday(), week.phase(), week.down(), sessions, estimate);
            weeks.add(finished);
            remember(week, finished);
        }
        return new GeneratedPlan(
                PlanKind.RACE,
                request.start(),
                frame.phases().raceDay(),
                frame.phases().taperFrom(),
                weeks,
                List.of(),
                List.copyOf(notes));
    }

    private void remember(WeekFrame week, TrainingWeek finished) {
        double hard = 0;
        for (var session : finished.sessions()) {
            if (session.running() && !session.raced()) {
                runs.merge(session.on(), estimate.durationSeconds(session.steps()), Math::max);
                hard += hardSeconds(session);
            }
            if (session.kind() == SessionKind.LONG) {
                previousLong = estimate.durationSeconds(session.steps());
                longest = Math.max(longest, previousLong);
            }
        }
        previous = finished.durationSeconds();
        highest = week.number() == 1 ? previous : week.taper() ? highest : Math.max(highest, previous);
        highestHard = Math.max(highestHard, hard);
    }

    private double hardSeconds(PlannedSession session) {
        double seconds = 0;
        for (var stretch : Step.unrolled(session.steps())) {
            if (stretch.kind() != StepKind.STRIDES && stretch.intensity() == Intensity.HIGH) {
                seconds += estimate.durationSeconds(stretch);
            }
        }
        return seconds;
    }

    private List<Drafted> week(WeekFrame week, RunningDays pattern, List<TrainingWeek> before) {
        if (week.raises()) {
            var risen = written(week, pattern, before, true);
            if (risen != null) {
                return risen;
            }
        }
        return Objects.requireNonNull(written(week, pattern, before, false));
    }

    /** @return absent when the week may not rise because its hard minutes would too (S26) */
    private @Nullable List<Drafted> written(
            WeekFrame week, RunningDays pattern, List<TrainingWeek> before, boolean rises) {
        boolean raceWeek = week.number() == frame.count();
        double target = target(week, rises);
        double weekMetres = 1000 * target / estimate.easySecondsPerKm();
        var days =
                raceWeek ? pattern.beforeRace(frame.phases().raceDay().getDayOfWeek(), pattern.count() - 1) : pattern;
        boolean longRun = days.longRunDay() != null
                && ChronoUnit.DAYS.between(
                                week.monday().with(days.longRunDay()),
                                frame.phases().raceDay())
                        >= DAYS_FROM_LONG_RUN_TO_RACE;
        int longSeconds = longRun ? longRunSeconds(week, target) : 0;
        boolean withMarathonPace = duties.get(week.number() - 1).contains(WorkKind.LONG_WITH_MARATHON_PACE);
        int longMost = longRun ? longRunMost(week, (withMarathonPace ? Volumes.MARATHON_PACE_MARGIN : 1) * target) : 0;
        longSeconds = Math.min(longSeconds, Math.max(longMost, WeekFill.SHORTEST_RUN_SECONDS + UNIT));
        double room = longRun ? Math.max(longSeconds, longMost) : Math.max(60 * 60, previousLong);
        var kinds = duties.get(week.number() - 1);
        var chosen = new ArrayList<Workout>();
        double hardLeft = rises && !week.base() ? highestHard : 3600 * 3;
        boolean withMarathon = false;
        for (var kind : kinds) {
            if (kind == WorkKind.LONG_WITH_MARATHON_PACE) {
                if (longRun && !withMarathon) {
                    withMarathon = true;
                    continue;
                }
                kind = WorkKind.HALF_MARATHON_PACE;
            }
            var workout = workout(kind, week, weekMetres, target, !rises, hardLeft, room);
            if (workout == null) {
                if (rises) {
                    return null;
                }
                continue;
            }
            hardLeft -= workout.hardSeconds();
            chosen.add(workout);
            double whole = workout.framed() ? framedSeconds(workout) : workout.amount();
            while (longRun && longSeconds < whole + 60 && longSeconds + UNIT <= longMost) {
                longSeconds += UNIT;
            }
        }
        var placed = placed(week, days, longRun, longSeconds, withMarathon, chosen, target, rises, before, true);
        while (placed.seconds() < least(week, target) && longSeconds + UNIT <= longMost) {
            longSeconds += UNIT;
            placed = placed(week, days, longRun, longSeconds, withMarathon, chosen, target, rises, before, true);
        }
        for (int shorter = 1; week.down() && placed.filled().fewer() && shorter <= 2; shorter++) {
            var other = placed(
                    week,
                    days,
                    longRun,
                    longSeconds - shorter * UNIT,
                    withMarathon,
                    chosen,
                    target,
                    rises,
                    before,
                    true);
            placed = !other.filled().fewer() && longSeconds - shorter * UNIT >= LEAST_LONG_RUN_SECONDS ? other : placed;
        }
        if (week.down() && placed.seconds() < (1 - policy.down().most()) * previous) {
            placed = placed(week, days, longRun, longSeconds, withMarathon, chosen, target, rises, before, false);
        }
        boolean tooShort = week.loading() && placed.seconds() < policy.loadingFloor() * target;
        if (tooShort && progressions == 0 && chosen.removeIf(workout -> workout.kind() == WorkKind.PROGRESSION)) {
            placed = placed(week, days, longRun, longSeconds, withMarathon, chosen, target, rises, before, true);
        }
        if (week.down() && placed.seconds() < (1 - policy.down().most()) * previous && !chosen.isEmpty()) {
            placed = placed(week, days, longRun, longSeconds, withMarathon, List.of(), target, rises, before, true);
        }
        return kept(week, placed);
    }

    /** Where the easy days are too short for the volume, the long run takes more of it. */
    private double least(WeekFrame week, double target) {
        return (week.loading() ? 0.99 : 0.97) * target;
    }

    private double target(WeekFrame week, boolean rises) {
        if (week.down()) {
            return (1 - policy.down().usual() + 0.005) * previous;
        }
        if (week.taper()) {
            return policy.taper().usual() * previous;
        }
        if (!week.loading()) {
            return Math.min(previous, SPLIT_WEEK * highest);
        }
        if (rises) {
            return Math.min(Math.min(volumes.highestSeconds(), volumes.risen(week, highest)), held(week));
        }
        if (request.speedFocus() && !week.base()) {
            return SPEED_WEEK * highest;
        }
        return Math.min(
                week.phase() == Phase.PEAK && !week.longestRun() ? PEAK_WEEK * highest : HELD_WEEK * highest,
                held(week));
    }

    /** What the given days can hold with a hard session on one of them (D33). */
    private double held(WeekFrame week) {
        double longRun = Math.min(60.0 * frame.demand().longRunMinutes(), longestAllowed(week) + UNIT);
        int days = request.pattern().count();
        double easy = Math.min(
                request.longestEasySeconds(),
                (days <= 4 ? policy.easyOfLongOnFewDays() : policy.easyOfLong()) * longRun);
        int hard = Math.max(1, request.qualityPerWeek());
        double besides = (days - 1 - hard) * easy + HARD_SESSION_SECONDS + (hard - 1) * SECOND_HARD_SESSION_SECONDS;
        double share = days <= 3
                ? frame.demand().longRunShareOnThreeDays()
                : frame.demand().longRunShare();
        double holds = Math.min(longRun + besides, days <= 4 ? besides / (1 - share) : Double.MAX_VALUE)
                / policy.loadingFloor();
        holds *= Math.min(1, growthFactor);
        return week.number() == 1 ? holds : Math.max(holds, highest * policy.loadingFloor());
    }

    private double most(WeekFrame week, boolean rises) {
        if (week.down()) {
            return (1 - policy.down().least() - 0.005) * previous;
        }
        if (week.taper()) {
            return (policy.taper().most() - 0.005) * previous;
        }
        if (rises) {
            return Math.min(volumes.highestSeconds() + 1, (1 + policy.highestRise() - 0.001) * highest);
        }
        return HELD * highest;
    }

    private int longRunMost(WeekFrame week, double target) {
        double weekMetres = 1000 * target / estimate.easySecondsPerKm();
        double share =
                frame.demand().longRunMetres(weekMetres, request.pattern().count())
                        * estimate.easySecondsPerKm()
                        / 1000
                        * SHARE_MARGIN;
        double most = Math.min(share, Math.min(60.0 * frame.demand().longRunMinutes(), longestAllowed(week)));
        if (!week.longestRun()) {
            most = Math.min(most, Math.max(volumes.longestSeconds(), previousLong));
        }
        return (int) Math.floor(most / UNIT + 1e-9) * UNIT;
    }

    private int longRunSeconds(WeekFrame week, double target) {
        double wanted = week.down()
                ? DOWN_LONG_RUN * previousLong
                : week.taper() ? TAPER_LONG_RUN * previousLong : volumes.longRunSeconds(week, target);
        int days = request.pattern().count();
        if (week.longestRun()) {
            wanted = Math.max(wanted, longest);
        }
        int seconds = (int) Math.min(Math.round(wanted / UNIT) * UNIT, longRunMost(week, target));
        return Math.max(seconds, WeekFill.SHORTEST_RUN_SECONDS + (days <= 4 ? UNIT : 2 * UNIT));
    }

    /** A tenth over the longest of thirty days, to the nearest five minutes, and five minutes always (D26). */
    private double longestAllowed(WeekFrame week) {
        var day = week.monday().with(Objects.requireNonNull(request.pattern().longRunDay()));
        double longest = runs.subMap(day.minusDays(REMEMBERED_DAYS), true, day, false).values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(30 * 60);
        return Math.max(longest + UNIT, Math.floor(1.1 * longest / UNIT + 0.5) * UNIT);
    }

    private @Nullable Workout workout(
            WorkKind kind,
            WeekFrame week,
            double weekMetres,
            double target,
            boolean grows,
            double hardLeft,
            double room) {
        double share = week.owes() ? 1 : week.taper() && kind != WorkKind.REPETITIONS ? 0.65 : week.taper() ? 1 : 0.75;
        if (kind == WorkKind.PROGRESSION) {
            int seconds = (int) Math.min(
                    Math.min(60 * 60, 0.9 * room), target / request.pattern().count());
            return new Progressions(estimate, effort(week))
                    .next(
                            progressions,
                            seconds,
                            policy.thresholdShare() * weekMetres * 0.95,
                            Math.min(hardLeft, week.owes() ? 3600 : 0));
        }
        double metres = (week.owes() ? 1.01 : 0.99) * weekMetres;
        double seconds = target;
        var workout = growth.next(kind, metres, seconds, grows, week.owes(), share, hardLeft, rung())
                .or(() -> !grows
                        ? Optional.empty()
                        : growth.next(substitute(kind), metres, seconds, grows, week.owes(), share, hardLeft, rung()));
        return workout.filter(session -> framedSeconds(session) < room - 60)
                .or(() -> grows ? shorter(kind, metres, seconds, hardLeft, room) : Optional.empty())
                .orElse(null);
    }

    /** The largest that leaves the long run the longest of its week (D26). */
    private Optional<Workout> shorter(WorkKind kind, double metres, double seconds, double hardLeft, double room) {
        for (double share = 0.9; share > 0.4; share -= 0.1) {
            var cap = works.cap(kind, metres, seconds);
            var found = works.choose(kind, 0, share * cap.most(), hardLeft, rung(), null)
                    .filter(session -> framedSeconds(session) < room - 60);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private double framedSeconds(Workout workout) {
        return estimate.durationSeconds(workout.steps())
                + warmUpSeconds()
                + COOL_DOWN_SECONDS
                + (request.strides() ? 320 : 0);
    }

    private static WorkKind substitute(WorkKind kind) {
        return switch (kind) {
            case REPETITIONS, INTERVALS, LADDER -> WorkKind.HILLS;
            case TEMPO -> WorkKind.RACE_PACE;
            case HILLS, RACE_PACE, HALF_MARATHON_PACE, LONG_WITH_MARATHON_PACE, PROGRESSION -> kind;
        };
    }

    private int warmUpSeconds() {
        return request.level() == Level.BEGINNER ? BEGINNER_WARM_UP_SECONDS : WARM_UP_SECONDS;
    }

    private Placed placed(
            WeekFrame week,
            RunningDays days,
            boolean longRun,
            int longSeconds,
            boolean withMarathon,
            List<Workout> chosen,
            double target,
            boolean rises,
            List<TrainingWeek> before,
            boolean withStrides) {
        var avoided = avoided(week, before);
        int count = chosen.size() + (withMarathon ? 1 : 0);
        if (count == 1
                && lastProgression != null
                && chosen.stream().anyMatch(workout -> workout.kind() == WorkKind.PROGRESSION)) {
            for (var day : DayOfWeek.values()) {
                if (week.monday().with(day).isBefore(lastProgression.plusDays(DAYS_BETWEEN_PROGRESSIONS))) {
                    avoided.add(day);
                }
            }
        }
        Set<DayOfWeek> hardDays =
                withMarathon ? days.qualityDaysWithLongRun(count, avoided) : days.qualityDays(count, avoided);
        boolean withMarathonPace = withMarathon && hardDays.contains(days.longRunDay());
        var left = EnumSet.noneOf(DayOfWeek.class);
        left.addAll(hardDays);
        if (withMarathonPace) {
            left.remove(days.longRunDay());
        }
        var hard = new ArrayList<Hard>();
        var done = new ArrayList<Workout>();
        var free = new ArrayList<>(left);
        for (var workout : inOrder(chosen)) {
            boolean progression = workout.kind() == WorkKind.PROGRESSION;
            boolean early = progression
                    && !free.isEmpty()
                    && lastProgression != null
                    && week.monday().with(free.getLast()).isBefore(lastProgression.plusDays(DAYS_BETWEEN_PROGRESSIONS));
            if (!free.isEmpty() && !early) {
                hard.add(hard(week, progression ? free.removeLast() : free.removeFirst(), workout));
                done.add(workout);
            }
        }
        if (week.testing()) {
            hard.add(test(week, days));
        }
        Drafted longDraft = longRun ? longRun(week, days, longSeconds, withMarathonPace, target) : null;
        boolean strides = withStrides
                && request.strides()
                && (week.base() ? week.number() >= FIRST_WEEK_OF_STRIDES : request.blended())
                && !week.testing();
        var fill = new WeekFill(estimate, policy, effort(week), request.longestEasySeconds());
        var filled = fill.fill(
                days.days(),
                longDraft,
                longRun ? longSeconds : Math.max(previousLong, 60 * 60),
                hard,
                target,
                most(week, rises),
                strides ? week.base() && days.count() > 4 ? 2 : 1 : 0,
                week.down() || week.taper() ? 4 : 6);
        return new Placed(filled, done);
    }

    private record Placed(WeekFill.Filled filled, List<Workout> done) {
        double seconds() {
            return filled.seconds();
        }
    }

    private List<Drafted> kept(WeekFrame week, Placed placed) {
        var filled = placed.filled();
        if (filled.fewer() && !week.taper()) {
            notes.add(
                    "Some weeks are too small for " + request.pattern().count() + " runs of 20 minutes and have fewer");
        }
        for (var draft : filled.sessions()) {
            if (draft.part() == Part.LONG_MARATHON_PACE) {
                marathonPace.remember(draft);
            }
            if (draft.kind() == SessionKind.PROGRESSION) {
                lastProgression = week.monday().with(draft.day());
            }
        }
        for (var workout : placed.done()) {
            growth.remember(workout, week.owes());
            if (workout.kind() == WorkKind.PROGRESSION) {
                progressions++;
            }
            if (workout.kind() == WorkKind.LADDER) {
                ladders++;
            }
        }
        return filled.sessions();
    }

    /** The rungs spread over the ladder's weeks, the highest in the last (S32). */
    private int rung() {
        int all = (int)
                duties.stream().filter(kinds -> kinds.contains(WorkKind.LADDER)).count();
        return all <= 1 ? 0 : Math.min(ladders * (Works.rungs() - 1) / (all - 1), Works.rungs() - 1);
    }

    private static List<Workout> inOrder(List<Workout> chosen) {
        return chosen.stream()
                .sorted(Comparator.comparing(workout -> workout.kind() != WorkKind.PROGRESSION))
                .toList();
    }

    private Set<DayOfWeek> avoided(WeekFrame week, List<TrainingWeek> before) {
        var avoided = EnumSet.noneOf(DayOfWeek.class);
        if (!before.isEmpty()
                && before.getLast().sessions().stream()
                        .anyMatch(session -> session.hard() && session.on().getDayOfWeek() == DayOfWeek.SUNDAY)) {
            avoided.add(DayOfWeek.MONDAY);
        }
        for (var day : DayOfWeek.values()) {
            long left = ChronoUnit.DAYS.between(
                    week.monday().with(day), frame.phases().raceDay());
            if (left >= 0 && left < DAYS_WITHOUT_QUALITY_BEFORE_RACE) {
                avoided.add(day);
            }
        }
        return avoided;
    }

    private Hard hard(WeekFrame week, DayOfWeek day, Workout workout) {
        if (!workout.framed()) {
            return new Hard(day, SessionKind.PROGRESSION, Part.PROGRESSION, workout.steps(), 0, false, 0);
        }
        var part = week.number() == frame.count()
                ? Part.OPENER
                : Part.valueOf(workout.kind().name());
        return new Hard(
                day, kind(workout), part, workout.steps(), warmUpSeconds(), request.strides(), COOL_DOWN_SECONDS);
    }

    private SessionKind kind(Workout workout) {
        return switch (workout.kind()) {
            case HILLS, REPETITIONS -> SessionKind.REPETITION;
            case INTERVALS -> SessionKind.INTERVAL;
            case TEMPO, HALF_MARATHON_PACE -> SessionKind.TEMPO;
            case LADDER -> workout.each() <= 400 ? SessionKind.REPETITION : SessionKind.INTERVAL;
            case RACE_PACE ->
                request.goal().distanceMetres() > 16_000
                        ? SessionKind.TEMPO
                        : workout.each() <= 400 ? SessionKind.REPETITION : SessionKind.INTERVAL;
            case LONG_WITH_MARATHON_PACE -> SessionKind.LONG;
            case PROGRESSION -> SessionKind.PROGRESSION;
        };
    }

    /** A time trial is without strides (D14, D33). */
    private Hard test(WeekFrame week, RunningDays days) {
        boolean trial = request.lastResult() == null && (!week.down() || week.number() == 4);
        return new Hard(
                days.testDay(),
                SessionKind.TEST,
                Part.TEST,
                test.steps(),
                WARM_UP_SECONDS,
                request.strides() && !trial,
                COOL_DOWN_SECONDS);
    }

    private Drafted longRun(WeekFrame week, RunningDays days, int seconds, boolean withMarathon, double target) {
        var day = Objects.requireNonNull(days.longRunDay());
        var fill = new WeekFill(estimate, policy, effort(week), request.longestEasySeconds());
        if (!withMarathon) {
            return new Drafted(
                    day,
                    SessionKind.LONG,
                    false,
                    week.longestRun() ? Part.LONGEST : Part.LONG,
                    List.of(fill.easyStep(StepKind.RUN, seconds)));
        }
        int part = marathonPace.partSeconds(week, seconds, target);
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

    private static Rpe effort(WeekFrame week) {
        return week.base() ? Rpe.BASE_EASY : Zone.EASY.rpe();
    }
}
