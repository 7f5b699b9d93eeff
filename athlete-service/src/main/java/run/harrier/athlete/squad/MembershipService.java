package run.harrier.athlete.squad;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.access.AccessAnnouncement;
import run.harrier.athlete.profile.AthleteEntity;
import run.harrier.athlete.profile.AthleteProfiles;
import run.harrier.athlete.profile.model.JoinCode;
import run.harrier.platform.http.Page;
import run.harrier.platform.problem.ProblemException;
import run.harrier.platform.time.Uuid7;

/** Invitations into squads, their acceptance, and leaving (D22, D24). The squad is always locked before the athlete. */
@ApplicationScoped
class MembershipService {
    private static final int MOST_MEMBERS = 5_000;
    private static final int MOST_SQUADS = 10;

    private final Squads squads;
    private final SquadCoaches coaches;
    private final SquadMembers members;
    private final Invitations invitations;
    private final AthleteProfiles athletes;
    private final AccessAnnouncement access;
    private final Uuid7 ids;
    private final Clock clock;

    MembershipService(
            Squads squads,
            SquadCoaches coaches,
            SquadMembers members,
            Invitations invitations,
            AthleteProfiles athletes,
            AccessAnnouncement access,
            Uuid7 ids,
            Clock clock) {
        this.squads = squads;
        this.coaches = coaches;
        this.members = members;
        this.invitations = invitations;
        this.athletes = athletes;
        this.access = access;
        this.ids = ids;
        this.clock = clock;
    }

    /** An athlete who is a member or invited already is not invited again (409). */
    @WithTransaction
    Uni<InvitationView> invite(UUID squadId, NewInvitation invitation, String coach) {
        var code = JoinCode.read(invitation.joinCode()).orElseThrow(AthleteProfiles::noSuchCode);
        return squads.lockForUpdate(squadId)
                .chain(squad -> athletes.ofJoinCode(code)
                        .call(athlete -> requireNoMember(squadId, athlete))
                        .call(athlete -> requireNotInvited(squadId, athlete))
                        .chain(athlete -> invitations.persist(
                                new InvitationEntity(athlete.athleteId(), ids.next(), squad, coach, clock.instant()))))
                .map(InvitationView::from);
    }

    @WithSession
    Uni<Page<InvitationView>> ofSquad(UUID squadId, @Nullable String after, int limit) {
        return invitations
                .ofSquad(squadId, after, limit)
                .map(rows -> Page.of(rows, limit, InvitationView::from, row -> row.id.toString()));
    }

    @WithSession
    Uni<Page<InvitationView>> ofSubject(String subject, @Nullable String after, int limit) {
        return invitations
                .ofSubject(subject, after, limit)
                .map(rows -> Page.of(rows, limit, InvitationView::from, row -> row.id.toString()));
    }

    @WithSession
    Uni<InvitationView> invitation(UUID id, String subject) {
        return visible(id, subject).map(InvitationView::from);
    }

    /** The squad's coaches see the athlete as soon as the transaction has ended. */
    @WithTransaction
    Uni<MembershipView> accept(UUID id, String subject) {
        return visible(id, subject)
                .chain(invitation -> lockSquadAndAthlete(invitation)
                        .invoke(athlete -> requireSelf(athlete, subject))
                        .chain(() -> invitations.remove(invitation))
                        .invoke(MembershipService::requireFound)
                        .chain(() -> requireRoom(invitation))
                        .chain(() ->
                                members.persist(new SquadMemberEntity(invitation.athleteId, invitation.squad.squadId)))
                        .chain(() -> access.publish(Set.of(invitation.athleteId)))
                        .map(published -> MembershipView.from(invitation)));
    }

    /** The invited athlete declines the invitation, or a coach of the squad withdraws it. */
    @WithTransaction
    Uni<Void> remove(UUID id, String subject) {
        return visible(id, subject)
                .call(invitation -> coaches.hasCoach(invitation.squad.squadId, subject)
                        .chain(coach -> coach
                                ? Uni.createFrom().voidItem()
                                : athletes.get(invitation.athleteId)
                                        .invoke(athlete -> requireSelf(athlete, subject))
                                        .replaceWithVoid()))
                .chain(invitations::remove)
                .invoke(MembershipService::requireFound)
                .replaceWithVoid();
    }

    /** The athlete leaves, or a coach of this squad removes the athlete; a coach of another squad gets a 404. */
    @WithTransaction
    Uni<Void> leave(UUID squadId, UUID athleteId, String by, boolean self) {
        return squads.lockForUpdate(squadId)
                .chain(() -> self ? Uni.createFrom().item(true) : coaches.hasCoach(squadId, by))
                .invoke(MembershipService::requireFound)
                .chain(() -> athletes.lockForUpdate(athleteId))
                .chain(() -> members.remove(squadId, athleteId))
                .invoke(MembershipService::requireFound)
                .chain(() -> access.publish(Set.of(athleteId)));
    }

    private Uni<AthleteEntity> lockSquadAndAthlete(InvitationEntity invitation) {
        return squads.lockForUpdate(invitation.squad.squadId).chain(() -> athletes.lockForUpdate(invitation.athleteId));
    }

    private Uni<Long> requireRoom(InvitationEntity invitation) {
        return members.count("squadId", invitation.squad.squadId)
                .invoke(count -> requireRoom(count, MOST_MEMBERS, "A squad can have %d athletes."))
                .chain(() -> members.count("athleteId", invitation.athleteId))
                .invoke(count -> requireRoom(count, MOST_SQUADS, "An athlete can be in %d squads."));
    }

    private Uni<InvitationEntity> visible(UUID id, String subject) {
        return invitations.visible(id, subject).onItem().ifNull().failWith(ProblemException::notFound);
    }

    private Uni<Long> requireNoMember(UUID squadId, AthleteEntity athlete) {
        return members.count("squadId = ?1 and athleteId = ?2", squadId, athlete.athleteId())
                .invoke(count -> requireNone(count, "The athlete is in the squad already."));
    }

    private Uni<Long> requireNotInvited(UUID squadId, AthleteEntity athlete) {
        return invitations
                .count("squad.squadId = ?1 and athleteId = ?2", squadId, athlete.athleteId())
                .invoke(count -> requireNone(count, "The athlete is invited already."));
    }

    private static void requireNone(long count, String detail) {
        if (count > 0) {
            throw ProblemException.conflict(detail);
        }
    }

    private static void requireRoom(long count, int most, String sentence) {
        if (count >= most) {
            throw ProblemException.conflict(sentence.formatted(most));
        }
    }

    private static void requireSelf(AthleteEntity athlete, String subject) {
        if (!athlete.belongsTo(subject)) {
            throw ProblemException.forbidden("Only the athlete who is invited can do this.");
        }
    }

    private static void requireFound(boolean found) {
        if (!found) {
            throw ProblemException.notFound();
        }
    }
}
