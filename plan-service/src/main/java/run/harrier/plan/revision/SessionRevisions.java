package run.harrier.plan.revision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import run.harrier.contracts.PlanRevised;
import run.harrier.plan.athlete.AthleteSnapshot;
import run.harrier.plan.calendar.Sessions;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.revision.model.Revision.Signal;
import run.harrier.plan.revision.model.SessionHistory;
import run.harrier.plan.revision.model.SessionHistory.Revised;
import run.harrier.platform.outbox.Outbox;
import run.harrier.platform.problem.ProblemException;

/** Sessions with their revisions, written together and announced; the transaction is the caller's, and holds the athlete. */
@ApplicationScoped
public class SessionRevisions {
    private static final int NOTICE_DAYS = 7;

    private final Sessions sessions;
    private final RevisableSessions revisable;
    private final Revisions revisions;
    private final Outbox outbox;
    private final Clock clock;

    SessionRevisions(Sessions sessions, RevisableSessions revisable, Revisions revisions, Outbox outbox, Clock clock) {
        this.sessions = sessions;
        this.revisable = revisable;
        this.revisions = revisions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Those of the days, and those that the signal of that day has changed wherever they are now. */
    public Uni<List<SessionHistory>> under(
            SqlConnection transaction,
            UUID athleteId,
            Signal.Source source,
            LocalDate on,
            LocalDate from,
            LocalDate to) {
        return revisable
                .under(transaction, athleteId, source, on, from, to)
                .chain(found -> revisions
                        .of(
                                transaction,
                                athleteId,
                                found.stream().map(CalendarSession::id).toList())
                        .map(all -> found.stream()
                                .map(session -> new SessionHistory(session, all.getOrDefault(session.id(), List.of())))
                                .toList()));
    }

    public Uni<Void> write(SqlConnection transaction, UUID athleteId, AthleteSnapshot athlete, Revised revised) {
        var session = revised.session();
        var revision = revised.revision();
        var written = revised.isNew()
                ? revisions.add(transaction, athleteId, session.id(), revision)
                : revisions.decline(transaction, athleteId, session.id(), revision);
        return written.chain(
                        () -> sessions.change(transaction, athleteId, session, athlete.estimate(athlete.today(clock))))
                .chain(() -> outbox.publish(
                        transaction,
                        List.of(new PlanRevised(
                                athleteId, session.id(), session.revision(), reason(revised), session.day()))));
    }

    private static String reason(Revised revised) {
        if (revised.isNew()) {
            return revised.revision().reason().code();
        }
        return revised.revision().declined() ? "DECLINED" : "DECLINE_TAKEN_BACK";
    }

    /** Keeps the newest readiness as far as it stands against hard sessions. */
    public Uni<Void> readiness(SqlConnection transaction, UUID athleteId, LocalDate day, boolean notice) {
        return transaction
                .preparedQuery("""
                        insert into readiness as r (athlete_id, day, notice) values ($1, $2, $3)
                        on conflict (athlete_id) do update set day = excluded.day, notice = excluded.notice
                        where r.day <= excluded.day
                        """)
                .execute(Tuple.of(athleteId, day, notice))
                .replaceWithVoid();
    }

    /** What is left of these changes after a notice: the rules restore no hard session then either. */
    public Uni<List<Revised>> withoutHardening(
            SqlConnection transaction, UUID athleteId, AthleteSnapshot athlete, List<Revised> changes) {
        return changes.isEmpty()
                ? Uni.createFrom().item(changes)
                : noticeStands(transaction, athleteId, athlete)
                        .map(stands -> changes.stream()
                                .filter(change -> !stands || !change.hardens())
                                .toList());
    }

    /** After a notice a hard session is not restored (D19, S116). */
    Uni<Void> requireNoNotice(SqlConnection transaction, UUID athleteId, AthleteSnapshot athlete, Revised change) {
        return !change.hardens()
                ? Uni.createFrom().voidItem()
                : noticeStands(transaction, athleteId, athlete)
                        .invoke(stands -> {
                            if (stands) {
                                throw ProblemException.conflict(
                                        "Pain, a strange heart rate or fatigue that stays was reported: ease off and see"
                                                + " a professional. A hard session is not restored (S116).");
                            }
                        })
                        .replaceWithVoid();
    }

    /** A notice that no later day has replaced lasts a week. */
    private Uni<Boolean> noticeStands(SqlConnection transaction, UUID athleteId, AthleteSnapshot athlete) {
        return transaction
                .preparedQuery("select 1 from readiness where athlete_id = $1 and notice and day > $2")
                .execute(Tuple.of(athleteId, athlete.today(clock).minusDays(NOTICE_DAYS)))
                .map(rows -> rows.rowCount() > 0);
    }
}
