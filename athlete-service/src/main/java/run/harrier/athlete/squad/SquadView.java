package run.harrier.athlete.squad;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.http.Located;
import run.harrier.platform.http.Tagged;

/** A squad with its coaches, assistants and members. */
record SquadView(
        UUID id,
        String name,
        List<Coach> coaches,
        List<Member> members,
        @Schema(hidden = true) String location) implements Located, Tagged {

    @Override
    public String tag() {
        return Tagged.of(this);
    }

    @Schema(name = "SquadCoach")
    record Coach(
            @Schema(description = "The `sub` of the person's token")
            String subject,

            @Schema(description = "The user name; absent when it is not known") @Nullable
            String name,

            SquadCoachEntity.Role role) {

        static Coach from(SquadCoachEntity entity) {
            return new Coach(entity.subject, entity.name, entity.role);
        }
    }

    @Schema(name = "SquadMember")
    record Member(UUID athleteId, String displayName) {}

    static SquadView from(SquadEntity squad, List<SquadCoachEntity> coaches, List<Member> members) {
        return new SquadView(
                squad.squadId,
                squad.name,
                coaches.stream().map(Coach::from).toList(),
                List.copyOf(members),
                "/api/v1/squads/" + squad.squadId);
    }
}
