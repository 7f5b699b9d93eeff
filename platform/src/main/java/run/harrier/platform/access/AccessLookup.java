package run.harrier.platform.access;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.Relation;

/** What a caller is to an athlete or a squad. Nothing, for a stranger. */
interface AccessLookup {

    Uni<List<Grant>> toAthlete(UUID athleteId, Caller caller);

    Uni<Set<Relation>> toSquad(UUID squadId, Caller caller);
}
