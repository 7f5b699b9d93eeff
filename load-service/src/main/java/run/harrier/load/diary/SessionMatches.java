package run.harrier.load.diary;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import run.harrier.contracts.SessionMatched;
import run.harrier.platform.inbox.Received;

/** The activities that the plan-service matched with planned sessions, and what those sessions had asked for. */
@ApplicationScoped
public class SessionMatches {

    /** Stores the activity of a session in place of the one before; deletes it when the event names none. */
    public Uni<Void> apply(SessionMatched event, Received received, SqlConnection transaction) {
        return event.activityId() == null || event.verdict() == null
                ? transaction
                        .preparedQuery("delete from session_match where athlete_id = $1 and session_id = $2")
                        .execute(Tuple.of(event.athleteId(), event.sessionId()))
                        .replaceWithVoid()
                : transaction
                        .preparedQuery("""
                                insert into session_match (athlete_id, session_id, activity_id, verdict,
                                                           kind, quality, prescribed_moderate_seconds)
                                values ($1, $2, $3, $4, $5, $6, $7)
                                on conflict (athlete_id, session_id) do update
                                set activity_id = excluded.activity_id, verdict = excluded.verdict,
                                    kind = excluded.kind, quality = excluded.quality,
                                    prescribed_moderate_seconds = excluded.prescribed_moderate_seconds
                                """)
                        .execute(Tuple.from(new Object[] {
                            event.athleteId(),
                            event.sessionId(),
                            event.activityId(),
                            event.verdict(),
                            event.kind(),
                            event.quality(),
                            event.prescribedModerateSeconds()
                        }))
                        .replaceWithVoid();
    }
}
