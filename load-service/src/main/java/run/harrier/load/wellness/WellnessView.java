package run.harrier.load.wellness;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import run.harrier.platform.http.Tagged;

/** The entry of one morning. */
record WellnessView(
        LocalDate on,
        @JsonUnwrapped WellnessEntry entry,
        @JsonIgnore String tag) implements Tagged {

    /** The mornings of a range, by day. */
    record Mornings(List<WellnessView> items) {}
}
