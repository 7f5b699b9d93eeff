package run.harrier.plan.revision;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Takes a session to another day. */
record MoveSession(
        @NotNull @Schema(description = "The new day, today or later")
        LocalDate on,

        @PositiveOrZero @Schema(description = "The revision you read; 409 when the session has changed since") @Nullable
        Integer revision) {}
