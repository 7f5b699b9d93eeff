package run.harrier.load.morning;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import run.harrier.contracts.SessionMatched;
import run.harrier.platform.inbox.Received;

/** Which planned session an activity was, as the plan-service last told. */
@ApplicationScoped
public class SessionMatches {

    /** The effect of {@code session matched}: a session's activity, or none any more. */
    public Uni<Void> apply(SessionMatched event, Received received, SqlConnection transaction) {
        var matched = event.activityId() != null && event.verdict() != null;
        return transaction
                .preparedQuery(matched ? """
                                insert into session_match (athlete_id, session_id, activity_id, verdict)
                                values ($1, $2, $3, $4)
                                on conflict (athlete_id, session_id) do update
                                set activity_id = excluded.activity_id, verdict = excluded.verdict
                                """ : "delete from session_match where athlete_id = $1 and session_id = $2")
                .execute(
                        matched
                                ? Tuple.of(event.athleteId(), event.sessionId(), event.activityId(), event.verdict())
                                : Tuple.of(event.athleteId(), event.sessionId()))
                .replaceWithVoid();
    }
}
