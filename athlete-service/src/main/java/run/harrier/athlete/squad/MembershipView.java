package run.harrier.athlete.squad;

import java.util.UUID;

/** The membership of an athlete in a squad. */
record MembershipView(UUID squadId, String squadName, UUID athleteId) {

    static MembershipView from(InvitationEntity accepted) {
        return new MembershipView(accepted.squad.squadId, accepted.squad.name, accepted.athleteId);
    }
}
