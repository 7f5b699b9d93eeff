package run.harrier.plan.calendar;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.athlete.model.Fitness.InForce;
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
                        "Absent without a result, on steps that go by effort alone, and on easy steps of base, which go"
                                + " by time and feel, unless `paces` asks for them")
        @Nullable
        PacesView paces,

        @Schema(description = "79 % of the measured maximum, on easy steps") @Nullable
        Integer heartRateCeilingBpm) {

    @Schema(description = "Either a zone, or the pace over a race distance and seconds slower than it")
    record TargetView(
            @Nullable Zone zone,
            @Nullable Double raceDistanceMetres,
            @Nullable Double offsetSecondsPerKm) {

        static TargetView from(Target target) {
            return switch (target) {
                case Target.InZone in -> new TargetView(in.zone(), null, null);
                case Target.AtRacePace race ->
                    new TargetView(
                            null,
                            race.raceDistanceMetres(),
                            race.offsetSecondsPerKm() == 0 ? null : race.offsetSecondsPerKm());
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

    /**
     * @param fitness {@link InForce#NOTHING} for steps without paces
     * @param paces whether easy steps of base have them as well (S84)
     */
    public static List<StepView> from(List<Step> steps, InForce fitness, boolean paces) {
        return steps.stream().map(step -> from(step, fitness, paces)).toList();
    }

    private static StepView from(Step step, InForce fitness, boolean paces) {
        return switch (step) {
            case Step.Repeat repeat ->
                new StepView(
                        repeat.kind(),
                        repeat.times(),
                        from(repeat.steps(), fitness, paces),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case Step.Stretch stretch -> from(stretch, fitness, paces || !stretch.byFeel());
        };
    }

    private static StepView from(Step.Stretch stretch, InForce fitness, boolean withPaces) {
        var time = stretch.extent() instanceof Extent.Time of ? of : null;
        var distance = stretch.extent() instanceof Extent.Distance of ? of : null;
        var target = stretch.target();
        var rpe = stretch.rpe();
        var paces = withPaces ? fitness.paces() : null;
        return new StepView(
                stretch.kind(),
                null,
                null,
                time == null ? null : time.seconds(),
                time == null || !time.isRange() ? null : time.highestSeconds(),
                distance == null ? null : distance.metres(),
                target == null ? null : TargetView.from(target),
                rpe == null ? null : rpe.lowest(),
                rpe == null ? null : rpe.highest(),
                paces == null ? null : paces.of(stretch).map(PacesView::from).orElse(null),
                stretch.heartRateCeiling() ? fitness.easyCeilingBpm() : null);
    }
}
