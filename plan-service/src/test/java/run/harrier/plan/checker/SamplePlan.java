package run.harrier.plan.checker;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import run.harrier.plan.generation.model.AnyPlan;
import run.harrier.plan.generation.plan.model.AfterRaces;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.TrainingRecord;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.prescription.model.AnyPaces;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/** Eight weeks to 5 km on four days from 30 km a week, written by hand, which keep every rule until a test spoils them. */
final class SamplePlan {
    static final LocalDate START = LocalDate.parse("2026-03-02");
    static final LocalDate RACE = START.plusWeeks(8).minusDays(1);
    private static final Set<Integer> DOWN = Set.of(4);
    private static final List<Phase> PHASES = List.of(
            Phase.BASE, Phase.BASE, Phase.BASE, Phase.BASE, Phase.EARLY_QUALITY, Phase.BUILD, Phase.PEAK, Phase.TAPER);

    final List<PlannedSession> sessions = new ArrayList<>();
    PlanRequest request = new PlanRequest(
            PlanKind.RACE,
            START,
            new PlanRequest.Goal(5000, RACE, null),
            4,
            30_000.0,
            null,
            Set.of(),
            null,
            null,
            PlanRequest.Options.NONE);
    AthleteFacts athlete = new AthleteFacts(
            Level.INTERMEDIATE,
            30_000,
            true,
            false,
            60,
            new AthleteFacts.LastResult(START.minusDays(20), 5000),
            Optional.of(AnyPaces.anyPaces()),
            new TrainingRecord(
                    List.of(9660.0, 9660.0, 9660.0, 9660.0, 9660.0, 9660.0), 3600.0, null, false, AfterRaces.NONE));

    SamplePlan() {
        base(1, 35, 35, 35, 60, false);
        base(2, 35, 40, 35, 60, false);
        base(3, 40, 35, 35, 60, true);
        strength(4, MONDAY, FRIDAY);
        add(4, TUESDAY, easy(25, Rpe.BASE_EASY));
        add(
                4,
                THURSDAY,
                SessionKind.TEST,
                true,
                framed(new Step.Stretch(StepKind.RUN, Extent.metres(3000), null, new Rpe(8, 9))));
        add(4, FRIDAY, easy(20, Rpe.BASE_EASY));
        add(4, SUNDAY, SessionKind.LONG, false, List.of(stretch(45, Rpe.BASE_EASY)));
        strength(5, MONDAY);
        quality(5, 25, 25, 60, SessionKind.REPETITION, hills(10));
        strength(6, MONDAY);
        quality(6, 35, 25, 65, SessionKind.INTERVAL, repeats(3, 800, Target.zone(Zone.INTERVAL)));
        strength(7, MONDAY);
        quality(7, 25, 20, 60, SessionKind.INTERVAL, repeats(4, 1000, Target.racePace(5000)));
        add(8, TUESDAY, easy(40, Zone.EASY.rpe()));
        add(8, THURSDAY, easy(35, Zone.EASY.rpe()));
        add(8, FRIDAY, easy(35, Zone.EASY.rpe()));
        add(
                8,
                SUNDAY,
                SessionKind.RACE,
                true,
                framed(new Step.Stretch(StepKind.RUN, Extent.metres(5000), Target.racePace(5000), new Rpe(9, 10))));
        for (int week = 1; week <= 8; week++) {
            for (var day : List.of(MONDAY, WEDNESDAY, SATURDAY)) {
                if (!taken(week, day)) {
                    add(week, day, SessionKind.REST, false, List.of());
                }
            }
        }
    }

    private void base(int week, int tuesday, int thursday, int friday, int sunday, boolean strides) {
        strength(week, MONDAY, FRIDAY);
        var first = new ArrayList<>(easy(tuesday, Rpe.BASE_EASY));
        if (strides) {
            first.add(strides());
        }
        add(week, TUESDAY, first);
        add(week, THURSDAY, easy(thursday, Rpe.BASE_EASY));
        add(week, FRIDAY, easy(friday, Rpe.BASE_EASY));
        add(week, SUNDAY, SessionKind.LONG, false, List.of(stretch(sunday, Rpe.BASE_EASY)));
    }

    private void quality(int week, int tuesday, int friday, int sunday, SessionKind kind, Step work) {
        var first = new ArrayList<>(easy(tuesday, Zone.EASY.rpe()));
        first.add(strides());
        add(week, TUESDAY, first);
        add(week, THURSDAY, kind, true, framed(work));
        add(week, FRIDAY, easy(friday, Zone.EASY.rpe()));
        add(week, SUNDAY, SessionKind.LONG, false, List.of(stretch(sunday, Zone.EASY.rpe())));
    }

    static List<Step> easy(int minutes, Rpe rpe) {
        return List.of(stretch(minutes, rpe));
    }

    static Step stretch(int minutes, Rpe rpe) {
        return Step.stretch(StepKind.RUN, Extent.seconds(60 * minutes), Zone.EASY, rpe);
    }

    static Step strides() {
        return Step.repeat(
                4,
                new Step.Stretch(StepKind.STRIDES, Extent.seconds(20), null, new Rpe(7, 8)),
                Step.recovery(Extent.seconds(60)));
    }

    static Step hills(int times) {
        return Step.repeat(
                times,
                new Step.Stretch(StepKind.RUN, Extent.seconds(60), null, new Rpe(7, 8)),
                Step.recovery(Extent.seconds(90)));
    }

    static Step repeats(int times, double metres, Target target) {
        return Step.repeat(
                times,
                new Step.Stretch(StepKind.RUN, Extent.metres(metres), target, new Rpe(8, 9)),
                Step.recovery(Extent.seconds(180)));
    }

    static List<Step> framed(Step work) {
        return List.of(
                Step.stretch(StepKind.WARM_UP, Extent.seconds(900), Zone.EASY, Zone.EASY.rpe()),
                strides(),
                work,
                Step.stretch(StepKind.COOL_DOWN, Extent.seconds(600), Zone.EASY, Zone.EASY.rpe()));
    }

    private void strength(int week, DayOfWeek... days) {
        for (var day : days) {
            add(week, day, SessionKind.STRENGTH, false, List.of());
        }
    }

    private boolean taken(int week, DayOfWeek day) {
        return sessions.stream().anyMatch(session -> session.on().equals(date(week, day)));
    }

    static LocalDate date(int week, DayOfWeek day) {
        return START.plusWeeks(week - 1L).plusDays(day.getValue() - 1L);
    }

    void add(int week, DayOfWeek day, List<Step> steps) {
        add(week, day, SessionKind.EASY, false, steps);
    }

    void add(int week, DayOfWeek day, SessionKind kind, boolean quality, List<Step> steps) {
        sessions.add(new PlannedSession(date(week, day), kind, quality, "what it trains", List.of(), steps));
    }

    /** Another run in place of that day's. */
    void replace(int week, DayOfWeek day, SessionKind kind, boolean quality, List<Step> steps) {
        remove(week, day, PlannedSession::running);
        add(week, day, kind, quality, steps);
    }

    void remove(int week, DayOfWeek day, Predicate<PlannedSession> which) {
        if (!sessions.removeIf(session -> session.on().equals(date(week, day)) && which.test(session))) {
            throw new IllegalArgumentException("nothing there in week " + week + " on " + day);
        }
    }

    void move(int week, DayOfWeek from, DayOfWeek to, SessionKind kind) {
        var moved = sessions.stream()
                .filter(session -> session.on().equals(date(week, from)) && session.kind() == kind)
                .findFirst()
                .orElseThrow();
        sessions.remove(moved);
        sessions.add(new PlannedSession(
                date(week, to), kind, moved.quality(), moved.purpose(), moved.alternatives(), moved.steps()));
    }

    GeneratedPlan plan() {
        List<TrainingWeek> weeks = IntStream.rangeClosed(1, 8)
                .mapToObj(number -> TrainingWeek.of(
                        number,
                        date(number, MONDAY),
                        PHASES.get(number - 1),
                        DOWN.contains(number),
                        sessions.stream()
                                .filter(session -> !session.on().isBefore(date(number, MONDAY))
                                        && !session.on().isAfter(date(number, SUNDAY)))
                                .sorted(Comparator.comparing(PlannedSession::on))
                                .toList(),
                        athlete.estimate()))
                .toList();
        return new GeneratedPlan(PlanKind.RACE, START, RACE, date(8, MONDAY), weeks, List.of(), List.of());
    }

    static PlanRequest withNoRunDays(PlanRequest asked, DayOfWeek day) {
        return new PlanRequest(
                asked.kind(),
                asked.start(),
                asked.goal(),
                asked.daysPerWeek(),
                asked.currentWeeklyDistanceMetres(),
                null,
                Set.of(day),
                asked.qualityPerWeek(),
                asked.focus(),
                asked.options());
    }

    static PlanRequest withFocus(PlanRequest asked, Focus focus) {
        return new PlanRequest(
                asked.kind(),
                asked.start(),
                asked.goal(),
                asked.daysPerWeek(),
                asked.currentWeeklyDistanceMetres(),
                asked.longRunDay(),
                asked.noRunDays(),
                asked.qualityPerWeek(),
                focus,
                asked.options());
    }

    static PlanRequest withDays(PlanRequest asked, int days) {
        return asked.withDaysPerWeek(days);
    }

    static PlanRequest withDistance(PlanRequest asked, double metres) {
        return asked.withGoal(new PlanRequest.Goal(metres, RACE, null));
    }

    static AthleteFacts injured(AthleteFacts athlete) {
        return new AthleteFacts(
                athlete.level(),
                athlete.currentWeeklyDistanceMetres(),
                true,
                true,
                athlete.longestRunMinutes(),
                athlete.lastResult(),
                athlete.paces(),
                athlete.record());
    }

    static AthleteFacts afterRace(AthleteFacts athlete, LocalDate on, double metres) {
        return new AthleteFacts(
                athlete.level(),
                athlete.currentWeeklyDistanceMetres(),
                true,
                false,
                athlete.longestRunMinutes(),
                new AthleteFacts.LastResult(on, metres),
                athlete.paces(),
                athlete.record());
    }

    static AthleteFacts recorded(AthleteFacts athlete, double weeklySeconds) {
        return AnyPlan.recorded(
                athlete,
                new TrainingRecord(
                        Collections.nCopies(6, weeklySeconds),
                        athlete.record().longestRunSeconds(),
                        null,
                        false,
                        AfterRaces.NONE));
    }

    List<Finding> check() {
        return PlanChecker.check(plan(), request, athlete);
    }
}
