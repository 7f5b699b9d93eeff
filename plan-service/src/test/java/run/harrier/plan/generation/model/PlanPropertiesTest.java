package run.harrier.plan.generation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;

/** What holds for every athlete and every request; each case is drawn from a seed, which jqwik reports. */
class PlanPropertiesTest {

    private static final Set<String> OVERRIDDEN_BY_A_COACH = Set.of("S23", "S24");

    /** M2: S10-S60, D1-D16, as the certificate lists them. */
    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void every_rule_of_the_certificate_holds_or_is_the_coachs_override(@ForAll long seed) {
        Random random = new Random(seed);
        PlanRequest request = AnyPlan.usualRequest(random);
        AthleteFacts athlete = AnyPlan.readyAthlete(random, request.start());

        if (PlanGenerator.decide(request, athlete) instanceof PlanDecision.Generated(GeneratedPlan plan)) {
            assertThat(plan.certificate()).hasSizeGreaterThan(25).allSatisfy(entry -> {
                if (entry.override() == null) {
                    assertThat(entry.holds()).as(entry.toString()).isTrue();
                } else {
                    assertThat(OVERRIDDEN_BY_A_COACH).contains(entry.rule());
                    assertThat(request.qualityPerWeek()).isNotNull();
                }
            });
        }
    }

    /** A plan is refused for want of hard time only (D2); whatever else cannot be is known before it is written. */
    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void the_usual_request_is_planned(@ForAll long seed) {
        Random random = new Random(seed);
        PlanRequest request =
                AnyPlan.usualRequest(random).withQualityPerWeek(null).withDaysPerWeek(null);
        AthleteFacts athlete = AnyPlan.readyAthlete(random, request.start());

        if (PlanGenerator.decide(request, athlete) instanceof PlanDecision.Refused refused) {
            assertThat(refused.rule()).isIn("D2", "S28", "S37");
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void the_same_request_gives_the_same_plan(@ForAll long seed) {
        PlanDecision once = decide(new Random(seed));
        PlanDecision again = decide(new Random(seed));

        assertThat(once).isEqualTo(again);
    }

    private static PlanDecision decide(Random random) {
        PlanRequest request = AnyPlan.usualRequest(random);
        return PlanGenerator.decide(request, AnyPlan.readyAthlete(random, request.start()));
    }

    @Property(tries = 5000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void any_request_has_an_answer_and_what_is_said_to_be_possible_is(@ForAll long seed) {
        Random random = new Random(seed);
        PlanRequest request = AnyPlan.anyRequest(random);
        AthleteFacts athlete = AnyPlan.anyAthlete(random, request.start());

        if (PlanGenerator.decide(request, athlete) instanceof PlanDecision.Refused refused) {
            assertThat(refused.rule()).matches("[SDU]\\d+");
            assertThat(refused.text()).isNotBlank();
            assertThat(refused.possibleText()).isNotBlank();
            if (refused.possible() != null) {
                assertThat(PlanGenerator.decide(refused.possible(), athlete))
                        .isInstanceOf(PlanDecision.Generated.class);
            }
        }
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void a_ready_athlete_is_always_told_something_possible(@ForAll long seed) {
        Random random = new Random(seed);
        PlanRequest request = AnyPlan.anyRequest(random);
        boolean plannable = request.start().isAfter(LocalDate.of(2000, 1, 1));
        AthleteFacts athlete = AnyPlan.readyAthlete(random, plannable ? request.start() : AnyPlan.MONDAY);

        if (plannable && PlanGenerator.decide(request, athlete) instanceof PlanDecision.Refused refused) {
            assertThat(refused.possible()).as(refused.toString()).isNotNull();
        }
    }

    /** D12, D15: whole weeks from Monday, sessions on their days, nothing after the race. */
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void weeks_follow_each_other_and_hold_their_own_days(@ForAll long seed) {
        Random random = new Random(seed);
        PlanRequest request = AnyPlan.usualRequest(random);
        PlanDecision decision = PlanGenerator.decide(request, AnyPlan.readyAthlete(random, request.start()));
        if (decision instanceof PlanDecision.Generated(GeneratedPlan plan)) {
            LocalDate monday = plan.start();
            for (TrainingWeek week : plan.weeks()) {
                assertThat(week.start())
                        .isEqualTo(monday)
                        .satisfies(day -> assertThat(day.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY));
                LocalDate sunday = monday.plusDays(6);
                assertThat(week.sessions())
                        .extracting(PlannedSession::on)
                        .doesNotHaveDuplicates()
                        .isSorted();
                assertThat(week.sessions())
                        .allMatch(session -> !session.on().isBefore(week.start())
                                && !session.on().isAfter(sunday)
                                && !session.on().isAfter(plan.end()));
                monday = monday.plusWeeks(1);
            }
            List<PlannedSession> last = plan.weeks().getLast().sessions();
            assertThat(last.getLast().kind()).isEqualTo(SessionKind.RACE);
            assertThat(last.getLast().on()).isEqualTo(plan.end());
            assertThat(request.goal()).isNotNull();
            assertThat(plan.end()).isEqualTo(request.goal().date());
        }
    }

    /** S2. */
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void a_beginner_has_a_smaller_share_of_hard_sessions_for_the_same_goal(@ForAll long seed) {
        Random random = new Random(seed);
        PlanRequest any = AnyPlan.usualRequest(random);
        PlanRequest request = any.withQualityPerWeek(null)
                .withDaysPerWeek(3 + random.nextInt(4 - any.noRunDays().size()))
                .withCurrentWeeklyDistance(40_000.0 + random.nextInt(60_000))
                .withGoal(new PlanRequest.Goal(
                        1500 + random.nextInt(20_000), any.goal().date(), null));

        double beginner = hardShare(request, Level.BEGINNER);

        assertThat(beginner).isLessThan(hardShare(request, Level.INTERMEDIATE));
        assertThat(beginner).isLessThan(hardShare(request, Level.EXPERIENCED));
    }

    private static double hardShare(PlanRequest request, Level level) {
        AthleteFacts athlete = AnyPlan.athlete(level);
        return AnyPlan.planned(request, athlete).certificate().stream()
                .filter(entry -> entry.rule().equals("S21"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** D9, S61, S62: whenever it starts and whatever result there is. */
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void every_beginners_base_plan_holds_its_certificate(@ForAll long seed) {
        Random random = new Random(seed);
        LocalDate start = AnyPlan.MONDAY.plusWeeks(random.nextInt(200) - 100);
        AthleteFacts any = AnyPlan.readyAthlete(random, start);
        AthleteFacts athlete = new AthleteFacts(
                any.level(),
                random.nextInt(20_000),
                true,
                any.openInjury(),
                any.longestRunMinutes(),
                any.lastResult(),
                random.nextBoolean() ? any.paces() : Optional.empty());

        assertThat(AnyPlan.planned(PlanRequest.beginnerBase(start), athlete).certificate())
                .allMatch(CertificateEntry::holds);
    }
}
