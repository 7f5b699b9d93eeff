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

    /** Each plan is made by pace and by effort with the same work (S9), and judged by all that holds for both. */
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void a_plan_shows_paces_where_they_are_asked_for_and_known_and_never_by_effort_alone(
            @ForAll("any") PlanCase any, @ForAll boolean asked) {
        var byPace = any.planned();
        var byEffort = byEffort(any).planned();

        byPace.ifPresent(PacesShownTest::aSessionOfBaseHasADurationAndAPaceOnlyWhenItIsAskedFor);
        byEffort.ifPresent(
                plan -> noStepHasAPaceByEffortAloneOrWithoutAResultAndEachHasAnEffort(sessions(plan), asked));
        assertThat(byEffort.map(PacesShownTest::steps)).isEqualTo(byPace.map(PacesShownTest::steps));
    }

    /** S9, D16, D33: whoever asks, and whatever the plan took for the athlete's paces; no sentence has a pace either. */
    private static void noStepHasAPaceByEffortAloneOrWithoutAResultAndEachHasAnEffort(
            List<PlannedSession> sessions, boolean asked) {
        var byEffort = new ShownPaces(AnyPaces.anyPaces(), true, asked);
        var withoutResult = new ShownPaces(null, false, asked);

        for (var session : sessions) {
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

    /** S84, S11: all but a test goes by time; a test that is made easy does too. */
    private static void aSessionOfBaseHasADurationAndAPaceOnlyWhenItIsAskedFor(GeneratedPlan plan) {
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

    private static boolean aimed(PlannedSession session) {
        return session.stretches().map(Step.Stretch::aim).anyMatch(aim -> aim.isPresent());
    }

    private static List<PlannedSession> sessions(GeneratedPlan plan) {
        return plan.weeks().stream().flatMap(week -> week.sessions().stream()).toList();
    }

    private static List<List<Step>> steps(GeneratedPlan plan) {
        return sessions(plan).stream().map(PlannedSession::steps).toList();
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
