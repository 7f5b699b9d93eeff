package run.harrier.athlete.squad;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.http.Cursor;
import run.harrier.platform.problem.ProblemException;

/** All squads. */
@ApplicationScoped
class Squads implements PanacheRepositoryBase<SquadEntity, UUID> {
    private static final String OF_SUBJECT = """
            select cast(s.squad_id as text), s.name, mine.relations,
                   cast((select count(*) from squad_member m where m.squad_id = s.squad_id) as int)
            from (select r.squad_id, string_agg(r.relation, ',' order by r.relation) as relations
                  from (select c.squad_id, c.role as relation from squad_coach c where c.subject = :subject
                        union all
                        select m.squad_id, 'ATHLETE'
                        from squad_member m join athlete a on a.athlete_id = m.athlete_id
                        where a.subject = :subject) as r
                  group by r.squad_id) as mine
            join squad s on s.squad_id = mine.squad_id
            where s.squad_id > cast(cast(:after as text) as uuid)
            order by s.squad_id
            limit :most
            """;
    private static final String LOCK_MEMBERS = """
            select cast(a.athlete_id as text) from athlete a
            where a.athlete_id in (select m.athlete_id from squad_member m where m.squad_id = :squad)
            order by a.athlete_id
            for update
            """;
    private static final UUID LOWEST = new UUID(0, 0);

    Uni<SquadEntity> get(UUID squadId) {
        return findById(squadId).onItem().ifNull().failWith(ProblemException::notFound);
    }

    /** Until the transaction ends no other one changes members or coaches. Locked before any athlete. */
    Uni<SquadEntity> lockForUpdate(UUID squadId) {
        return find("squadId", squadId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound);
    }

    /** Locks the rows of a squad's athletes in one statement, in the order of their ids, and returns the ids. */
    Uni<List<UUID>> lockMembersForUpdate(UUID squadId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK_MEMBERS, String.class)
                        .setParameter("squad", squadId)
                        .getResultList())
                .map(ids -> ids.stream().map(UUID::fromString).toList());
    }

    /** The squads that a person coaches, assists in, or runs in; one more than the limit. */
    Uni<List<SquadListItem>> ofSubject(String subject, @Nullable String after, int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OF_SUBJECT, Object[].class)
                        .setParameter("subject", subject)
                        .setParameter("after", startOf(after).toString())
                        .setParameter("most", limit + 1)
                        .getResultList())
                .map(rows -> rows.stream().map(SquadListItem::from).toList());
    }

    /** The id that a page comes after: that of the cursor, or without a cursor the lowest. */
    static UUID startOf(@Nullable String after) {
        try {
            return after == null ? LOWEST : UUID.fromString(Cursor.decode(after));
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }
}
