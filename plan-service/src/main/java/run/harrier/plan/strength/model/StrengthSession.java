package run.harrier.plan.strength.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exercises of one day, in their order. */
public record StrengthSession(List<Exercise> exercises) {

    /**
     * An item as it is done on that day.
     *
     * @param repetitions of one set; absent for what is held
     */
    public record Exercise(
            StrengthItem item, int sets, @Nullable Repetitions repetitions) {

        /** The landings of its sets; 0 for what is no jump. */
        public int jumpContacts() {
            var contacts = item.jumpContacts();
            return contacts == null ? 0 : contacts / item.sets() * sets;
        }
    }

    public StrengthSession {
        exercises = List.copyOf(exercises);
    }

    /** Whether it must not stand before a quality day (S91). */
    public boolean heavy() {
        return exercises.stream().anyMatch(exercise -> exercise.item().heavy());
    }

    public int jumpContacts() {
        return exercises.stream().mapToInt(Exercise::jumpContacts).sum();
    }
}
