package run.harrier.platform.access;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.Relation;

/** The rows of {@code access} and {@code squad_access} as a column of any query. */
final class AccessColumns {
    /** What the subject {@code $2} is to the athlete {@code $1}. */
    static final String GRANTS = """
            (select coalesce(json_agg(json_build_object(
                        'relation', a.relation, 'squadId', a.squad_id, 'scopes', a.scopes)), '[]')
             from access a where a.athlete_id = $1 and a.subject = $2) as access_grants
            """;

    /** What the subject {@code $2} is to the squad {@code $1}. */
    static final String RELATIONS = """
            (select coalesce(json_agg(s.relation), '[]') from squad_access s where s.squad_id = $1 and s.subject = $2)
                as access_relations
            """;

    private AccessColumns() {}

    static List<Grant> grants(Row row, Caller caller) {
        return row.getJsonArray("access_grants").stream()
                .map(JsonObject.class::cast)
                .map(grant -> grant(grant, caller))
                .filter(grant -> isOfSameKind(caller, grant.relation()))
                .toList();
    }

    static Set<Relation> relations(Row row, Caller caller) {
        return row.getJsonArray("access_relations").stream()
                .map(String.class::cast)
                .map(Relation::valueOf)
                .filter(relation -> isOfSameKind(caller, relation))
                .collect(Collectors.toSet());
    }

    /** A partner's client id may equal a person's subject. */
    private static boolean isOfSameKind(Caller caller, Relation relation) {
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
