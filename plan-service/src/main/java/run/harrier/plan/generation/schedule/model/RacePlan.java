package run.harrier.plan.generation.schedule.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.Periodisation;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.RecoveryWeeks;
import run.harrier.plan.generation.plan.model.RunningDays;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.generation.request.model.ResolvedRequest;
import run.harrier.plan.generation.schedule.model.WeekAssembly.Placed;
import run.harrier.plan.generation.schedule.model.WeekAssembly.Strides;
import run.harrier.plan.generation.workout.model.RaceWorkouts;
import run.harrier.plan.generation.workout.model.TestKind;
import run.harrier.plan.generation.workout.model.WorkoutChoice;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;

/** Writes a race plan: phases, volumes and the count of quality sessions first, then week by week its sessions. */
public final class RacePlan {

    private static final double LEAST_TAPER_RUN_SECONDS = 15 * 60;
    private static final int DAYS_OF_REST_FROM_LONG_RUN_TO_RACE = 3;
    /** Strides come into base in its third week (D5). */
    private static final int FIRST_WEEK_OF_STRIDES = 3;

    private final ResolvedRequest request;
    private final Periodisation phases;
    private final RecoveryWeeks recovery;
    private final TestKind test;
    private final double[] metres;
    private final RunningDays[] patterns;

    private RacePlan(ResolvedRequest request, Periodisation phases) {
        this.request = request;
        this.phases = phases;
        LocalDate lastResult =
                request.lastResult() == null ? null : request.lastResult().on();
        recovery = RecoveryWeeks.of(
                phases.start(),
                phases.weeksBeforeTaper(),
                request.pattern().testDay(),
                lastResult,
                phases.taperFrom(),
                phases.raceDay());
        metres = WeeklyVolume.metres(request, phases, recovery);
        test = TestKind.fitting(request.lastResult(), metres[0], request.estimate());
        patterns = new RunningDays[phases.weeks()];
        for (int week = 1; week <= phases.weeks(); week++) {
            patterns[week - 1] = pattern(week);
        }
        int withoutRace = request.pattern().count() - 1;
        metres[phases.weeks() - 1] *= (double) patterns[phases.weeks() - 1].count() / withoutRace;
    }

    /** @param fewerHard hard sessions less than the share of D2 allows, where its share of time needs it */
    public static GeneratedPlan of(ResolvedRequest request, Periodisation phases, int fewerHard) {
        return new RacePlan(request, phases).plan(fewerHard);
    }

    private GeneratedPlan plan(int fewerHard) {
        int[] sessions = new int[phases.weeks()];
        for (int week = 1; week <= phases.weeks(); week++) {
            sessions[week - 1] = patterns[week - 1].count() + (week == phases.weeks() ? 1 : 0);
        }
        int[] quality = QualityBudget.sessionsPerWeek(request, phases, recovery, metres, sessions, fewerHard);
        WorkoutChoice choice = new WorkoutChoice(request, phases, recovery, metres);
        List<TrainingWeek> weeks = new ArrayList<>();
        boolean hardSunday = false;
        for (int week = 1; week <= phases.weeks(); week++) {
            List<PlannedSession> ofWeek = sessions(week, quality[week - 1], choice, hardSunday);
            LocalDate sunday = phases.monday(week).plusDays(6);
            hardSunday = ofWeek.stream().anyMatch(s -> s.quality() && s.on().equals(sunday));
            weeks.add(TrainingWeek.of(
                    week,
                    phases.monday(week),
                    phases.phase(week),
                    recovery.down().contains(week),
                    ofWeek,
                    request.estimate()));
        }
        return new GeneratedPlan(
                PlanKind.RACE, request.start(), phases.raceDay(), phases.taperFrom(), weeks, List.of(), List.of());
    }

    private List<PlannedSession> sessions(int week, int count, WorkoutChoice choice, boolean hardSunday) {
        var pattern = patterns[week - 1];
        var longRunDay = longRunTooCloseToRace(week) ? null : pattern.longRunDay();
        var longRunSeconds = longRunSeconds(week, pattern.count());
        var hard = recovery.tests().contains(week)
                ? List.of(new Placed(pattern.testDay(), test.workout()))
                : quality(week, count, choice, pattern, longRunDay, longRunSeconds, avoided(week, hardSunday));
        var effort = phases.phase(week) == Phase.BASE ? Rpe.BASE_EASY : new Rpe(3, 4);
        var assembly = new WeekAssembly(phases.monday(week), metres[week - 1], effort, request.estimate());
        var sessions = pattern.count() == 0
                ? new ArrayList<PlannedSession>()
                : assembly.sessions(pattern.days(), longRunDay, longRunSeconds, hard, strides(week));
        if (week == phases.weeks()) {
            sessions.add(race());
        }
        return sessions;
    }

    private List<Placed> quality(
            int week,
            int count,
            WorkoutChoice choice,
            RunningDays pattern,
            @Nullable DayOfWeek longRunDay,
            int longRunSeconds,
            Set<DayOfWeek> avoided) {
        if (count == 0) {
            return List.of();
        }
        var plain = pattern.qualityDays(count, avoided);
        var withLongRun = longRunDay == null ? Set.<DayOfWeek>of() : pattern.qualityDaysWithLongRun(count, avoided);
        var longRunFree = !plain.isEmpty() && withLongRun.size() == plain.size();
        var easySeconds = (metres[week - 1] / 1000 * request.estimate().easySecondsPerKm() - longRunSeconds)
                / Math.max(1, pattern.count() - 1);
        var workouts = choice.sessions(week, plain.size(), metres[week - 1], longRunSeconds, longRunFree, easySeconds);
        var longRunHard = workouts.stream().anyMatch(workout -> workout.kind() == SessionKind.LONG);
        var days = (longRunHard ? withLongRun : plain)
                .stream().filter(day -> day != longRunDay).iterator();
        var hard = new ArrayList<Placed>();
        for (var workout : workouts) {
            var day = workout.kind() == SessionKind.LONG ? longRunDay : days.next();
            hard.add(new Placed(Objects.requireNonNull(day), workout));
        }
        return hard;
    }

    /** No hard day next to a hard Sunday before the week, nor to a race on the Monday after it. */
    private Set<DayOfWeek> avoided(int week, boolean hardSunday) {
        var avoided = EnumSet.noneOf(DayOfWeek.class);
        if (hardSunday) {
            avoided.add(DayOfWeek.MONDAY);
        }
        if (phases.raceDay().equals(phases.monday(week).plusWeeks(1))) {
            avoided.add(DayOfWeek.SUNDAY);
        }
        return avoided;
    }

    /**
     * The days of the request before the taper, fewer where the runs of the taper would be too short, and in race week
     * those before the race.
     */
    private RunningDays pattern(int week) {
        RunningDays pattern = request.pattern();
        if (phases.phase(week) != Phase.TAPER) {
            return pattern;
        }
        int worthwhile =
                (int) (metres[week - 1] / 1000 * request.estimate().easySecondsPerKm() / LEAST_TAPER_RUN_SECONDS);
        if (week < phases.weeks()) {
            return pattern.thinned(Math.clamp(worthwhile, 3, pattern.count()), request.qualityPerWeek());
        }
        var most = Math.min(Math.max(1, worthwhile), pattern.count() - 1);
        return pattern.beforeRace(phases.raceDay().getDayOfWeek(), most);
    }

    private boolean longRunTooCloseToRace(int week) {
        var longRun = phases.monday(week)
                .with(Objects.requireNonNull(request.pattern().longRunDay()));
        return !longRun.plusDays(DAYS_OF_REST_FROM_LONG_RUN_TO_RACE).isBefore(phases.raceDay());
    }

    private int longRunSeconds(int week, int days) {
        double seconds =
                metres[week - 1] / 1000 * request.estimate().easySecondsPerKm() * WeeklyVolume.longRunShare(days);
        int minutes = (int) Math.min(seconds, WeeklyVolume.LONGEST_LONG_RUN_SECONDS) / 60;
        return 60 * minutes;
    }

    private Strides strides(int week) {
        boolean due = request.strides() && phases.phase(week) == Phase.BASE && week >= FIRST_WEEK_OF_STRIDES;
        return due ? new Strides(request.level() == Level.BEGINNER ? 1 : 2, Math.min(8, week + 1)) : Strides.NONE;
    }

    private PlannedSession race() {
        PlanRequest.Goal goal = request.goal();
        return new PlannedSession(
                goal.date(),
                SessionKind.RACE,
                true,
                "Race day: " + goal.kilometres() + goalTime(goal.durationSeconds()),
                List.of(),
                List.of(RaceWorkouts.run(goal.distanceMetres(), goal.distanceMetres())));
    }

    private static String goalTime(@Nullable Double durationSeconds) {
        if (durationSeconds == null) {
            return "";
        }
        var time = Duration.ofSeconds(Math.round(durationSeconds));
        return String.format(
                Locale.ROOT, " in %d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
