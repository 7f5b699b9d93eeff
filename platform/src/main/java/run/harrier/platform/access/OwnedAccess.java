package run.harrier.platform.access;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.Relation;

/** In the service that owns access: its own tables are the truth. */
@ApplicationScoped
@IfBuildProperty(name = "harrier.access.owner", stringValue = "true")
class OwnedAccess implements AccessLookup {
    private final Pool pool;

    OwnedAccess(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Grant>> toAthlete(UUID athleteId, Caller caller) {
        return pool.preparedQuery("select " + AccessColumns.GRANTS)
                .execute(Tuple.of(athleteId, caller.subject()))
                .map(rows -> AccessColumns.grants(rows.iterator().next(), caller));
    }

    @Override
    public Uni<Set<Relation>> toSquad(UUID squadId, Caller caller) {
        return pool.preparedQuery("select " + AccessColumns.RELATIONS)
                .execute(Tuple.of(squadId, caller.subject()))
                .map(rows -> AccessColumns.relations(rows.iterator().next(), caller));
    }
}
