package run.harrier.plan.prescription.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part of a session: one stretch at one effort, or other steps repeated. */
public sealed interface Step {

    StepKind kind();

    /**
     * One stretch. Any step can be run by effort alone (S9): without a target the range of effort is all there is.
     *
     * @param kind anything but REPEAT
     */
    record Stretch(
            StepKind kind,
            Extent extent,
            @Nullable Target target,
            @Nullable Rpe rpe) implements Step {

        public Stretch {
            if (kind == StepKind.REPEAT) {
                throw new IllegalArgumentException("a repeat has steps of its own");
            }
        }

        public Intensity intensity() {
            return Intensity.of(this);
        }

        public Optional<Target> aim() {
            return Optional.ofNullable(target);
        }

        /** An easy step carries a heart-rate ceiling, 79 % of the maximum, and no other heart-rate target (D8). */
        public boolean heartRateCeiling() {
            return target != null && target.isZone(Zone.EASY);
        }

        /** A base-phase easy step is run by time and feel: a device is given no pace for it (S84, D1). */
        public boolean byFeel() {
            return heartRateCeiling() && rpe != null && rpe.highest() <= Rpe.BASE_EASY.highest();
        }
    }

    /** @param times at least 1 */
    record Repeat(int times, List<Step> steps) implements Step {

        public Repeat {
            if (times < 1 || steps.isEmpty()) {
                throw new IllegalArgumentException("a repeat has at least one step, at least once");
            }
            steps = List.copyOf(steps);
        }

        @Override
        public StepKind kind() {
            return StepKind.REPEAT;
        }
    }

    static Step run(Extent extent, Zone zone) {
        return stretch(StepKind.RUN, extent, zone, zone.rpe());
    }

    static Step stretch(StepKind kind, Extent extent, Zone zone, Rpe rpe) {
        return new Stretch(kind, extent, Target.zone(zone), rpe);
    }

    /** Jogging or walking between repetitions: no pace, as slowly as it takes. */
    static Step recovery(Extent extent) {
        return new Stretch(StepKind.RECOVERY, extent, null, new Rpe(1, 3));
    }

    static Step repeat(int times, Step... steps) {
        return new Repeat(times, List.of(steps));
    }

    /** Every stretch as it is run, repeats unrolled. */
    static Stream<Stretch> stretches(List<Step> steps) {
        return unrolled(steps).stream();
    }

    /** The same as a list: nested streams cost a plan twice its time. */
    static List<Stretch> unrolled(List<Step> steps) {
        if (steps.size() == 1 && steps.getFirst() instanceof Stretch alone) {
            return List.of(alone);
        }
        var unrolled = new ArrayList<Stretch>();
        unroll(steps, unrolled);
        return unrolled;
    }

    private static void unroll(List<Step> steps, List<Stretch> unrolled) {
        for (var step : steps) {
            switch (step) {
                case Stretch stretch -> unrolled.add(stretch);
                case Repeat repeat -> {
                    for (int time = 0; time < repeat.times(); time++) {
                        unroll(repeat.steps(), unrolled);
                    }
                }
            }
        }
    }
}
