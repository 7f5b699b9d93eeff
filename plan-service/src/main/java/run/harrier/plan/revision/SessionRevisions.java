package run.harrier.plan.revision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import run.harrier.contracts.PlanRevised;
import run.harrier.plan.athlete.AthleteSnapshot;
import run.harrier.plan.calendar.CalendarChanges;
import run.harrier.plan.calendar.Sessions;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.revision.model.SessionHistory.Revised;
import run.harrier.platform.outbox.Outbox;

/** Writes revised sessions with their revisions and publishes that; the caller's transaction has the athlete locked. */
@ApplicationScoped
public class SessionRevisions {
    private final Sessions sessions;
    private final Revisions revisions;
    private final CalendarChanges calendar;
    private final Outbox outbox;
    private final Clock clock;

    SessionRevisions(Sessions sessions, Revisions revisions, CalendarChanges calendar, Outbox outbox, Clock clock) {
        this.sessions = sessions;
        this.revisions = revisions;
        this.calendar = calendar;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Four statements, however many sessions there are; none without any.
     *
     * @param revised two of one session in their order
     */
    public Uni<Void> write(SqlConnection transaction, UUID athleteId, AthleteSnapshot athlete, List<Revised> revised) {
        if (revised.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var estimate = athlete.estimate(athlete.today(clock));
        return revisions
                .put(transaction, athleteId, revised)
                .chain(() -> sessions.revise(transaction, athleteId, latest(revised), estimate))
                .chain(() -> calendar.on(transaction, athleteId, athlete, days(revised)))
                .chain(changed -> outbox.publish(
                        transaction,
                        Stream.concat(revised.stream().map(one -> event(athleteId, one)), changed.stream())
                                .toList()));
    }

    /** Those that the sessions have left, and those that they are on. */
    private static SortedSet<LocalDate> days(List<Revised> revised) {
        return revised.stream()
                .flatMap(one -> Stream.of(one.before(), one.session().day()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Collection<CalendarSession> latest(List<Revised> revised) {
        var sessions = new LinkedHashMap<UUID, CalendarSession>();
        for (var one : revised) {
            sessions.put(one.session().id(), one.session());
        }
        return sessions.values();
    }

    private static PlanRevised event(UUID athleteId, Revised revised) {
        var session = revised.session();
        return new PlanRevised(athleteId, session.id(), session.revision(), reason(revised), session.day());
    }

    private static String reason(Revised revised) {
        if (revised.isNew()) {
            return revised.revision().reason().code();
        }
        return revised.revision().declined() ? "DECLINED" : "DECLINE_TAKEN_BACK";
    }
}
