package run.harrier.athlete.heartrate;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.heartrate.model.HeartRate;
import run.harrier.athlete.heartrate.model.Origin;
import run.harrier.platform.http.Tagged;

/** One measurement of the heart; the answer to a GET has all of them beside the one in force. */
public record HeartRateView(
        int maxBpm,
        int restBpm,
        Threshold threshold,
        Origin origin,
        LocalDate measuredOn,

        @Schema(description = "Whether it is the one in force on the day asked for")
        boolean inForce,

        @Schema(description = "All that were kept, by day; only with GET") @Nullable
        List<HeartRateView> measurements)
        implements Tagged {

    @Override
    public String tag() {
        return Tagged.of(this);
    }

    public enum Method {
        MEASURED,
        PERCENT_OF_MAXIMUM
    }

    public record Threshold(
            int bpm,

            @Schema(description = "PERCENT_OF_MAXIMUM: estimated as 88 % of it")
            Method method) {

        public static Threshold from(HeartRate heartRate) {
            return new Threshold(
                    heartRate.thresholdBpm(),
                    heartRate.thresholdIsEstimated() ? Method.PERCENT_OF_MAXIMUM : Method.MEASURED);
        }
    }

    public static HeartRateView from(HeartRate measured, @Nullable HeartRate inForce) {
        return from(measured, inForce, null);
    }

    public static HeartRateView from(HeartRate measured, @Nullable HeartRate inForce, @Nullable List<HeartRate> all) {
        return new HeartRateView(
                measured.maxBpm(),
                measured.restBpm(),
                Threshold.from(measured),
                measured.origin(),
                measured.measuredOn(),
                measured.equals(inForce),
                all == null
                        ? null
                        : all.stream().map(each -> from(each, inForce)).toList());
    }
}
