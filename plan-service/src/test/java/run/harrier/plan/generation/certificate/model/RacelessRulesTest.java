package run.harrier.plan.generation.certificate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import run.harrier.plan.generation.model.OrdinaryRequest;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;

/** Each rule of D51's plans holds for the plan as it is written, and fails for one that is broken. */
class RacelessRulesTest {
    private static final OrdinaryRequest RUNNER =
            new OrdinaryRequest(Level.INTERMEDIATE, 10_000, 40, 4, 12, 1.15, null, false);

    @Test
    void a_plan_has_the_length_of_its_kind() {
        var plan = plan(PlanKind.BASE);

        holds(plan, "weeks of the plan");
        fails(with(plan, weeks -> weeks.subList(0, 3)), "weeks of the plan");
    }

    @Test
    void upkeep_stays_at_the_volume_there_is() {
        var plan = plan(PlanKind.MAINTAIN);
        var less = request(PlanKind.MAINTAIN).withCurrentWeeklyDistance(30_000.0);

        holds(plan, "over today's volume");
        assertThat(entry(Certificate.of(plan, less, RUNNER.athlete()).entries().toList(), "over today's volume"))
                .matches(entry -> !entry.holds());
    }

    @Test
    void a_plan_of_progression_runs_has_them() {
        var plan = plan(PlanKind.PROGRESSION);

        holds(plan, "without a progression run");
        fails(
                with(
                        plan,
                        weeks -> weeks.stream()
                                .map(week -> without(week, session -> session.kind() == SessionKind.PROGRESSION))
                                .toList()),
                "without a progression run");
    }

    @Test
    void from_walking_to_running_is_three_days_a_week() {
        var plan = plan(PlanKind.WALK_RUN);

        holds(plan, "without three runs");
        fails(
                with(
                        plan,
                        weeks -> weeks.stream()
                                .map(week -> without(
                                        week,
                                        session -> session.running()
                                                && session.on().equals(firstRun(week))))
                                .toList()),
                "without three runs");
    }

    @Test
    void its_runs_are_of_twenty_to_thirty_minutes() {
        var plan = plan(PlanKind.WALK_RUN);

        holds(plan, "shorter than 20 or longer than 30");
        fails(with(plan, weeks -> List.of(doubled(weeks.getFirst()))), "shorter than 20 or longer than 30");
    }

    /** S60. */
    @Test
    void it_ends_with_twenty_minutes_without_stopping() {
        var plan = plan(PlanKind.WALK_RUN);

        holds(plan, "without stopping");
        fails(with(plan, weeks -> weeks.subList(0, 7)), "without stopping");
    }

    private static PlanRequest request(PlanKind kind) {
        return RUNNER.request().withoutRace(kind);
    }

    private static GeneratedPlan plan(PlanKind kind) {
        return RUNNER.planned(request(kind)).orElseThrow();
    }

    private static void holds(GeneratedPlan plan, String words) {
        assertThat(judged(plan, words)).matches(CertificateEntry::holds);
    }

    private static void fails(GeneratedPlan plan, String words) {
        assertThat(judged(plan, words)).matches(entry -> !entry.holds());
    }

    private static CertificateEntry judged(GeneratedPlan plan, String words) {
        return entry(
                Certificate.of(plan, request(plan.kind()), RUNNER.athlete())
                        .entries()
                        .toList(),
                words);
    }

    private static CertificateEntry entry(List<CertificateEntry> certificate, String words) {
        return certificate.stream()
                .filter(entry -> entry.text().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static GeneratedPlan with(GeneratedPlan plan, UnaryOperator<List<TrainingWeek>> change) {
        return new GeneratedPlan(
                plan.kind(), plan.start(), plan.end(), null, change.apply(plan.weeks()), List.of(), List.of());
    }

    private static TrainingWeek without(TrainingWeek week, Predicate<PlannedSession> dropped) {
        return of(week, week.sessions().stream().filter(dropped.negate()).toList());
    }

    private static TrainingWeek doubled(TrainingWeek week) {
        return of(
                week,
                week.sessions().stream()
                        .map(session -> new PlannedSession(
                                session.on(),
                                session.kind(),
                                session.quality(),
                                session.purpose(),
                                session.alternatives(),
                                Stream.concat(session.steps().stream(), session.steps().stream())
                                        .toList()))
                        .toList());
    }

    private static LocalDate firstRun(TrainingWeek week) {
        return week.sessions().stream()
                .filter(PlannedSession::running)
                .map(PlannedSession::on)
                .findFirst()
                .orElseThrow();
    }

    private static TrainingWeek of(TrainingWeek week, List<PlannedSession> sessions) {
        return TrainingWeek.of(week.number(), week.start(), week.phase(), week.down(), sessions, RUNNER.estimate());
    }
}
