package run.harrier.plan.generation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import run.harrier.contracts.Relation;

/** Who asked for a plan; what is overridden in it stands on that person's word. */
@Schema(name = "PlanRequester")
record Requester(
        @Schema(description = "The subject of the person's tokens")
        String subject,

        @Schema(description = "COACH where the person is one, also of oneself")
        Relation relation) {

    boolean coach() {
        return relation == Relation.COACH;
    }
}
