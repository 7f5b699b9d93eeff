package run.harrier.athlete.fitness.model;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/** What a fitness number can come from, on the local day it was taken. */
public sealed interface Measure {
    /** The number of a day is the best, then the newest. */
    Comparator<Measure> BEST = Comparator.comparingDouble(
                    (Measure measure) -> measure.vdot().value())
            .thenComparing(Measure::on)
            .thenComparing(
                    measure -> measure instanceof Result result ? result.id().toString() : "");

    LocalDate on();

    Vdot vdot();

    /** A race, or a run as hard as one can outside of a race (S17). */
    record Result(UUID id, Kind kind, double distanceMetres, Duration duration, LocalDate on, Vdot vdot)
            implements Measure {
        public enum Kind {
            RACE,
            TIME_TRIAL
        }

        public Result(UUID id, Kind kind, double distanceMetres, Duration duration, LocalDate on) {
            this(id, kind, distanceMetres, duration, on, Vdot.of(distanceMetres, duration));
        }
    }

    /** The number that a coach holds to be right from a day on, with the reason. */
    record FitnessOverride(LocalDate on, Vdot vdot, String reason) implements Measure {}
}
