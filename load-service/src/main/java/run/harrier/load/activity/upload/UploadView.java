package run.harrier.load.activity.upload;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import run.harrier.load.activity.ActivityView;
import run.harrier.platform.http.Located;
import run.harrier.platform.http.Tagged;

/** What became of an uploaded activity: it was recorded, or it was there already. */
@Schema(
        description = "What became of an activity of the file: recorded, or there already",
        oneOf = {UploadView.Recorded.class, UploadView.Duplicate.class})
sealed interface UploadView {

    /** @param others the further activities of a multi-sport file */
    @Schema(name = "UploadedActivity")
    record Recorded(
            @JsonUnwrapped ActivityView activity,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UploadView> others)
            implements UploadView, Located, Tagged {

        @Override
        @JsonIgnore
        public String location() {
            return activity.location();
        }

        @Override
        @JsonIgnore
        public String tag() {
            return activity.tag();
        }
    }

    /** The same run was uploaded before, from this source or another (U18); deleting that one frees this. */
    record Duplicate(UUID duplicateOf) implements UploadView {}
}
