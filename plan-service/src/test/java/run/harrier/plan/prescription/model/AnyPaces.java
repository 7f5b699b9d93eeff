package run.harrier.plan.prescription.model;

import java.util.List;

/** Paces for tests: those of a 5K in 19:56 (VDOT 50), or of somebody slower or faster by a factor. */
public final class AnyPaces {

    private AnyPaces() {}

    public static Paces anyPaces() {
        return times(1);
    }

    public static Paces times(double factor) {
        return new Paces(
                294 * factor,
                338 * factor,
                271 * factor,
                255.5 * factor,
                235 * factor,
                217 * factor,
                List.of(
                        new Paces.Equivalent(1500, 323 * factor),
                        new Paces.Equivalent(1609.344, 349.2 * factor),
                        new Paces.Equivalent(3000, 690 * factor),
                        new Paces.Equivalent(5000, 1196 * factor),
                        new Paces.Equivalent(10_000, 2480 * factor),
                        new Paces.Equivalent(21_097.5, 5490 * factor),
                        new Paces.Equivalent(42_195, 11_430 * factor)));
    }
}
