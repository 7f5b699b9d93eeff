package run.harrier.load.wellness;

import static run.harrier.platform.json.Optionals.orNull;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.load.wellness.model.Readiness;
import run.harrier.load.wellness.model.Reason;

/** The readiness of an athlete on a day, with its reasons. */
record ReadinessView(
        LocalDate on,

        @Schema(description = "UNKNOWN without an entry of the day, or with fewer than 7 in 28 days")
        Readiness.Verdict verdict,

        List<ReasonView> reasons,

        @Schema(description = "Shown with every warning sign: this is no diagnosis, see a professional") @Nullable
        String notice) {

    /**
     * @param value the value that was entered or counted
     * @param baseline the athlete's own usual value, where the signal has one
     */
    record ReasonView(
            Reason.Code code,
            String text,
            @Nullable Double value,
            @Nullable Double baseline) {

        static ReasonView from(Reason reason) {
            return new ReasonView(reason.code(), reason.text(), orNull(reason.value()), orNull(reason.baseline()));
        }
    }

    static ReadinessView from(Readiness readiness) {
        return new ReadinessView(
                readiness.on(),
                readiness.verdict(),
                readiness.reasons().stream().map(ReasonView::from).toList(),
                readiness.notice().orElse(null));
    }
}
