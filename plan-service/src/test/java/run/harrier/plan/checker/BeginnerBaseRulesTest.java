package run.harrier.plan.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.TrainingRecord;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Zone;

/** The first two weeks of the beginner's base are those of the article. */
class BeginnerBaseRulesTest {
    private static final LocalDate START = LocalDate.parse("2026-03-02");
    private static final AthleteFacts ATHLETE =
            new AthleteFacts(Level.BEGINNER, 10_000, true, false, 30, null, Optional.empty(), TrainingRecord.NONE);

    private static List<PlannedSession> week(int number, int lowest, int highest, int saturday) {
        var monday = START.plusWeeks(number - 1L);
        var sessions = new ArrayList<PlannedSession>();
        sessions.add(session(monday, SessionKind.STRENGTH, List.of()));
        sessions.add(session(monday.plusDays(1), SessionKind.EASY, run(Extent.minutes(lowest, highest))));
        sessions.add(session(monday.plusDays(2), SessionKind.STRENGTH, List.of()));
        sessions.add(session(monday.plusDays(3), SessionKind.EASY, run(Extent.minutes(lowest, highest))));
        sessions.add(new PlannedSession(
                monday.plusDays(4),
                SessionKind.CROSS_TRAINING,
                false,
                "something else",
                List.of(SessionKind.REST),
                run(Extent.minutes(45, 45))));
        sessions.add(session(monday.plusDays(5), SessionKind.LONG, run(Extent.minutes(saturday, saturday))));
        sessions.add(session(monday.plusDays(6), SessionKind.REST, List.of()));
        return sessions;
    }

    private static List<Step> run(Extent extent) {
        return List.of(Step.stretch(StepKind.RUN, extent, Zone.EASY, Rpe.BASE_EASY));
    }

    private static PlannedSession session(LocalDate on, SessionKind kind, List<Step> steps) {
        return new PlannedSession(on, kind, false, "what it trains", List.of(), steps);
    }

    private static List<Finding> check(List<List<PlannedSession>> sessions) {
        var weeks = IntStream.rangeClosed(1, sessions.size())
                .mapToObj(number -> TrainingWeek.of(
                        number,
                        START.plusWeeks(number - 1L),
                        Phase.BASE,
                        false,
                        sessions.get(number - 1),
                        ATHLETE.estimate()))
                .toList();
        var plan = new GeneratedPlan(
                PlanKind.BEGINNER_BASE,
                START,
                START.plusWeeks(sessions.size()).minusDays(1),
                null,
                weeks,
                List.of(),
                List.of());
        return PlanChecker.check(plan, PlanRequest.beginnerBase(START), ATHLETE);
    }

    @Test
    void the_articles_weeks_keep_the_rules() {
        assertThat(check(List.of(week(1, 20, 30, 40), week(2, 22, 33, 44)))).isEmpty();
    }

    @Test
    void other_minutes_are_a_finding() {
        assertThat(check(List.of(week(1, 20, 30, 40), week(2, 25, 35, 44))))
                .extracting(Finding::rule)
                .contains("S62")
                .doesNotContain("S61");
    }
}
