package run.harrier.plan.generation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import run.harrier.plan.checker.PlanChecker;
import run.harrier.plan.generation.plan.model.AfterRaces;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.TrainingRecord;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;

/** Who has done a progression run does not begin again with the first one (D41, S72). */
class ProgressionsKnownTest {
    static List<OrdinaryRequest> requests() {
        return OrdinaryRequest.named();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_first_one_of_thirty_minutes_is_for_who_has_done_none(OrdinaryRequest ordinary) {
        var known = known(ordinary.athlete());
        var plan = AnyPlan.planned(ordinary.request(), known);

        assertThat(PlanChecker.check(plan, ordinary.request(), known))
                .filteredOn(finding ->
                        finding.rule().equals("S73") || finding.rule().equals("S67"))
                .allMatch(finding -> finding.excusable());
        var first = firstSeconds(ordinary, AnyPlan.planned(ordinary.request(), ordinary.athlete()));
        assertThat(first).isIn(0.0, 1800.0);
        assertThat(firstSeconds(ordinary, plan)).isGreaterThanOrEqualTo(first);
    }

    private static double firstSeconds(OrdinaryRequest ordinary, GeneratedPlan plan) {
        return plan.weeks().stream()
                .flatMap(week -> week.sessions().stream())
                .filter(session -> session.kind() == SessionKind.PROGRESSION)
                .findFirst()
                .map(PlannedSession::steps)
                .map(steps -> ordinary.estimate().durationSeconds(steps))
                .orElse(0.0);
    }

    private static AthleteFacts known(AthleteFacts athlete) {
        var record = athlete.record();
        return AnyPlan.recorded(
                athlete,
                new TrainingRecord(record.weeklySeconds(), record.longestRunSeconds(), null, true, AfterRaces.NONE));
    }
}
