package run.harrier.plan.strength.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exercise of the catalogue. It is counted in repetitions or held for seconds, never both.
 *
 * @param movement how it is done
 * @param repetitions of one set; on each side where it is done on each
 * @param progression what makes it harder, once it is easy
 * @param purpose what it does for running
 * @param helps the restricted movements that it helps
 * @param jumpContacts the landings of all its sets; absent for what is no jump
 * @param heavy against a load that leaves two repetitions in reserve
 */
public record StrengthItem(
        String id,
        Category category,
        String name,
        String movement,
        int sets,
        @Nullable Repetitions repetitions,
        @Nullable Integer seconds,
        boolean eachSide,
        String progression,
        String purpose,
        List<RestrictedMovement> helps,
        @Nullable Integer jumpContacts,
        boolean heavy) {

    public StrengthItem {
        if ((repetitions == null) == (seconds == null)) {
            throw new IllegalArgumentException(id + " has repetitions or seconds");
        }
        helps = List.copyOf(helps);
    }

    boolean helpsAny(Collection<RestrictedMovement> restricted) {
        return !Collections.disjoint(helps, restricted);
    }

    /** Neither heavy nor a jump: what is learnt first (D42). */
    boolean control() {
        return !heavy && category != Category.PLYOMETRIC;
    }
}
