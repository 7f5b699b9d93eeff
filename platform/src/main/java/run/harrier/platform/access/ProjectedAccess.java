package run.harrier.platform.access;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.Relation;
import run.harrier.contracts.Shard;

/**
 * In a service that keeps a projection of access. A right that the projection lacks, or that was not confirmed for
 * {@link #CONFIRMED_FOR} (D23), is asked of its owner with the caller's token.
 */
@ApplicationScoped
@DefaultBean
class ProjectedAccess implements AccessLookup {
    /** In real time, as the relay confirms, and never in the shifted business time. */
    private static final Duration CONFIRMED_FOR = Duration.ofSeconds(60);

    /** {@link AccessColumns#GRANTS}, and up to when the athlete's shard {@code $3} is confirmed. */
    static final String COLUMNS = AccessColumns.GRANTS + """
            , (select s.confirmed_at from shard_confirmation s where s.shard = $3) as confirmed_at
            """;

    /** {@link AccessColumns#RELATIONS}, and up to when all shards, {@code $3} of them, are confirmed. */
    static final String SQUAD_COLUMNS = AccessColumns.RELATIONS + """
            , (select case when count(*) = $3 then min(c.confirmed_at) end from shard_confirmation c) as confirmed_at
            """;

    private final Pool pool;
    private final AccessOwnerClient owner;

    ProjectedAccess(Pool pool, AccessOwnerClient owner) {
        this.pool = pool;
        this.owner = owner;
    }

    @Override
    public Uni<List<Grant>> toAthlete(UUID athleteId, Caller caller) {
        return pool.preparedQuery("select " + COLUMNS)
                .execute(Tuple.of(athleteId, caller.subject(), Shard.of(athleteId)))
                .chain(rows -> toAthlete(athleteId, caller, rows.iterator().next()));
    }

    /** The same from a row that has {@link #COLUMNS}. */
    Uni<List<Grant>> toAthlete(UUID athleteId, Caller caller, Row row) {
        var grants = AccessColumns.grants(row, caller);
        return isConfirmed(grants, row) ? Uni.createFrom().item(grants) : owner.grantsToAthlete(athleteId, caller);
    }

    /**
     * What a caller is to a squad.
     *
     * @param relations empty for a stranger
     * @param asked whether the owner was asked, who then named the members: the projection may be behind
     */
    record SquadRight(Set<Relation> relations, boolean asked, Set<UUID> members) {}

    @Override
    public Uni<Set<Relation>> toSquad(UUID squadId, Caller caller) {
        return pool.preparedQuery("select " + SQUAD_COLUMNS)
                .execute(Tuple.of(squadId, caller.subject(), (long) Shard.COUNT))
                .chain(rows -> toSquad(squadId, caller, rows.iterator().next()))
                .map(SquadRight::relations);
    }

    /** The same from a row that has {@link #SQUAD_COLUMNS}. */
    Uni<SquadRight> toSquad(UUID squadId, Caller caller, Row row) {
        var relations = AccessColumns.relations(row, caller);
        return isConfirmed(relations, row)
                ? Uni.createFrom().item(new SquadRight(relations, false, Set.of()))
                : owner.accessToSquad(squadId, caller)
                        .map(access -> new SquadRight(access.relations(), true, access.members()));
    }

    private static boolean isConfirmed(Collection<?> rights, Row row) {
        var confirmedAt = row.getOffsetDateTime("confirmed_at");
        return !rights.isEmpty()
                && confirmedAt != null
                && confirmedAt.toInstant().isAfter(Instant.now().minus(CONFIRMED_FOR));
    }
}
