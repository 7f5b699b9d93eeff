package run.harrier.platform.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
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

    /** The same for a squad by the first row of its query, which has {@link #SQUAD_COLUMNS}. */
    public Uni<ShownAthletes> requireSquad(UUID squadId, Row row) {
        return access.toSquad(squadId, request.caller(), row)
                .invoke(right -> request.granted(AccessDecision.decide(
                        right.relations(), Set.of(request.allowed().value()))))
                .map(right -> new ShownAthletes(!right.asked(), right.members()));
    }

    /**
     * Who of the rows of a squad may be shown. Where the right had to be asked of its owner, the projection may also be
     * behind in who is in the squad (D23): an athlete who has left is not shown.
     *
     * @param all whether the rows are right about who is in the squad
     * @param members who is, if the owner was asked
     */
    public record ShownAthletes(boolean all, Set<UUID> members) {

        /** Not the row without {@code athlete_id} of an empty squad. */
        public boolean has(Row row) {
            var athlete = row.getUUID("athlete_id");
            return athlete != null && (all || members.contains(athlete));
        }

        /** If none of the members has arrived yet, fails with a 503 problem: an empty squad would be untrue. */
        public void requireArrived(Collection<?> athletes) {
            if (athletes.isEmpty() && !members.isEmpty()) {
                throw ProblemException.unavailable(
                        "The athletes of the squad have not arrived here yet.", Duration.ofSeconds(1));
            }
        }
    }
}
