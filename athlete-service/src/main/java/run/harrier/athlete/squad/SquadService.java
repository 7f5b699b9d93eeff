package run.harrier.athlete.squad;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.access.AccessAnnouncement;
import run.harrier.athlete.directory.Directory.Person;
import run.harrier.athlete.squad.SquadCoachEntity.Role;
import run.harrier.platform.http.Page;
import run.harrier.platform.http.Preconditions;
import run.harrier.platform.problem.ProblemException;
import run.harrier.platform.time.Uuid7;

/**
 * Squads and their coaches. A change of a coach publishes the access of every member, in the same few statements for 3
 * members and for 5,000.
 */
@ApplicationScoped
class SquadService {
    /** Each coach and assistant stands in the access list of every member. */
    static final int MOST_COACHES = 30;

    private final Squads squads;
    private final SquadCoaches coaches;
    private final SquadMembers members;
    private final AccessAnnouncement access;
    private final Uuid7 ids;

    SquadService(Squads squads, SquadCoaches coaches, SquadMembers members, AccessAnnouncement access, Uuid7 ids) {
        this.squads = squads;
        this.coaches = coaches;
        this.members = members;
        this.access = access;
        this.ids = ids;
    }

    @WithTransaction
    Uni<SquadView> create(String coach, NewSquad squad) {
        return squads.persist(new SquadEntity(ids.next(), squad.name().strip()))
                .chain(created -> coaches.persist(new SquadCoachEntity(created.squadId, coach, null, Role.COACH))
                        .map(first -> SquadView.from(created, List.of(first), List.of())));
    }

    @WithSession
    Uni<Page<SquadListItem>> list(String subject, @Nullable String after, int limit) {
        return squads.ofSubject(subject, after, limit)
                .map(rows -> Page.of(rows, limit, row -> row, row -> row.id().toString()));
    }

    @WithSession
    Uni<SquadView> get(UUID squadId) {
        return squads.get(squadId).chain(this::view);
    }

    @WithTransaction
    Uni<SquadView> rename(UUID squadId, Preconditions asked, NewSquad to) {
        return squads.lockForUpdate(squadId)
                .call(squad -> asked.isNone()
                        ? Uni.createFrom().voidItem()
                        : view(squad).invoke(present -> asked.require(present.tag())))
                .invoke(squad -> squad.rename(to.name().strip()))
                .chain(this::view);
    }

    @WithTransaction
    Uni<Void> dissolve(UUID squadId) {
        return squads.lockForUpdate(squadId)
                .chain(squad -> squads.lockMembersForUpdate(squadId)
                        .call(() -> squads.delete("squadId", squadId))
                        .chain(access::publish));
    }

    @WithTransaction
    Uni<SquadView.Coach> name(UUID squadId, Person person, Role role) {
        return squads.lockForUpdate(squadId)
                .chain(() -> coaches.of(squadId))
                .chain(present -> bySubject(present, person.subject())
                        .map(coach -> change(coach, role, present))
                        .orElseGet(() -> add(squadId, person, role, present)))
                .map(SquadView.Coach::from);
    }

    /** A coach can remove every coach and assistant, an assistant only themself. */
    @WithTransaction
    Uni<Void> remove(UUID squadId, String subjectOrName, String by) {
        return squads.lockForUpdate(squadId).chain(() -> coaches.of(squadId)).chain(present -> {
            var leaving = bySubject(present, subjectOrName)
                    .or(() -> present.stream()
                            .filter(coach -> subjectOrName.equals(coach.name))
                            .findFirst())
                    .orElseThrow(ProblemException::notFound);
            // by subject alone: anybody may take a user name that is somebody's subject
            var remover = bySubject(present, by).orElseThrow(ProblemException::notFound);
            if (!leaving.subject.equals(by) && remover.role != Role.COACH) {
                throw ProblemException.forbidden("An assistant can only leave.");
            }
            requireAnotherCoach(leaving, present);
            return coaches.delete(leaving).chain(() -> publishMembers(squadId));
        });
    }

    private Uni<SquadView> view(SquadEntity squad) {
        return coaches.of(squad.squadId)
                .chain(team -> members.named(squad.squadId).map(named -> SquadView.from(squad, team, named)));
    }

    private Uni<SquadCoachEntity> change(SquadCoachEntity coach, Role role, List<SquadCoachEntity> present) {
        if (coach.role == role) {
            return Uni.createFrom().item(coach);
        }
        if (role != Role.COACH) {
            requireAnotherCoach(coach, present);
        }
        return Uni.createFrom().item(coach.change(role)).call(() -> publishMembers(coach.squadId));
    }

    private Uni<SquadCoachEntity> add(UUID squadId, Person person, Role role, List<SquadCoachEntity> present) {
        if (present.size() >= MOST_COACHES) {
            throw ProblemException.conflict("A squad can have " + MOST_COACHES + " coaches and assistants.");
        }
        return coaches.persist(new SquadCoachEntity(squadId, person.subject(), person.userName(), role))
                .call(() -> publishMembers(squadId));
    }

    private Uni<Void> publishMembers(UUID squadId) {
        return coaches.flush().chain(() -> squads.lockMembersForUpdate(squadId)).chain(access::publish);
    }

    private static Optional<SquadCoachEntity> bySubject(List<SquadCoachEntity> present, String subject) {
        return present.stream().filter(coach -> coach.subject.equals(subject)).findFirst();
    }

    private static void requireAnotherCoach(SquadCoachEntity leaving, List<SquadCoachEntity> present) {
        if (leaving.role == Role.COACH
                && present.stream().filter(coach -> coach.role == Role.COACH).count() == 1) {
            throw ProblemException.conflict("The last coach of a squad stays: name another one first.");
        }
    }
}
