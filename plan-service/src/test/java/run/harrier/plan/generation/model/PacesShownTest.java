package run.harrier.plan.generation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import run.harrier.plan.calendar.model.ShownPaces;
import run.harrier.plan.calendar.model.WithoutPaces;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.prescription.model.AnyPaces;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Softening;
import run.harrier.plan.prescription.model.Step;

/** Which sessions of a plan are shown with paces, whatever its kind. */
class PacesShownTest {
    private static final ShownPaces USUAL = new ShownPaces(AnyPaces.anyPaces(), false, false);
    private static final ShownPaces ASKED = new ShownPaces(AnyPaces.anyPaces(), false, true);

    /** S9, D16, D33: whoever asks, and whatever the plan took for the athlete's paces; no sentence has a pace either. */
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void no_step_has_a_pace_by_effort_alone_or_without_a_result_and_each_has_an_effort(
            @ForAll("any") PlanCase any, @ForAll boolean asked) {
        var byEffort = new ShownPaces(AnyPaces.anyPaces(), true, asked);
        var withoutResult = new ShownPaces(null, false, asked);

        for (var session : sessions(byEffort(any))) {
            assertThat(session.stretches()).allSatisfy(stretch -> {
                assertThat(byEffort.of(stretch)).isEmpty();
                assertThat(withoutResult.of(stretch)).isEmpty();
                assertThat(stretch.rpe()).isNotNull();
            });
            assertThat(session.purpose()).doesNotContain("/km");
            assertThat(byEffort.without(session).stream().toList())
                    .isEqualTo(aimed(session) ? List.of(WithoutPaces.EFFORT_ONLY) : List.of());
            assertThat(withoutResult.without(session).stream().toList())
                    .isEqualTo(aimed(session) ? List.of(WithoutPaces.NO_RESULT) : List.of());
        }
    }

    /** S9. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_plan_by_effort_has_the_work_of_the_same_plan_by_pace(@ForAll("any") PlanCase any) {
        assertThat(sessions(byEffort(any)))
                .extracting(PlannedSession::steps)
                .isEqualTo(sessions(any).stream().map(PlannedSession::steps).toList());
    }

    /** S84, S11: all but a test goes by time; a test that is made easy does too. */
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void a_session_of_base_has_a_duration_and_a_pace_only_when_it_is_asked_for(@ForAll("any") PlanCase any) {
        if (any.planned().orElse(null) instanceof GeneratedPlan plan) {
            plan.weeks().stream()
                    .filter(week -> week.phase() == Phase.BASE)
                    .flatMap(week -> week.sessions().stream())
                    .map(session -> session.raced() ? Softening.easy(session, 2_400, Set.of()) : session)
                    .forEach(session -> {
                        assertThat(session.stretches()).allSatisfy(stretch -> {
                            assertThat(stretch.extent()).isInstanceOf(Extent.Time.class);
                            assertThat(USUAL.of(stretch)).isEmpty();
                            assertThat(ASKED.of(stretch).isPresent())
                                    .isEqualTo(stretch.aim().isPresent());
                        });
                        assertThat(USUAL.without(session).stream().toList())
                                .isEqualTo(aimed(session) ? List.of(WithoutPaces.BASE) : List.of());
                        assertThat(ASKED.without(session)).isEmpty();
                    });
        }
    }

    private static boolean aimed(PlannedSession session) {
        return session.stretches().map(Step.Stretch::aim).anyMatch(aim -> aim.isPresent());
    }

    private static List<PlannedSession> sessions(PlanCase plan) {
        return plan.planned().stream()
                .flatMap(planned -> planned.weeks().stream())
                .flatMap(week -> week.sessions().stream())
                .toList();
    }

    private static PlanCase byEffort(PlanCase any) {
        var options = any.request().options();
        var byEffort = new PlanRequest.Options(
                options.baseDone(),
                options.underprepared(),
                options.maxGrowth(),
                options.runWalk(),
                options.strength(),
                options.blendedPhases(),
                options.weeks(),
                options.weeklyHours(),
                options.longestEasyMinutes(),
                true);
        return new PlanCase(any.request().withOptions(byEffort), any.athlete());
    }

    /** Races and all other kinds alike. */
    @Provide
    Arbitrary<PlanCase> any() {
        var others = Stream.of(PlanKind.values())
                .filter(kind -> kind != PlanKind.RACE)
                .toList();
        return Arbitraries.oneOf(
                PlanCase.usual(),
                Combinators.combine(Arbitraries.of(others), Arbitraries.of(OrdinaryRequest.named()))
                        .as((kind, ordinary) ->
                                new PlanCase(ordinary.request().withoutRace(kind), ordinary.athlete())));
    }
}
