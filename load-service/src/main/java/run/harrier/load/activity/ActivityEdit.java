package run.harrier.load.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.load.recording.model.Sport;
import run.harrier.platform.problem.Problem;
import run.harrier.platform.problem.ProblemException;

/**
 * What may be changed of an activity, as it would be after the change.
 *
 * @param countsAlone only ever sent: what is an activity counts alone
 */
@Schema(description = "A merge-patch: what is left out stays, null takes the effort back")
record ActivityEdit(
        @Schema(minimum = "1", maximum = "10") @Nullable Integer rpe,
        Sport sport,

        @Schema(description = "True, of a copy that overlaps with its activity: they are two") @Nullable
        Boolean countsAlone) {
    private static final String COUNTS_ALONE = "countsAlone";
    private static final Set<String> FIELDS = Set.of("rpe", "sport", COUNTS_ALONE);

    /** As it is, with nothing changed. */
    static ActivityEdit none(Activity activity) {
        return new ActivityEdit(activity.rpe(), activity.sport(), null);
    }

    /** Whether the merge-patch says that a copy is none (D48); a 400 or 422 problem for anything but true. */
    static boolean countsAlone(ObjectNode patch) {
        var said = patch.get(COUNTS_ALONE);
        if (said == null || said.isNull()) {
            return false;
        }
        if (!said.isBoolean()) {
            throw malformed("/" + COUNTS_ALONE, "The value does not fit this field.");
        }
        if (!said.booleanValue()) {
            throw ProblemException.impossibleAt(
                    "/" + COUNTS_ALONE, "cannot be taken back: delete one of the two activities");
        }
        return true;
    }

    /** The merge-patch (RFC 7396) of an activity; a 400 or 422 problem that names the field. */
    static ActivityEdit of(Activity activity, ObjectNode patch) {
        patch.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw malformed("/" + name, "There is no such field.");
            }
        });
        return new ActivityEdit(
                patch.has("rpe") ? rpe(patch) : activity.rpe(),
                patch.has("sport") ? sport(patch) : activity.sport(),
                null);
    }

    private static @Nullable Integer rpe(ObjectNode patch) {
        var rpe = patch.get("rpe");
        if (rpe.isNull()) {
            return null;
        }
        if (!rpe.isInt()) {
            throw malformed("/rpe", "The value does not fit this field.");
        }
        if (rpe.asInt() < 1 || rpe.asInt() > 10) {
            throw ProblemException.impossibleAt("/rpe", "must be 1 to 10");
        }
        return rpe.asInt();
    }

    private static Sport sport(ObjectNode patch) {
        return Arrays.stream(Sport.values())
                .filter(sport -> sport.name().equals(patch.get("sport").textValue()))
                .findFirst()
                .orElseThrow(() -> malformed("/sport", "The value does not fit this field."));
    }

    private static ProblemException malformed(String pointer, String detail) {
        return ProblemException.malformed(
                "The body does not fit this operation.", new Problem.InvalidParam(pointer, detail));
    }
}
