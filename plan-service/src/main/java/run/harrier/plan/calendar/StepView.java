package run.harrier.plan.calendar;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.calendar.model.ShownPaces;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PaceRange;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/** A step as a client reads it: its target, and the paces that this is with the fitness in force. */
public record StepView(
        StepKind kind,

        @Schema(description = "How often `steps` are done; of a REPEAT") @Nullable
        Integer times,

        @Nullable List<StepView> steps,
        @Nullable Integer durationSeconds,

        @Schema(description = "The upper end, where the duration is a range") @Nullable
        Integer durationSecondsHighest,

        @Nullable Double distanceMetres,
        @Nullable TargetView target,
        @Nullable Integer rpeLowest,
        @Nullable Integer rpeHighest,

        @Schema(
                description =
                        "Absent on steps that go by effort alone, such as hills and recovery, on easy steps of base, which"
                                + " go by time and feel, unless `paces` asks for them, without a result, and in a plan"
                                + " with `effortOnly`")
        @Nullable
        PacesView paces,

        @Schema(description = "79 % of the measured maximum, on easy steps") @Nullable
        Integer heartRateCeilingBpm) {

    @Schema(description = "Either a zone, or the pace over a race distance and seconds slower than it")
    record TargetView(
            @Nullable Zone zone,
            @Nullable Double raceDistanceMetres,

            @Schema(description = "Only beside `paces`: it says nothing by effort") @Nullable
            Double offsetSecondsPerKm) {

        static TargetView from(Target target, boolean withPaces) {
            return switch (target) {
                case Target.InZone in -> new TargetView(in.zone(), null, null);
                case Target.AtRacePace race ->
                    new TargetView(
                            null,
                            race.raceDistanceMetres(),
                            withPaces && race.offsetSecondsPerKm() != 0 ? race.offsetSecondsPerKm() : null);
            };
        }
    }

    record PacesView(double fastestSecondsPerKm, double slowestSecondsPerKm) {

        static PacesView from(PaceRange paces) {
            return new PacesView(tenths(paces.fastestSecondsPerKm()), tenths(paces.slowestSecondsPerKm()));
        }

        private static double tenths(double seconds) {
            return Math.round(10 * seconds) / 10.0;
        }
    }

    /** @param easyCeilingBpm absent where no heart rate was measured */
    public static List<StepView> from(List<Step> steps, ShownPaces shown, @Nullable Integer easyCeilingBpm) {
        return steps.stream().map(step -> from(step, shown, easyCeilingBpm)).toList();
    }

    private static StepView from(Step step, ShownPaces shown, @Nullable Integer easyCeilingBpm) {
        return switch (step) {
            case Step.Repeat repeat ->
                new StepView(
                        repeat.kind(),
                        repeat.times(),
                        from(repeat.steps(), shown, easyCeilingBpm),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case Step.Stretch stretch -> from(stretch, shown, easyCeilingBpm);
        };
    }

    private static StepView from(Step.Stretch stretch, ShownPaces shown, @Nullable Integer easyCeilingBpm) {
        var time = stretch.extent() instanceof Extent.Time of ? of : null;
        var distance = stretch.extent() instanceof Extent.Distance of ? of : null;
        var target = stretch.target();
        var rpe = stretch.rpe();
        var paces = shown.of(stretch).map(PacesView::from).orElse(null);
        return new StepView(
                stretch.kind(),
                null,
                null,
                time == null ? null : time.seconds(),
                time == null || !time.isRange() ? null : time.highestSeconds(),
                distance == null ? null : distance.metres(),
                target == null ? null : TargetView.from(target, paces != null),
                rpe == null ? null : rpe.lowest(),
                rpe == null ? null : rpe.highest(),
                paces,
                stretch.heartRateCeiling() ? easyCeilingBpm : null);
    }
}
