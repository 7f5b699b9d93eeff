package run.harrier.platform.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import run.harrier.platform.access.ProjectedAccess.SquadRight;
import run.harrier.platform.problem.ProblemException;

/**
 * Decides access in the query that reads the athlete's rows anyway, so that an operation saves a statement
 * ({@link Allowed#decidedInQuery}): the query selects {@link #COLUMNS}, and {@link #require} decides by them as
 * {@link AccessFilter} would have.
 */
@ApplicationScoped
public class AccessInQuery {
    /**
     * Two columns for a query of one row. Its {@code $1} is the athlete, {@code $2} the caller's subject and
     * {@code $3} the athlete's shard.
     */
    public static final String COLUMNS = ProjectedAccess.COLUMNS;

    /** The same for a squad. Its {@code $1} is the squad, {@code $3} the number of shards as a bigint. */
    public static final String SQUAD_COLUMNS = ProjectedAccess.SQUAD_COLUMNS;

    private final ProjectedAccess access;
    private final RequestAccess request;

    AccessInQuery(ProjectedAccess access, RequestAccess request) {
        this.access = access;
        this.request = request;
    }

    /** Fails with the 404 or 403 problem that {@link Allowed} asks for, and sets {@link RequestAccess#relations}. */
    public Uni<Void> require(UUID athleteId, Row row) {
        var allowed = request.allowed();
        return access.toAthlete(athleteId, request.caller(), row)
                .map(grants -> AccessDecision.decide(grants, Set.of(allowed.value()), allowed.scope()))
                .invoke(request::granted)
                .replaceWithVoid();
    }

    /**
     * The same for a squad, whose query gives one row for each athlete, or a single row without {@code athlete_id} for an
     * empty squad. Returns the rows of the athletes who may be shown. Where the right had to be asked of its owner, the
     * projection may also be behind in who is in the squad (D23): an athlete who has left is not shown, and if none of
     * the members has arrived yet, it fails with a 503 problem instead of returning an empty squad.
     */
    public Uni<List<Row>> requireSquad(UUID squadId, RowSet<Row> rows) {
        return access.toSquad(squadId, request.caller(), rows.iterator().next())
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
