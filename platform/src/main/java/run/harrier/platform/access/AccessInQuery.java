package run.harrier.platform.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import run.harrier.platform.access.AccessLookup.SquadRight;
import run.harrier.platform.problem.ProblemException;

/**
 * Access decided in the query that reads the athlete's rows anyway, for operations that count their statements
 * ({@link Allowed#decidedInQuery}): the query selects {@link #COLUMNS}, and {@link #require} decides by what they say
 * what the filter would have decided.
 */
@ApplicationScoped
public class AccessInQuery {
    /**
     * Two columns for a query of one row. Its {@code $1} is the athlete, {@code $2} the caller's subject and
     * {@code $3} the athlete's shard.
     */
    public static final String COLUMNS = AccessLookup.COLUMNS;

    /** The same for a squad. Its {@code $1} is the squad, {@code $3} the number of shards as a bigint. */
    public static final String SQUAD_COLUMNS = AccessLookup.SQUAD_COLUMNS;

    private final AccessLookup lookup;
    private final RequestAccess request;

    AccessInQuery(AccessLookup lookup, RequestAccess request) {
        this.lookup = lookup;
        this.request = request;
    }

    /** Fails with the 404 or 403 problem that {@link Allowed} asks for; {@link RequestAccess#relations} is known after it. */
    public Uni<Void> require(UUID athleteId, Row row) {
        var allowed = request.allowed();
        return lookup.toAthlete(athleteId, request.caller(), row)
                .map(grants -> AccessDecision.decide(grants, Set.of(allowed.value()), allowed.scope()))
                .invoke(request::granted)
                .replaceWithVoid();
    }

    /**
     * The same for a squad, whose query gives a row with its {@code athlete_id} for each athlete, or one without for
     * nobody: those that may be shown. Where the right had to be asked of its owner, the table may be behind in who is in
     * the squad too (D23): who has left it is not shown, and while nobody has arrived of those who are in it, the answer is
     * a 503 problem instead of an empty squad.
     */
    public Uni<List<Row>> requireSquad(UUID squadId, RowSet<Row> rows) {
        return lookup.toSquad(squadId, request.caller(), rows.iterator().next())
                .invoke(right -> request.granted(AccessDecision.decide(
                        right.relations(), Set.of(request.allowed().value()))))
                .map(right -> members(rows, right));
    }

    private static List<Row> members(RowSet<Row> rows, SquadRight right) {
        var athletes = rows.stream()
                .filter(row -> row.getUUID("athlete_id") != null)
                .filter(row -> !right.asked() || right.members().contains(row.getUUID("athlete_id")))
                .toList();
        if (athletes.isEmpty() && !right.members().isEmpty()) {
            throw ProblemException.unavailable(
                    "The athletes of the squad have not arrived here yet.", Duration.ofSeconds(1));
        }
        return athletes;
    }
}
