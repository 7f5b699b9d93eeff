package run.harrier.load.wellness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.load.wellness.model.ClosingWord;

/** Who has called a warning sign over. */
@Schema(name = "ClosingWord")
record ClosingWordView(
        @Schema(description = "The last morning that had the sign")
        LocalDate signOn,

        @Schema(description = "When the athlete said it; absent before") @Nullable
        Instant athleteAt,

        @Schema(description = "When a coach said it; absent before") @Nullable
        Instant coachAt,

        @Schema(description = "The coach who said it, as the access token names them; absent before, and for partners")
        @Nullable
        String coach,

        @Schema(description = "The athlete's day from which on the sign does not stand; absent while a word is missing")
        @Nullable
        LocalDate closedOn) {

    static final String EXAMPLE =
            "{\"signOn\": \"2026-11-24\", \"coachAt\": \"2026-11-26T06:10:00Z\", \"coach\": \"dana\"}";

    /** The words that were said at once: of each sign that stands. */
    @Schema(name = "ClosingWords")
    record Words(List<ClosingWordView> items) {}

    /** @param names whether the reader may know which coach it was */
    static ClosingWordView from(ClosingWord word, boolean names) {
        return new ClosingWordView(
                word.signOn(), word.athleteAt(), word.coachAt(), names ? word.coach() : null, word.closedOn());
    }
}
