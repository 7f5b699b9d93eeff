package run.harrier.athlete.fitness;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A number set by hand, with the reason (D11). */
record NewFitnessOverride(
        @NotNull @DecimalMin("10") @DecimalMax("90") Double vdot,

        @NotBlank @Size(max = 500) @Pattern(regexp = "^[^\\x00]*$", message = "must not hold the character 0")
        String reason) {}
