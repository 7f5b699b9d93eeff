package run.harrier.plan.generation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.CalendarChanged;
import run.harrier.contracts.PlanGenerated;
import run.harrier.plan.athlete.AthleteSnapshot;
import run.harrier.plan.athlete.AthleteSnapshots;
import run.harrier.plan.calendar.CalendarChanges;
import run.harrier.plan.calendar.Sessions;
import run.harrier.plan.calendar.Sessions.NewSession;
import run.harrier.plan.generation.model.Places;
import run.harrier.plan.generation.model.PlanDecision;
import run.harrier.plan.generation.model.PlanGenerator;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.TrainingRecord;
import run.harrier.plan.match.MatchService;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.Paces;
import run.harrier.platform.http.Headers;
import run.harrier.platform.outbox.Outbox;
import run.harrier.platform.problem.Problem;
import run.harrier.platform.problem.ProblemException;
import run.harrier.platform.time.Uuid7;
import run.harrier.platform.transaction.Transactions;

/** Has a plan generated and keeps it, or answers with the rule against it. */
@ApplicationScoped
class PlanService {
    private final Transactions transactions;
    private final AthleteSnapshots athletes;
    private final Plans plans;
    private final Sessions sessions;
    private final CalendarChanges calendar;
    private final MatchService matches;
    private final Outbox outbox;
    private final Uuid7 ids;
    private final Clock clock;

    PlanService(
            Transactions transactions,
            AthleteSnapshots athletes,
            Plans plans,
            Sessions sessions,
            CalendarChanges calendar,
            MatchService matches,
            Outbox outbox,
            Uuid7 ids,
            Clock clock) {
        this.transactions = transactions;
        this.athletes = athletes;
        this.plans = plans;
        this.sessions = sessions;
        this.calendar = calendar;
        this.matches = matches;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** As many statements, however long the plan is: record, lock, plan, sessions, calendar, events; days gone then find their activities. */
    Uni<PlanView> generate(UUID athleteId, NewPlan request, Requester by) {
        return athletes.getWhen(athleteId, athlete -> isEnough(athlete, request))
                .chain(athlete -> plans.record(
                                athleteId,
                                request.start(),
                                athlete.today(clock),
                                athlete.fitness().races())
                        .map(record -> facts(athlete, record)))
                .map(facts -> new Planned(planned(request, facts), facts))
                .call(planned -> requireRight(athleteId, planned.plan(), request, by))
                .chain(planned -> {
                    var plan = planned.plan();
                    var facts = planned.facts();
                    var planId = ids.next();
                    var estimate = facts.estimate();
                    return transactions
                            .run(transaction -> athletes.lockForUpdate(transaction, athleteId)
                                    .chain(locked -> add(
                                            transaction,
                                            athleteId,
                                            locked,
                                            planId,
                                            request,
                                            by,
                                            guarded(plan, locked, estimate),
                                            estimate)))
                            .chain(() -> plans.get(athleteId, planId));
                });
    }

    private Uni<Void> add(
            SqlConnection transaction,
            UUID athleteId,
            AthleteSnapshot locked,
            UUID planId,
            NewPlan request,
            Requester by,
            GeneratedPlan plan,
            PaceEstimate estimate) {
        return plans.add(transaction, athleteId, planId, request, by, plan, clock.instant())
                .chain(() -> sessions.add(transaction, athleteId, planId, sessions(plan), estimate))
                .chain(() -> sessions.lastDay(transaction, athleteId))
                .chain(last -> changed(transaction, athleteId, locked, plan.start(), last))
                .chain(changed -> outbox.publish(
                        transaction,
                        Stream.concat(
                                        Stream.of(new PlanGenerated(
                                                athleteId, planId, plan.kind().name(), plan.start(), plan.end())),
                                        changed.stream())
                                .toList()))
                .chain(() -> matches.matchAgain(transaction, athleteId, locked, plan.start(), plan.end()))
                .replaceWithVoid();
    }

    private record Planned(GeneratedPlan plan, AthleteFacts facts) {}

    /** A coach may override a rule, or an athlete who has none. */
    private Uni<Void> requireRight(UUID athleteId, GeneratedPlan plan, NewPlan request, Requester by) {
        if (by.coach() || (!request.toModel().options().overrides() && !plan.overridden())) {
            return Uni.createFrom().voidItem();
        }
        return plans.hasCoach(athleteId)
                .invoke(hasCoach -> {
                    if (hasCoach) {
                        throw ProblemException.forbidden(
                                "This plan goes beyond a rule of training. That is your coach's word to give: ask your"
                                        + " coach, or leave out what asks for more.");
                    }
                })
                .replaceWithVoid();
    }

    /** Under the lock: a notice that came while the plan was computed counts (D34). */
    private GeneratedPlan guarded(GeneratedPlan plan, AthleteSnapshot locked, PaceEstimate estimate) {
        return plan.withQualityFrom(locked.notices().qualityFrom(plan.start(), locked.today(clock)), estimate);
    }

    /** What it had superseded is back, and finds its activities again. */
    Uni<Void> delete(UUID athleteId, UUID planId, @Nullable String ifMatch) {
        return transactions.run(transaction -> athletes.lockForUpdate(transaction, athleteId)
                .chain(locked -> plans.remove(transaction, athleteId, planId)
                        .invoke(() -> Headers.requireMatch(ifMatch, planId.toString()))
                        .chain(removed -> changed(transaction, athleteId, locked, removed.start(), removed.last())
                                .chain(changed -> outbox.publish(transaction, changed))
                                .chain(() -> matches.matchAgain(
                                        transaction, athleteId, locked, removed.start(), LocalDate.MAX))))
                .replaceWithVoid());
    }

    /** A plan changes the calendar from its start on, also beyond its end: it supersedes all that was planned (D15). */
    private Uni<List<CalendarChanged>> changed(
            SqlConnection transaction,
            UUID athleteId,
            AthleteSnapshot locked,
            LocalDate start,
            Optional<LocalDate> last) {
        return calendar.between(transaction, athleteId, locked, start, last.orElse(start));
    }

    /** Whether nothing that the answer hangs on may be on its way here: the intake, and for a race plan a result. */
    private static boolean isEnough(AthleteSnapshot athlete, NewPlan request) {
        return athlete.intakeAnswered()
                && (request.kind() != PlanKind.RACE || athlete.fitness().lastResult() != null);
    }

    private GeneratedPlan planned(NewPlan request, AthleteFacts athlete) {
        return switch (PlanGenerator.decide(request.toModel(), athlete)) {
            case PlanDecision.Generated generated -> generated.plan();
            case PlanDecision.Refused refused -> throw problem(refused);
        };
    }

    private AthleteFacts facts(AthleteSnapshot athlete, TrainingRecord record) {
        var result = athlete.fitness().lastResult();
        return new AthleteFacts(
                Level.valueOf(athlete.level()),
                athlete.currentWeeklyDistanceMetres(),
                athlete.intakeAnswered(),
                athlete.openInjury(),
                athlete.longestRunMinutes(),
                result == null ? null : new AthleteFacts.LastResult(result.on(), result.distanceMetres()),
                paces(athlete),
                record);
    }

    private Optional<Paces> paces(AthleteSnapshot athlete) {
        return Optional.ofNullable(athlete.fitness().on(athlete.today(clock)).paces());
    }

    private List<NewSession> sessions(GeneratedPlan plan) {
        var places = Places.of(plan).iterator();
        return plan.weeks().stream()
                .flatMap(week -> week.sessions().stream())
                .map(session -> new NewSession(ids.next(), places.next(), session))
                .toList();
    }

    private static ProblemException problem(PlanDecision.Refused refused) {
        var extensions = new TreeMap<String, Object>(Map.of("rule", refused.rule()));
        if (refused.possible() != null) {
            extensions.put("possible", NewPlan.from(refused.possible()));
        }
        return new ProblemException(
                422,
                "against-rule",
                "A rule of training stands against this plan",
                refused.text() + ". " + refused.possibleText() + ".",
                refused.pointer().isEmpty()
                        ? List.of()
                        : List.of(new Problem.InvalidParam(refused.pointer(), refused.text())),
                extensions);
    }
}
