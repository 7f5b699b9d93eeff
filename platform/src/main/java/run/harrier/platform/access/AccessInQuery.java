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
}
