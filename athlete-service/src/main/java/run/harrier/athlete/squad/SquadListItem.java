package run.harrier.athlete.squad;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import run.harrier.contracts.Relation;

/** A squad in the caller's list. */
record SquadListItem(
        UUID id,
        String name,

        @Schema(description = "What you are in it: COACH, ASSISTANT, ATHLETE")
        List<Relation> relations,

        int memberCount) {

    static SquadListItem from(Object[] row) {
        return new SquadListItem(
                UUID.fromString((String) row[0]),
                (String) row[1],
                Stream.of(((String) row[2]).split(",", -1))
                        .map(Relation::valueOf)
                        .toList(),
                (Integer) row[3]);
    }
}
