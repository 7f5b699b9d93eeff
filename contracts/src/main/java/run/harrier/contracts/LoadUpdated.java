package run.harrier.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The load of some day changed, and with it the series from that day on.
 *
 * @param from the first local day whose figures changed
 * @param on the athlete's local day when it was computed: the day of {@code acwr}
 * @param acwr absent without any record
 */
public record LoadUpdated(
        UUID athleteId,
        LocalDate from,
        LocalDate on,
        @Nullable Acwr acwr) implements Event {

    /**
     * Acute:chronic workload ratio, coupled (D3).
     *
     * @param provisional fewer than 28 days of record
     * @param band UNDER, SWEET_SPOT, RAISED or HIGH; absent where the ratio is no reason to warn or to change a plan (D46):
     *     a provisional one, one of few running days, or that of a return to less than usual
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Acwr(
            double value,
            int coverageDays,
            boolean provisional,
            @Nullable String band) {}
}
