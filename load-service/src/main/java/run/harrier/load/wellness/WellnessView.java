package run.harrier.load.wellness;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import run.harrier.load.wellness.WellnessEntries.TaggedEntry;
import run.harrier.platform.http.Tagged;

/** The entry of one day. */
record WellnessView(
        LocalDate on,
        @JsonUnwrapped WellnessEntry entry,
        @JsonIgnore String tag) implements Tagged {

    static WellnessView from(TaggedEntry stored) {
        return new WellnessView(stored.wellness().on(), WellnessEntry.from(stored.wellness()), stored.tag());
    }

    /** The entries of a range, by day. */
    @Schema(name = "Mornings")
    record Range(List<WellnessView> items) {
        static Range from(List<TaggedEntry> stored) {
            return new Range(stored.stream().map(WellnessView::from).toList());
        }
    }
}
