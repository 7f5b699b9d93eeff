package run.harrier.plan.generation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;

/** What holds for every athlete and every request. */
class PlanPropertiesTest {
    private static final Set<String> OVERRIDDEN_BY_A_COACH = Set.of("S23", "S24");

    /** Each plan is made once and judged by all that holds for every plan. */
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void a_plan_keeps_its_rules_its_weeks_and_what_a_notice_allows(
            @ForAll("usual") PlanCase usual, @ForAll @IntRange(min = 1, max = 60) int days) {
        usual.planned().ifPresent(plan -> {
            everyRuleHoldsOrYieldsOrIsTheCoachsOverride(plan, usual.request());
            weeksFollowEachOtherAndHoldTheirOwnDays(plan, usual.request());
            nothingHardIsPlannedBeforeTheDayThatANoticeAllows(plan, plan.start().plusDays(days), usual.athlete());
        });
    }

    /** M2: S10-S60, D1-D16, as the certificate lists them. */
    private static void everyRuleHoldsOrYieldsOrIsTheCoachsOverride(GeneratedPlan plan, PlanRequest request) {
        assertThat(plan.certificate()).hasSizeGreaterThan(25).allSatisfy(entry -> {
            if (entry.override() == null) {
                assertThat(entry.holds() || entry.yielded())
                        .as(entry.toString())
                        .isTrue();
            } else {
                assertThat(OVERRIDDEN_BY_A_COACH).contains(entry.rule());
                assertThat(request.qualityPerWeek()).isNotNull();
            }
        });
    }

    /** D34. */
    private static void nothingHardIsPlannedBeforeTheDayThatANoticeAllows(
            GeneratedPlan plan, LocalDate first, AthleteFacts athlete) {
        var guarded = plan.withQualityFrom(first, athlete.estimate());

        assertThat(guarded.weeks())
                .flatMap(TrainingWeek::sessions)
                .noneMatch(session -> session.hard() && session.on().isBefore(first));
        assertThat(guarded.weeks())
                .flatMap(TrainingWeek::sessions)
                .filteredOn(session -> !session.on().isBefore(first))
                .isEqualTo(plan.weeks().stream()
                        .flatMap(week -> week.sessions().stream())
                        .filter(session -> !session.on().isBefore(first))
                        .toList());
    }

    /** D12, D15: whole weeks from Monday, sessions on their days, nothing after the race. */
    private static void weeksFollowEachOtherAndHoldTheirOwnDays(GeneratedPlan plan, PlanRequest request) {
        LocalDate monday = plan.start();
        for (TrainingWeek week : plan.weeks()) {
            assertThat(week.start())
                    .isEqualTo(monday)
                    .satisfies(day -> assertThat(day.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY));
            LocalDate sunday = monday.plusDays(6);
            assertThat(week.sessions()).extracting(PlannedSession::on).isSorted();
            assertThat(week.sessions())
                    .filteredOn(PlannedSession::running)
                    .extracting(PlannedSession::on)
                    .doesNotHaveDuplicates();
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

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void the_same_request_gives_the_same_plan(@ForAll("usual") PlanCase usual) {
        var copy = AnyPlan.withFocus(usual.request(), usual.request().focus());

        assertThat(usual.planned()).isEqualTo(PlanGenerator.planned(copy, usual.athlete()));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void any_request_has_an_answer_and_what_is_said_to_be_possible_is(@ForAll("any") PlanCase any) {
        if (any.decide() instanceof PlanDecision.Refused refused) {
            assertThat(refused.rule()).matches("[SDU]\\d+");
            assertThat(refused.text()).isNotBlank();
            assertThat(refused.possibleText()).isNotBlank();
            if (refused.possible() != null) {
                assertThat(PlanGenerator.decide(refused.possible(), any.athlete()))
                        .isInstanceOf(PlanDecision.Generated.class);
            }
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void a_ready_athlete_is_always_told_something_possible(@ForAll("anyOfReadyAthletes") PlanCase any) {
        var plannable = any.request().start().isAfter(LocalDate.of(2000, 1, 1));

        if (plannable && any.decide() instanceof PlanDecision.Refused refused) {
            assertThat(refused.possible()).as(refused.toString()).isNotNull();
        }
    }

    /** S2. */
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void a_beginner_has_a_smaller_share_of_hard_sessions_for_the_same_goal(
            @ForAll("plannableForAll") PlanRequest request) {
        hardShare(request, Level.BEGINNER)
                .ifPresent(beginner -> Stream.of(Level.INTERMEDIATE, Level.EXPERIENCED)
                        .flatMap(level -> hardShare(request, level).stream())
                        .forEach(share -> assertThat(beginner).isLessThan(share)));
    }

    /** Empty where the level cannot hold the request, or holds it with rules that yield. */
    private static Optional<Double> hardShare(PlanRequest request, Level level) {
        return PlanGenerator.planned(request, AnyPlan.athlete(Level.BEGINNER).at(level))
                .filter(plan -> plan.certificate().stream().allMatch(CertificateEntry::holds))
                .flatMap(plan -> plan.certificate().stream()
                        .filter(entry -> entry.rule().equals("S21"))
                        .findFirst())
                .map(CertificateEntry::value);
    }

    /** D9, S61, S62: whenever it starts and whatever result there is. */
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void every_beginners_base_plan_holds_its_certificate(@ForAll("beginners") PlanCase beginner) {
        assertThat(AnyPlan.planned(beginner.request(), beginner.athlete()).certificate())
                .allMatch(CertificateEntry::holds);
    }

    @Provide
    Arbitrary<PlanCase> usual() {
        return PlanCase.usual();
    }

    @Provide
    Arbitrary<PlanCase> any() {
        return PlanCase.any();
    }

    @Provide
    Arbitrary<PlanCase> anyOfReadyAthletes() {
        return PlanCase.of(PlanCase.anyRequest(), PlanCase.readyAthlete());
    }

    @Provide
    Arbitrary<PlanRequest> plannableForAll() {
        return Combinators.combine(
                        PlanCase.usualRequest(),
                        PlanCase.whole(0, 3),
                        PlanCase.whole(0, 59_999),
                        PlanCase.whole(0, 19_999))
                .as((usual, days, metres, distance) -> usual.withQualityPerWeek(null)
                        .withDaysPerWeek(3 + days % (4 - usual.noRunDays().size()))
                        .withCurrentWeeklyDistance(40_000.0 + metres)
                        .withGoal(new PlanRequest.Goal(
                                1500 + distance, usual.goal().date(), null)));
    }

    @Provide
    Arbitrary<PlanCase> beginners() {
        return Combinators.combine(
                        PlanCase.whole(-100, 99),
                        PlanCase.readyAthlete(),
                        PlanCase.whole(0, 19_999),
                        Arbitraries.of(true, false))
                .as((weeks, ready, metres, known) -> {
                    var start = AnyPlan.MONDAY.plusWeeks(weeks);
                    var athlete = ready.apply(start);
                    return new PlanCase(
                            PlanRequest.beginnerBase(start),
                            new AthleteFacts(
                                    athlete.level(),
                                    metres,
                                    true,
                                    athlete.openInjury(),
                                    athlete.longestRunMinutes(),
                                    athlete.lastResult(),
                                    known ? athlete.paces() : Optional.empty(),
                                    athlete.record()));
                });
    }
}
