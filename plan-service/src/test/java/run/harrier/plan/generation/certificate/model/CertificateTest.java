package run.harrier.plan.generation.certificate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static run.harrier.plan.generation.model.AnyPlan.MONDAY;
import static run.harrier.plan.generation.model.AnyPlan.anyAthlete;
import static run.harrier.plan.generation.model.AnyPlan.beginnerWhoRunsMinutes;
import static run.harrier.plan.generation.model.AnyPlan.planned;
import static run.harrier.plan.generation.model.AnyPlan.race;
import static run.harrier.plan.generation.model.AnyPlan.twelveWeeksToTenK;
import static run.harrier.plan.generation.model.AnyPlan.withFocus;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/** M2: a plan is broken in one place, and the judge of that rule says so. */
class CertificateTest {

    private static final Predicate<PlannedSession> ANY = session -> true;
    private static final Predicate<PlannedSession> EASY = session -> session.kind() == SessionKind.EASY;
    private static final Predicate<PlannedSession> HARD = PlannedSession::quality;
    private static final Predicate<PlannedSession> LONG = session -> session.kind() == SessionKind.LONG;
    private static final Predicate<PlannedSession> SATURDAY =
            session -> session.on().getDayOfWeek() == DayOfWeek.SATURDAY && session.running();
    private static final Predicate<PlannedSession> TEST = session -> session.kind() == SessionKind.TEST;

    private record Case(PlanRequest request, AthleteFacts athlete) {}

    private static final Case TEN_K = new Case(twelveWeeksToTenK(), anyAthlete());
    private static final Case TESTED = new Case(
            twelveWeeksToTenK(),
            new AthleteFacts(
                    anyAthlete().level(),
                    40_000,
                    true,
                    false,
                    60,
                    new AthleteFacts.LastResult(MONDAY.minusDays(12), 5_000),
                    anyAthlete().paces(),
                    anyAthlete().record()));
    private static final Case DISTANCE =
            new Case(withFocus(race(21_097.5, 16).withDaysPerWeek(5), Focus.DISTANCE), anyAthlete());
    private static final Case SPEED =
            new Case(withFocus(race(5_000, 16).withDaysPerWeek(5), Focus.SPEED), anyAthlete());
    private static final Case BEGINNER = new Case(PlanRequest.beginnerBase(MONDAY), beginnerWhoRunsMinutes(25));

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void a_broken_plan_fails_its_rule(String rule, String fault, Case of, UnaryOperator<GeneratedPlan> breaking) {
        GeneratedPlan sound = planned(of.request(), of.athlete());

        assertThat(entries(sound, of, rule)).isNotEmpty().allMatch(CertificateEntry::holds);
        assertThat(entries(breaking.apply(sound), of, rule)).anyMatch(entry -> !entry.holds());
    }

    private static List<CertificateEntry> entries(GeneratedPlan plan, Case of, String rule) {
        return Certificate.of(plan, of.request(), of.athlete())
                .entries()
                .filter(entry -> entry.rule().equals(rule))
                .toList();
    }

    static Stream<Arguments> a_broken_plan_fails_its_rule() {
        return Stream.of(
                broken("S10", "all at RPE 8", TEN_K, everySession(steps(run(60, Zone.INTERVAL)))),
                broken("S11", "an easy base run at RPE 4", TEN_K, session(1, EASY, steps(run(30, Zone.EASY)))),
                broken("S14", "a week's T in one session", TEN_K, session(5, HARD, steps(run(39, Zone.THRESHOLD)))),
                broken("S14", "half an hour at I", TEN_K, session(7, HARD, steps(run(30, Zone.INTERVAL)))),
                broken("S14", "ten minutes of unbroken T", TEN_K, session(10, HARD, steps(run(10, Zone.THRESHOLD)))),
                broken("S14", "repetitions without recovery", TEN_K, session(5, HARD, steps(repeat(2, 200, 0)))),
                broken("S14", "repetitions of 800 m", TEN_K, session(5, HARD, steps(repeat(2, 800, 800)))),
                broken("S16", "a kilometre faster than R", TEN_K, session(5, HARD, steps(faster(5_000, -60)))),
                broken("S21", "every run hard", TEN_K, everySession(quality(true))),
                broken("D2", "every run at T", TEN_K, everySession(steps(run(40, Zone.THRESHOLD)))),
                broken("S23", "a hard day in base", TEN_K, session(2, EASY, quality(true))),
                broken("S23", "three hard days on five", TEN_K, firstSessions(5, 3, quality(true))),
                broken("S24", "two hard days in a row", TEN_K, firstSessions(6, 2, quality(true))),
                broken("S24", "a hard Sunday before a hard Monday", TEN_K, hardSundayAndMonday()),
                broken(
                        "S26",
                        "more volume in the first hard week",
                        TEN_K,
                        session(5, LONG, steps(run(120, Zone.EASY)))),
                broken("S31", "I instead of half-marathon pace", DISTANCE, everyHard(steps(run(5, Zone.INTERVAL)))),
                broken("S32", "200s after 400s", SPEED, session(11, HARD, steps(raceReps(200)))),
                broken("S33", "a long week in a speed block", SPEED, session(7, LONG, steps(run(150, Zone.EASY)))),
                broken("S34", "a week without a long run", DISTANCE, session(6, LONG, kind(SessionKind.EASY))),
                broken("S37", "no quality at all", TEN_K, everySession(quality(false))),
                broken("S39", "seven long runs", TEN_K, week(6, CertificateTest::sevenLongRuns)),
                broken("S40", "build before early quality", TEN_K, phase(5, Phase.BUILD)),
                broken("S40", "no peak", TEN_K, phase(10, Phase.BUILD).andThen(phase(11, Phase.BUILD))::apply),
                broken("S41", "intervals in base", TEN_K, session(2, EASY, steps(run(3, Zone.INTERVAL)))),
                broken("D25", "no run long enough", TEN_K, everySession(steps(run(40, Zone.EASY)))),
                broken("D27", "31 minutes", TEN_K, session(2, EASY, steps(run(31, Zone.EASY)))),
                broken("D28", "T without a warm-up", TEN_K, session(10, HARD, steps(run(20, Zone.THRESHOLD)))),
                broken("D29", "always the same", TEN_K, everyHard(steps(run(20, Zone.THRESHOLD)))),
                broken("D30", "hardly any VO2max work", TEN_K, everyHard(steps(run(3, Zone.INTERVAL)))),
                broken("D31", "a kilometre of race pace", TEN_K, session(10, HARD, steps(racing(1000, 10_000)))),
                broken("D40", "a week of hours at I", TEN_K, session(9, EASY, steps(run(300, Zone.INTERVAL)))),
                broken("D41", "no progression run", TEN_K, everyProgression(kind(SessionKind.EASY))),
                broken("D42", "strength on the eve of hard work", TEN_K, week(6, CertificateTest::strengthEveryDay)),
                broken("D44", "quality on the eve of the long run", TEN_K, session(6, SATURDAY, quality(true))),
                broken("S20", "no T", TEN_K, everySession(steps(run(40, Zone.EASY)))),
                broken("S22", "all at M", TEN_K, everySession(steps(run(40, Zone.MARATHON)))),
                broken("S42", "intervals in early quality", TEN_K, session(5, HARD, steps(run(3, Zone.INTERVAL)))),
                broken("S43", "threshold in build", TEN_K, session(7, HARD, steps(run(20, Zone.THRESHOLD)))),
                broken("S44", "intervals in peak", TEN_K, session(10, HARD, steps(run(3, Zone.INTERVAL)))),
                broken("S45", "race week as long as before", TEN_K, session(12, EASY, steps(run(120, Zone.EASY)))),
                broken("S45", "a taper of a week", TEN_K, CertificateTest::shorterTaper),
                broken("S45", "a taper that hardly falls", DISTANCE, session(15, LONG, steps(run(120, Zone.EASY)))),
                broken("S47", "three weeks of base", TEN_K, phase(4, Phase.EARLY_QUALITY)),
                broken("S53", "a rise of a quarter", TEN_K, session(2, LONG, steps(run(120, Zone.EASY)))),
                broken(
                        "S53",
                        "a first week above the current volume",
                        TEN_K,
                        session(1, LONG, steps(run(90, Zone.EASY)))),
                broken("D4", "a week of twice the start", TEN_K, session(9, EASY, steps(run(300, Zone.EASY)))),
                broken("S54", "no down week", TEN_K, down(4, false)),
                broken("S54", "a down week that is not lower", TEN_K, session(4, LONG, steps(run(110, Zone.EASY)))),
                broken("S54", "a down week that is far too low", TEN_K, session(4, LONG, steps(run(10, Zone.EASY)))),
                broken("S56", "a test two weeks after the other", TESTED, session(6, EASY, kind(SessionKind.TEST))),
                broken("S58", "a test of 4 km", TESTED, everyTest(steps(trial(4000)))),
                broken("D14", "a test in a week that is not down", TEN_K, session(5, EASY, kind(SessionKind.TEST))),
                broken("D5", "strides in the first week", TEN_K, session(1, EASY, steps(strides(4, 20)))),
                broken("D5", "ten strides", TEN_K, session(3, EASY, steps(strides(10, 20)))),
                broken("D5", "strides of half a minute", TEN_K, session(3, EASY, steps(strides(4, 30)))),
                broken(
                        "D26",
                        "a long run of nearly half the week",
                        TEN_K,
                        session(6, LONG, steps(run(110, Zone.EASY)))),
                broken("D26", "a long run of three hours", DISTANCE, session(6, LONG, steps(run(180, Zone.EASY)))),
                broken("U4", "a run on Friday", TEN_K, session(6, LONG, CertificateTest::onFriday)),
                broken("U4", "a sixth run", TEN_K, week(6, CertificateTest::andMonday)),
                broken(
                        "S73",
                        "another progression a week later",
                        TEN_K,
                        session(11, HARD, kind(SessionKind.PROGRESSION))),
                broken("S61", "a run on the first Monday", BEGINNER, session(1, ANY, kind(SessionKind.EASY))),
                broken("S62", "25 minutes in the second week", BEGINNER, session(2, EASY, steps(run(25, Zone.EASY)))),
                broken("S63", "a week without strength", BEGINNER, week(6, CertificateTest::withoutStrength)));
    }

    private static Arguments broken(String rule, String fault, Case of, UnaryOperator<GeneratedPlan> breaking) {
        return Arguments.of(rule, fault, of, breaking);
    }

    private static UnaryOperator<GeneratedPlan> week(int number, UnaryOperator<TrainingWeek> change) {
        return plan -> weeks(plan, week -> week.number() == number ? change.apply(week) : week);
    }

    private static GeneratedPlan weeks(GeneratedPlan plan, UnaryOperator<TrainingWeek> change) {
        List<TrainingWeek> weeks = plan.weeks().stream().map(change).toList();
        return new GeneratedPlan(plan.kind(), plan.start(), plan.end(), plan.taperFrom(), weeks, List.of(), List.of());
    }

    private static UnaryOperator<GeneratedPlan> phase(int number, Phase phase) {
        return week(number, week -> with(week, phase, week.down(), week.sessions()));
    }

    private static UnaryOperator<GeneratedPlan> down(int number, boolean down) {
        return week(number, week -> with(week, week.phase(), down, week.sessions()));
    }

    private static TrainingWeek with(TrainingWeek week, Phase phase, boolean down, List<PlannedSession> sessions) {
        return new TrainingWeek(week.number(), week.start(), phase, 0, 0, 0, down, 0, 0, sessions);
    }

    private static GeneratedPlan shorterTaper(GeneratedPlan plan) {
        return new GeneratedPlan(
                plan.kind(), plan.start(), plan.end(), plan.end().minusDays(7), plan.weeks(), List.of(), List.of());
    }

    /** Changes the first such session of a week. */
    private static UnaryOperator<GeneratedPlan> session(
            int number, Predicate<PlannedSession> which, UnaryOperator<PlannedSession> change) {
        return week(number, week -> {
            List<PlannedSession> sessions = new ArrayList<>(week.sessions());
            PlannedSession first = sessions.stream().filter(which).findFirst().orElseThrow();
            sessions.set(sessions.indexOf(first), change.apply(first));
            return with(week, week.phase(), week.down(), sessions);
        });
    }

    private static UnaryOperator<GeneratedPlan> firstSessions(
            int number, int count, UnaryOperator<PlannedSession> change) {
        return week(number, week -> {
            List<PlannedSession> sessions = new ArrayList<>(week.sessions());
            int changed = 0;
            for (int i = 0; changed < count; i++) {
                if (sessions.get(i).running()) {
                    sessions.set(i, change.apply(sessions.get(i)));
                    changed++;
                }
            }
            return with(week, week.phase(), week.down(), sessions);
        });
    }

    private static UnaryOperator<GeneratedPlan> everySession(UnaryOperator<PlannedSession> change) {
        return every(ANY, change);
    }

    private static UnaryOperator<GeneratedPlan> everyTest(UnaryOperator<PlannedSession> change) {
        return every(TEST, change);
    }

    private static UnaryOperator<GeneratedPlan> everyProgression(UnaryOperator<PlannedSession> change) {
        return every(session -> session.kind() == SessionKind.PROGRESSION, change);
    }

    private static TrainingWeek strengthEveryDay(TrainingWeek week) {
        var sessions = new ArrayList<>(week.sessions());
        for (int day = 0; day < 7; day++) {
            sessions.add(new PlannedSession(
                    week.start().plusDays(day), SessionKind.STRENGTH, false, "Strength", List.of(), List.of()));
        }
        return with(week, week.phase(), week.down(), sessions);
    }

    private static UnaryOperator<GeneratedPlan> everyHard(UnaryOperator<PlannedSession> change) {
        return every(HARD, change);
    }

    private static UnaryOperator<GeneratedPlan> every(
            Predicate<PlannedSession> which, UnaryOperator<PlannedSession> change) {
        return plan -> weeks(
                plan,
                week -> with(
                        week,
                        week.phase(),
                        week.down(),
                        week.sessions().stream()
                                .map(session -> which.test(session) ? change.apply(session) : session)
                                .toList()));
    }

    private static UnaryOperator<GeneratedPlan> hardSundayAndMonday() {
        UnaryOperator<GeneratedPlan> sunday = session(6, LONG, quality(true));
        UnaryOperator<GeneratedPlan> monday = session(
                7,
                HARD,
                s -> new PlannedSession(MONDAY.plusWeeks(6), s.kind(), true, s.purpose(), s.alternatives(), s.steps()));
        return plan -> monday.apply(sunday.apply(plan));
    }

    private static TrainingWeek sevenLongRuns(TrainingWeek week) {
        List<PlannedSession> sessions = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            sessions.add(new PlannedSession(
                    week.start().plusDays(day),
                    SessionKind.LONG,
                    false,
                    "Long",
                    List.of(),
                    List.of(run(60, Zone.EASY))));
        }
        return with(week, week.phase(), week.down(), sessions);
    }

    private static TrainingWeek andMonday(TrainingWeek week) {
        List<PlannedSession> sessions = new ArrayList<>(week.sessions());
        sessions.addFirst(new PlannedSession(
                week.start(), SessionKind.EASY, false, "Easy", List.of(), List.of(run(20, Zone.EASY))));
        return with(week, week.phase(), week.down(), sessions);
    }

    private static TrainingWeek withoutStrength(TrainingWeek week) {
        return with(
                week,
                week.phase(),
                week.down(),
                week.sessions().stream()
                        .filter(session -> session.kind() != SessionKind.STRENGTH)
                        .toList());
    }

    private static PlannedSession onFriday(PlannedSession s) {
        return new PlannedSession(s.on().minusDays(2), s.kind(), s.quality(), s.purpose(), s.alternatives(), s.steps());
    }

    private static UnaryOperator<PlannedSession> steps(Step... steps) {
        return s -> new PlannedSession(s.on(), s.kind(), s.quality(), s.purpose(), s.alternatives(), List.of(steps));
    }

    private static UnaryOperator<PlannedSession> quality(boolean quality) {
        return s -> new PlannedSession(s.on(), s.kind(), quality, s.purpose(), s.alternatives(), s.steps());
    }

    private static UnaryOperator<PlannedSession> kind(SessionKind kind) {
        return s -> new PlannedSession(s.on(), kind, s.quality(), s.purpose(), s.alternatives(), s.steps());
    }

    private static Step run(int minutes, Zone zone) {
        return Step.run(Extent.seconds(60 * minutes), zone);
    }

    private static Step repeat(int times, double metres, double recoveryMetres) {
        Step run = Step.run(Extent.metres(metres), Zone.REPETITION);
        return recoveryMetres == 0
                ? Step.repeat(times, run)
                : Step.repeat(times, run, Step.recovery(Extent.metres(recoveryMetres)));
    }

    private static Step raceReps(double metres) {
        return Step.repeat(4, racing(metres, 5_000), Step.recovery(Extent.seconds(60)));
    }

    private static Step trial(double metres) {
        return racing(metres, metres);
    }

    private static Step faster(double raceMetres, double offset) {
        return new Step.Stretch(
                StepKind.RUN, Extent.metres(1000), new Target.AtRacePace(raceMetres, offset), new Rpe(9, 10));
    }

    private static Step strides(int times, int seconds) {
        return Step.repeat(times, new Step.Stretch(StepKind.STRIDES, Extent.seconds(seconds), null, new Rpe(6, 7)));
    }

    private static Step racing(double metres, double raceMetres) {
        return new Step.Stretch(StepKind.RUN, Extent.metres(metres), Target.racePace(raceMetres), new Rpe(8, 9));
    }
}
