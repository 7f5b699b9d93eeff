package run.harrier.platform.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

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
    public static final String COLUMNS = Rights.COLUMNS;

    /** The same for a squad. Its {@code $1} is the squad, {@code $3} the number of shards as a bigint. */
    public static final String SQUAD_COLUMNS = Rights.SQUAD_COLUMNS;

    private final Rights rights;
    private final Call call;

    AccessInQuery(Rights rights, Call call) {
        this.rights = rights;
        this.call = call;
    }

    /** Fails with the 404 or 403 problem that {@link Allowed} asks for; {@link Call#relations} is known after it. */
    public Uni<Void> require(UUID athleteId, Row row) {
        var allowed = call.allowed();
        return rights.toAthlete(athleteId, call.caller(), row)
                .map(grants -> AccessDecision.decide(grants, Set.of(allowed.value()), allowed.scope()))
                .invoke(call::isBy)
                .replaceWithVoid();
    }

    /** The same for a squad. */
    public Uni<Void> requireSquad(UUID squadId, Row row) {
        return rights.toSquad(squadId, call.caller(), row)
                .map(relations ->
                        AccessDecision.decide(relations, Set.of(call.allowed().value())))
                .invoke(call::isBy)
                .replaceWithVoid();
    }
}
