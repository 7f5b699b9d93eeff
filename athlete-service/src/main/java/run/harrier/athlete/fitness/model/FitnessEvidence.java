package run.harrier.athlete.fitness.model;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/** A result or a coach's number, from which a fitness number follows, with its local day. */
public sealed interface FitnessEvidence {
    /** By number, then by day; the id makes the order total. */
    Comparator<FitnessEvidence> BEST = Comparator.comparingDouble(
                    (FitnessEvidence evidence) -> evidence.vdot().value())
            .thenComparing(FitnessEvidence::on)
            .thenComparing(
                    evidence -> evidence instanceof Result result ? result.id().toString() : "");

    LocalDate on();

    Vdot vdot();

    /** A race, or a time trial: a run as hard as one can outside of a race (S17). */
    record Result(UUID id, Kind kind, double distanceMetres, Duration duration, LocalDate on, Vdot vdot)
            implements FitnessEvidence {
        public enum Kind {
            RACE,
            TIME_TRIAL
        }

        public Result(UUID id, Kind kind, double distanceMetres, Duration duration, LocalDate on) {
            this(id, kind, distanceMetres, duration, on, Vdot.of(distanceMetres, duration));
        }

        public Validity validity() {
            return Validity.of(distanceMetres, duration);
        }
    }

    /** A number set by hand from a day on, with the reason. */
    record FitnessOverride(LocalDate on, Vdot vdot, String reason) implements FitnessEvidence {}
}
