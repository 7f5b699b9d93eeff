package run.harrier.plan.match;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.ActivityDeleted;
import run.harrier.contracts.ActivityRecorded;
import run.harrier.contracts.SessionMatched;
import run.harrier.plan.athlete.AthleteSnapshot;
import run.harrier.plan.athlete.AthleteSnapshots;
import run.harrier.plan.athlete.model.Fitness.InForce;
import run.harrier.plan.calendar.CompletedActivities;
import run.harrier.plan.calendar.FitnessResolver;
import run.harrier.plan.calendar.Sessions;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.calendar.model.CompletedActivity;
import run.harrier.plan.calendar.model.Outcome;
import run.harrier.plan.match.model.Matching;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.platform.inbox.Received;
import run.harrier.platform.outbox.Outbox;

/**
 * Finds the activity of each session. A day of which the calendar or an activity changes is matched anew as a whole, so
 * the result is the same whatever came first: the plan, the activity, an edit or a move.
 */
@ApplicationScoped
public class MatchService {
    private final AthleteSnapshots athletes;
    private final Sessions sessions;
    private final CompletedActivities activities;
    private final FitnessResolver fitness;
    private final Outbox outbox;
    private final Clock clock;

    MatchService(
            AthleteSnapshots athletes,
            Sessions sessions,
            CompletedActivities activities,
            FitnessResolver fitness,
            Outbox outbox,
            Clock clock) {
        this.athletes = athletes;
        this.sessions = sessions;
        this.activities = activities;
        this.fitness = fitness;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Days that are matched together, and the activity that is the reason; absent when the calendar is. */
    private record Scope(
            UUID athleteId,
            LocalDate from,
            LocalDate to,
            @Nullable UUID activityId) {

        static Scope of(UUID athleteId, LocalDate one, LocalDate other, UUID activityId) {
            return one.isBefore(other)
                    ? new Scope(athleteId, one, other, activityId)
                    : new Scope(athleteId, other, one, activityId);
        }
    }

    private record MatchedSession(CalendarSession before, CalendarSession after) {

        boolean isNew() {
            return !Objects.equals(before.activityId(), after.activityId());
        }

        boolean isOf(@Nullable UUID activityId) {
            return activityId != null && activityId.equals(after.activityId());
        }
    }

    /** The effect of {@code activity recorded}: the activity is new, or was edited and may have been on another day. */
    public Uni<Void> onActivityRecorded(ActivityRecorded event, Received received, SqlConnection transaction) {
        var athleteId = event.athleteId();
        var id = event.activityId();
        return athletes.lockIfArrived(transaction, athleteId)
                .chain(athlete -> activities
                        .dayOf(transaction, athleteId, id)
                        .map(before -> Scope.of(athleteId, before.orElse(event.on()), event.on(), id))
                        .chain(scope -> match(transaction, athlete, scope, activities.put(transaction, event))));
    }

    /** The effect of {@code activity deleted}. */
    public Uni<Void> onActivityDeleted(ActivityDeleted event, Received received, SqlConnection transaction) {
        var athleteId = event.athleteId();
        var id = event.activityId();
        return athletes.lockIfArrived(transaction, athleteId)
                .chain(athlete -> match(
                        transaction,
                        athlete,
                        Scope.of(athleteId, event.on(), event.on(), id),
                        activities.remove(transaction, athleteId, id)));
    }

    /**
     * Matches the days again, as far as they have begun, after the calendar was changed in this transaction. Gives the
     * sessions whose activity is another now.
     *
     * @param athlete locked by this transaction
     */
    public Uni<List<CalendarSession>> matchAgain(
            SqlConnection transaction, UUID athleteId, AthleteSnapshot athlete, LocalDate from, LocalDate to) {
        var today = athlete.today(clock);
        var last = to.isBefore(today) ? to : today;
        return from.isAfter(last)
                ? Uni.createFrom().item(List.of())
                : sessions.between(transaction, athleteId, from, last)
                        .chain(found -> match(transaction, athlete, new Scope(athleteId, from, last, null), found));
    }

    /** Reads the sessions before the change, so that one whose activity goes is seen to lose it. */
    private Uni<Void> match(
            SqlConnection transaction, Optional<AthleteSnapshot> athlete, Scope scope, Uni<Void> change) {
        return athlete.isEmpty()
                ? change
                : sessions.between(transaction, scope.athleteId(), scope.from(), scope.to())
                        .call(() -> change)
                        .chain(found -> match(transaction, athlete.get(), scope, found))
                        .replaceWithVoid();
    }

    private Uni<List<CalendarSession>> match(
            SqlConnection transaction, AthleteSnapshot athlete, Scope scope, List<CalendarSession> found) {
        return activities
                .between(transaction, scope.athleteId(), scope.from(), scope.to())
                .map(done -> matches(found, done, scope))
                .call(matched -> matched.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : write(transaction, scope.athleteId(), athlete, matched));
    }

    /** The sessions whose activity is another, and that of the scope's activity, which may have gone differently. */
    private static List<CalendarSession> matches(
            List<CalendarSession> sessions, List<CompletedActivity> activities, Scope scope) {
        var matched = Matching.of(sessions, activities);
        return sessions.stream()
                .map(session -> new MatchedSession(session, session.matched(matched.get(session.id()))))
                .filter(match -> match.isNew() || match.isOf(scope.activityId()))
                .map(MatchedSession::after)
                .toList();
    }

    private Uni<Void> write(
            SqlConnection transaction, UUID athleteId, AthleteSnapshot athlete, List<CalendarSession> matched) {
        return fitness.of(transaction, athleteId, athlete, matched)
                .map(resolved -> matched.stream()
                        .map(session -> event(athleteId, session, resolved.of(session), athlete))
                        .toList())
                .call(events -> sessions.match(transaction, athleteId, events))
                .chain(events -> outbox.publish(transaction, events));
    }

    private SessionMatched event(UUID athleteId, CalendarSession session, InForce fitness, AthleteSnapshot athlete) {
        var id = session.activityId();
        if (id == null) {
            return new SessionMatched(athleteId, session.id(), null, null, null, null, null);
        }
        var verdict = Outcome.of(session, fitness.paces(), athlete.today(clock), athlete.zone())
                .map(outcome -> outcome.verdict().name());
        var planned = session.planned();
        return new SessionMatched(
                athleteId,
                session.id(),
                id,
                verdict.orElse(null),
                planned.kind().name(),
                planned.quality(),
                planned.moderateSeconds(new PaceEstimate(fitness.paces())));
    }
}
