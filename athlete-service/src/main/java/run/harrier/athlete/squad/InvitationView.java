package run.harrier.athlete.squad;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import run.harrier.platform.http.Located;

/** An open invitation. It names no athlete: the coach sees who it is after the acceptance (U5). */
record InvitationView(
        UUID id,
        UUID squadId,
        String squadName,
        @Schema(description = "The `sub` of the coach") String invitedBy,
        Instant invitedAt,
        @Schema(hidden = true) String location)
        implements Located {

    static InvitationView from(InvitationEntity invitation) {
        return new InvitationView(
                invitation.id,
                invitation.squad.squadId,
                invitation.squad.name,
                invitation.invitedBy,
                invitation.invitedAt,
                "/api/v1/invitations/" + invitation.id);
    }
}
