package run.harrier.plan.generation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.plan.checker.PlanChecker;
import run.harrier.plan.generation.plan.model.AfterRaces;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.TrainingRecord;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.StepKind;

/** A plan that begins soon after a race gives it its days and weeks (D37, S50). */
class PlansAfterRacesTest {
    /** @param raceless a base instead of the next race */
    record Case(OrdinaryRequest ordinary, AfterRaces.Race race, boolean raceless) {
        PlanRequest request() {
            return raceless ? ordinary.request().withoutRace(PlanKind.BASE) : ordinary.request();
        }

        AthleteFacts athlete() {
            var athlete = ordinary.athlete();
            var record = athlete.record();
            return AnyPlan.recorded(
                    athlete,
                    new TrainingRecord(
                            record.weeklySeconds(),
                            record.longestRunSeconds(),
                            null,
                            false,
                            new AfterRaces(List.of(race))));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void days_and_weeks_after_a_race_are_kept(@ForAll("cases") Case raced) {
        PlanGenerator.planned(raced.request(), raced.athlete()).ifPresent(plan -> {
            assertThat(PlanChecker.check(plan, raced.request(), raced.athlete()))
                    .filteredOn(finding -> finding.rule().equals("D37"))
                    .isEmpty();
            assertThat(plan.certificate())
                    .filteredOn(entry -> entry.rule().equals("D37"))
                    .hasSize(2)
                    .allMatch(CertificateEntry::holds);
        });
    }

    @Test
    void a_marathon_on_the_eve_takes_three_weeks_and_five_days_without_running() {
        var raced = new Case(
                new OrdinaryRequest(Level.INTERMEDIATE, 10_000, 50, 5, 16, 1.1, null, false),
                new AfterRaces.Race(AnyPlan.MONDAY.minusDays(1), 42_195),
                false);

        GeneratedPlan plan =
                PlanGenerator.planned(raced.request(), raced.athlete()).orElseThrow();

        double usual = 50 * raced.ordinary().estimate().easySecondsPerKm();
        assertThat(plan.weeks().getFirst().sessions())
                .filteredOn(session -> session.running())
                .isNotEmpty()
                .allMatch(session -> session.on().isAfter(AnyPlan.MONDAY.plusDays(4)));
        assertThat(plan.weeks().get(1).durationSeconds() / usual).isBetween(0.5, 0.6);
        assertThat(plan.weeks().get(2).durationSeconds() / usual).isBetween(0.7, 0.8);
        assertThat(plan.weeks().get(3).durationSeconds() / usual).isBetween(0.95, 1.1);
        assertThat(plan.weeks().subList(0, 3))
                .flatExtracting(TrainingWeek::sessions)
                .flatExtracting(PlannedSession::steps)
                .noneMatch(step -> step.kind() == StepKind.REPEAT);
        assertThat(plan.notes()).contains("The first weeks are smaller and easy, after the race before the plan");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nearly_all_requests_can_still_be_planned(boolean raceless) {
        long planned = OrdinaryRequest.named().stream()
                .filter(ordinary -> {
                    var raced = new Case(ordinary, new AfterRaces.Race(AnyPlan.MONDAY.minusDays(1), 42_195), raceless);
                    return PlanGenerator.planned(raced.request(), raced.athlete())
                            .isPresent();
                })
                .count();

        assertThat(planned).isGreaterThanOrEqualTo(OrdinaryRequest.named().size() - 2L);
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        Arbitraries.of(OrdinaryRequest.named()),
                        Arbitraries.of(3_000.0, 5_000.0, 10_000.0, 21_097.5, 42_195.0, 50_000.0),
                        PlanCase.whole(1, 27),
                        Arbitraries.of(true, false))
                .as((ordinary, metres, days, raceless) ->
                        new Case(ordinary, new AfterRaces.Race(AnyPlan.MONDAY.minusDays(days), metres), raceless));
    }
}
