package run.harrier.athlete.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import run.harrier.contracts.AccessChanged;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.Relation;
import run.harrier.platform.outbox.Outbox;

/** Publishes who may see an athlete, in the transaction that changes it. */
@ApplicationScoped
public class AccessAnnouncement {
    private static final TypeReference<List<Grant>> GRANTS = new TypeReference<>() {};
    private static final String WHOLE_LISTS = """
            select cast(asked.id as text),
                   coalesce(cast(json_agg(json_strip_nulls(json_build_object(
                       'subject', a.subject, 'relation', a.relation, 'squadId', a.squad_id, 'scopes', a.scopes))
                       order by a.relation, a.subject, a.squad_id) filter (where a.subject is not null) as text), '[]')
            from unnest(cast(string_to_array(:ids, ',') as uuid[])) as asked(id)
            left join access a on a.athlete_id = asked.id
            group by asked.id
            """;

    private final ObjectMapper json;
    private final Outbox outbox;

    AccessAnnouncement(ObjectMapper json, Outbox outbox) {
        this.json = json;
        this.outbox = outbox;
    }

    /**
     * Publishes the whole list of each athlete, in two statements whatever their number. The caller has locked the
     * athletes' rows, so that no list is older than the one published before.
     */
    public Uni<Void> publish(Collection<UUID> athleteIds) {
        return athleteIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.flush()
                                .chain(() -> wholeLists(session, athleteIds))
                                .chain(events -> outbox.publish(session, events)));
    }

    Uni<List<Grant>> ofSubject(UUID athleteId, String subject, Set<Relation> relations) {
        return Panache.getSession()
                .chain(session -> wholeLists(session, List.of(athleteId)))
                .map(lists -> lists.getFirst().grants().stream()
                        .filter(grant -> grant.subject().equals(subject) && relations.contains(grant.relation()))
                        .toList());
    }

    Uni<List<UUID>> members(UUID squadId) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select athleteId from SquadMemberEntity where squadId = :squad", UUID.class)
                        .setParameter("squad", squadId)
                        .getResultList());
    }

    private Uni<List<AccessChanged>> wholeLists(Mutiny.Session session, Collection<UUID> athleteIds) {
        var ids = String.join(",", athleteIds.stream().map(UUID::toString).toList());
        return session.createNativeQuery(WHOLE_LISTS, Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new AccessChanged(UUID.fromString((String) row[0]), grants((String) row[1])))
                        .toList());
    }

    private List<Grant> grants(String text) {
        try {
            return json.readValue(text, GRANTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("grants that cannot be read", e);
        }
    }
}
