package run.harrier.load.wellness;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who has called a warning sign over. */
@Schema(name = "ClosingWord")
record ClosingWordView(
        @Schema(description = "The last morning that had the sign")
        LocalDate signOn,

        @Schema(description = "When the athlete said it") @Nullable
        Instant athleteAt,

        @Schema(description = "When a coach said it") @Nullable
        Instant coachAt,

        @Schema(description = "The athlete's day from which on the sign does not stand; absent while a word is missing")
        @Nullable
        LocalDate closedOn) {}
