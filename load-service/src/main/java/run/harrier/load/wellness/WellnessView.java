package run.harrier.load.wellness;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import run.harrier.load.wellness.WellnessEntries.TaggedEntry;
import run.harrier.platform.http.Tagged;

/** The entry of one day. */
record WellnessView(
        LocalDate on,
        @JsonUnwrapped WellnessEntry entry,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
                description = "Who entered a field, where that was not the athlete: `client:` and the client's id",
                examples = "{\"sleepHours\": \"client:partner-demo\"}")
        Map<String, String> sources,

        @JsonIgnore String tag)
        implements Tagged {

    static WellnessView from(TaggedEntry stored) {
        return new WellnessView(
                stored.wellness().on(), WellnessEntry.from(stored.wellness()), stored.sources(), stored.tag());
    }

    /** The entries of a range, by day. */
    @Schema(name = "Mornings")
    record Range(List<WellnessView> items) {
        static Range from(List<TaggedEntry> stored) {
            return new Range(stored.stream().map(WellnessView::from).toList());
        }
    }
}
