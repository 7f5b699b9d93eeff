package run.harrier.load.wellness;

import static run.harrier.platform.json.Optionals.orNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.Relation;
import run.harrier.load.wellness.model.Mornings;
import run.harrier.load.wellness.model.Readiness;
import run.harrier.load.wellness.model.Reason;
import run.harrier.platform.json.Rounded;

/** The readiness of an athlete on a day, with its reasons. */
record ReadinessView(
        LocalDate on,

        @Schema(
                description =
                        "UNKNOWN where nothing speaks: no reason, and no entry of the day or fewer than 7 of it and the 28"
                                + " days before")
        Readiness.Verdict verdict,

        List<ReasonView> reasons,

        @Schema(
                description =
                        "Mornings with an entry, of the day and the 28 before it; a figure has a usual value from 7 earlier"
                                + " mornings on that have it")
        int morningsEntered,

        @Schema(description = "What to do about the worst sign; without running while it is a warning sign") @Nullable
        String notice) {

    enum ReasonCode {
        SYMPTOMS,
        STRANGE_HEART_RATE,
        STRONG_PAIN,
        ILLNESS,
        PERSISTENT_PAIN,
        SYMPTOMS_STAND,
        WARNING_STANDS,
        RESTING_HEART_RATE,
        ROUGH_NIGHTS,
        EXHAUSTED,
        HRV_LOW,
        SORE,
        STRESSED,
        LOW_MOOD,
        LASTING_FATIGUE,
        /** What others than the athlete see in the place of stress and mood (D21). */
        PRIVATE
    }

    /**
     * @param value the value that was entered or counted
     * @param baseline the athlete's own usual value, where the signal has one
     */
    @Rounded
    record ReasonView(
            ReasonCode code,

            @Schema(description = "For the athlete") String text,

            @Schema(description = "For who coaches") String coachText,

            @Nullable Double value,
            @Nullable Double baseline,

            @Schema(
                    description =
                            "Of WARNING_STANDS: who has called the sign over. It stands until the athlete and a coach have, or the"
                                    + " athlete who has none",
                    examples = ClosingWordView.EXAMPLE)
            @Nullable
            ClosingWordView closingWord) {

        static ReasonView from(Reason reason, Mornings mornings, Set<Relation> reader) {
            if (reason.isPrivate() && !reader.contains(Relation.ATHLETE)) {
                return new ReasonView(ReasonCode.PRIVATE, Reason.PRIVATE, Reason.PRIVATE, null, null, null);
            }
            return new ReasonView(
                    ReasonCode.valueOf(reason.code().name()),
                    reason.text(),
                    reason.coachText(),
                    orNull(reason.value()),
                    orNull(reason.baseline()),
                    reason.code() == Reason.Code.WARNING_STANDS && reason.signOn() != null
                            ? ClosingWordView.from(
                                    mornings.word(reason.signOn()), !reader.equals(Set.of(Relation.PARTNER)))
                            : null);
        }
    }

    /** @param reader what the caller is to the athlete: what is private is the athlete's, and a partner is named no coach */
    static ReadinessView from(Readiness readiness, Mornings mornings, Set<Relation> reader) {
        return new ReadinessView(
                readiness.on(),
                readiness.verdict(),
                readiness.reasons().stream()
                        .map(reason -> ReasonView.from(reason, mornings, reader))
                        .toList(),
                Readiness.morningsEntered(readiness.on(), mornings),
                readiness.notice().orElse(null));
    }
}
