package run.harrier.plan.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/**
 * A step as the database keeps it: with a target and no pace, so that it is right whatever fitness it is read with.
 *
 * @param times how often {@code steps} are done, of a REPEAT; absent otherwise, as are the steps
 * @param durationSecondsHighest absent unless the duration is a range
 */
public record StepRow(
        StepKind kind,
        @Nullable Integer times,
        @Nullable List<StepRow> steps,
        @Nullable Integer durationSeconds,
        @Nullable Integer durationSecondsHighest,
        @Nullable Double distanceMetres,
        @Nullable TargetRow target,
        @Nullable Integer rpeLowest,
        @Nullable Integer rpeHighest) {

    /** Either a zone, or the pace over a race distance and seconds slower than it. */
    public record TargetRow(
            @Nullable Zone zone,
            @Nullable Double raceDistanceMetres,
            @Nullable Double offsetSecondsPerKm) {

        private static TargetRow from(Target target) {
            return switch (target) {
                case Target.InZone in -> new TargetRow(in.zone(), null, null);
                case Target.AtRacePace race ->
                    new TargetRow(
                            null,
                            race.raceDistanceMetres(),
                            race.offsetSecondsPerKm() == 0 ? null : race.offsetSecondsPerKm());
            };
        }

        private Target toModel() {
            if (zone != null) {
                return Target.zone(zone);
            }
            if (raceDistanceMetres == null) {
                throw new IllegalStateException("a target without zone and distance");
            }
            return new Target.AtRacePace(raceDistanceMetres, offsetSecondsPerKm == null ? 0 : offsetSecondsPerKm);
        }
    }

    public static List<StepRow> from(List<Step> steps) {
        return steps.stream().map(StepRow::from).toList();
    }

    public static List<Step> toModel(List<StepRow> steps) {
        return steps.stream().map(StepRow::toModel).toList();
    }

    private static StepRow from(Step step) {
        return switch (step) {
            case Step.Repeat repeat ->
                new StepRow(repeat.kind(), repeat.times(), from(repeat.steps()), null, null, null, null, null, null);
            case Step.Stretch stretch -> from(stretch);
        };
    }

    private static StepRow from(Step.Stretch stretch) {
        var time = stretch.extent() instanceof Extent.Time of ? of : null;
        var distance = stretch.extent() instanceof Extent.Distance of ? of : null;
        var target = stretch.target();
        var rpe = stretch.rpe();
        return new StepRow(
                stretch.kind(),
                null,
                null,
                time == null ? null : time.seconds(),
                time == null || !time.isRange() ? null : time.highestSeconds(),
                distance == null ? null : distance.metres(),
                target == null ? null : TargetRow.from(target),
                rpe == null ? null : rpe.lowest(),
                rpe == null ? null : rpe.highest());
    }

    private Step toModel() {
        if (times != null && steps != null) {
            return new Step.Repeat(times, toModel(steps));
        }
        return new Step.Stretch(kind, extent(), target == null ? null : target.toModel(), rpe());
    }

    private Extent extent() {
        if (durationSeconds != null) {
            return new Extent.Time(
                    durationSeconds, durationSecondsHighest == null ? durationSeconds : durationSecondsHighest);
        }
        if (distanceMetres == null) {
            throw new IllegalStateException("a step without duration and distance");
        }
        return new Extent.Distance(distanceMetres);
    }

    private @Nullable Rpe rpe() {
        return rpeLowest == null || rpeHighest == null ? null : new Rpe(rpeLowest, rpeHighest);
    }
}
