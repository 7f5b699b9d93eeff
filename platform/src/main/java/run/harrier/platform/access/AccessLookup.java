package run.harrier.platform.access;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.Relation;
import run.harrier.contracts.Shard;

/**
 * What a caller is to an athlete or a squad, from this service's own access table. A right that the table lacks, or
 * that was not confirmed for {@link #CONFIRMED_FOR} (D23), is asked of its owner with the caller's token.
 */
@ApplicationScoped
class AccessLookup {
    /** In real time, never in the shifted business time: the relay confirms by the same clock. */
    private static final Duration CONFIRMED_FOR = Duration.ofSeconds(60);

    /** What the subject {@code $2} is to the athlete {@code $1}, and how far the athlete's shard {@code $3} is heard. */
    static final String COLUMNS = """
            (select coalesce(json_agg(json_build_object(
                        'relation', a.relation, 'squadId', a.squad_id, 'scopes', a.scopes)), '[]')
             from access a where a.athlete_id = $1 and a.subject = $2) as access_grants,
            (select s.confirmed_at from shard_confirmation s where s.shard = $3) as confirmed_at
            """;

    /** What the subject {@code $2} is to the squad {@code $1}, and how far all shards, {@code $3} of them, are heard. */
    static final String SQUAD_COLUMNS = """
            (select coalesce(json_agg(s.relation), '[]') from squad_access s where s.squad_id = $1 and s.subject = $2)
                as access_relations,
            (select case when count(*) = $3 then min(c.confirmed_at) end from shard_confirmation c) as confirmed_at
            """;

    private final Pool pool;
    private final AccessOwnerClient owner;
    private final boolean isOwner;

    AccessLookup(
            Pool pool,
            AccessOwnerClient owner,
            @ConfigProperty(name = "harrier.access.owner", defaultValue = "false") boolean isOwner) {
        this.pool = pool;
        this.owner = owner;
        this.isOwner = isOwner;
    }

    /** Empty for a stranger. */
    Uni<List<Grant>> toAthlete(UUID athleteId, Caller caller) {
        return pool.preparedQuery("select " + COLUMNS)
                .execute(Tuple.of(athleteId, caller.subject(), Shard.of(athleteId)))
                .chain(rows -> toAthlete(athleteId, caller, rows.iterator().next()));
    }

    /** The same from a row that has {@link #COLUMNS}. */
    Uni<List<Grant>> toAthlete(UUID athleteId, Caller caller, Row row) {
        var grants = row.getJsonArray("access_grants").stream()
                .map(JsonObject.class::cast)
                .map(grant -> grant(grant, caller))
                .filter(grant -> isForOneLike(caller, grant.relation()))
                .toList();
        return settled(grants, row) ? Uni.createFrom().item(grants) : owner.grantsToAthlete(athleteId, caller);
    }

    /**
     * What a caller is to a squad.
     *
     * @param relations empty for a stranger
     * @param asked whether the owner was asked, who then said who the members are: the table may be behind
     */
    record SquadRight(Set<Relation> relations, boolean asked, Set<UUID> members) {}

    Uni<SquadRight> toSquad(UUID squadId, Caller caller) {
        return pool.preparedQuery("select " + SQUAD_COLUMNS)
                .execute(Tuple.of(squadId, caller.subject(), (long) Shard.COUNT))
                .chain(rows -> toSquad(squadId, caller, rows.iterator().next()));
    }

    /** The same from a row that has {@link #SQUAD_COLUMNS}. */
    Uni<SquadRight> toSquad(UUID squadId, Caller caller, Row row) {
        var relations = row.getJsonArray("access_relations").stream()
                .map(String.class::cast)
                .map(Relation::valueOf)
                .filter(relation -> isForOneLike(caller, relation))
                .collect(Collectors.toSet());
        return settled(relations, row)
                ? Uni.createFrom().item(new SquadRight(relations, false, Set.of()))
                : owner.accessToSquad(squadId, caller)
                        .map(access -> new SquadRight(access.relations(), true, access.members()));
    }

    private boolean settled(java.util.Collection<?> found, Row row) {
        var confirmedAt = row.getOffsetDateTime("confirmed_at");
        return isOwner
                || (!found.isEmpty()
                        && confirmedAt != null
                        && confirmedAt.toInstant().isAfter(Instant.now().minus(CONFIRMED_FOR)));
    }

    /** A client may be called as a person is. */
    private static boolean isForOneLike(Caller caller, Relation relation) {
        return caller.partner() == (relation == Relation.PARTNER);
    }

    private static Grant grant(JsonObject grant, Caller caller) {
        var squadId = grant.getString("squadId");
        var scopes = grant.getJsonArray("scopes");
        return new Grant(
                caller.subject(),
                Relation.valueOf(grant.getString("relation")),
                squadId == null ? null : UUID.fromString(squadId),
                scopes == null ? null : scopes.stream().map(String.class::cast).collect(Collectors.toSet()));
    }
}
