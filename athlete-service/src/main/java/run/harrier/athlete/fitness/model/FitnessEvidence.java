package run.harrier.athlete.fitness.model;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/** What a fitness number can come from, on the local day it was taken. */
public sealed interface FitnessEvidence {
    /** The number of a day is the best, then the newest. */
    Comparator<FitnessEvidence> BEST = Comparator.comparingDouble(
                    (FitnessEvidence measure) -> measure.vdot().value())
            .thenComparing(FitnessEvidence::on)
            .thenComparing(
                    measure -> measure instanceof Result result ? result.id().toString() : "");

    LocalDate on();

    Vdot vdot();

    /** A race, or a run as hard as one can outside of a race (S17). */
    record Result(UUID id, Kind kind, double distanceMetres, Duration duration, LocalDate on, Vdot vdot)
            implements FitnessEvidence {
        public enum Kind {
            RACE,
            TIME_TRIAL
        }

        public Result(UUID id, Kind kind, double distanceMetres, Duration duration, LocalDate on) {
            this(id, kind, distanceMetres, duration, on, Vdot.of(distanceMetres, duration));
        }
    }

    /** The number that a coach holds to be right from a day on, with the reason. */
    record FitnessOverride(LocalDate on, Vdot vdot, String reason) implements FitnessEvidence {}
}
