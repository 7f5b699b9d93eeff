package run.harrier.load.activity.upload;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.load.activity.ActivityView;
import run.harrier.platform.http.Located;
import run.harrier.platform.http.Tagged;

/** What became of an uploaded activity: it was recorded, or it was there already. */
@Schema(
        description = "What became of an activity of the file: recorded, or there already",
        oneOf = {UploadView.Recorded.class, UploadView.Duplicate.class},
        discriminatorProperty = "upload",
        discriminatorMapping = {
            @DiscriminatorMapping(value = UploadView.RECORDED, schema = UploadView.Recorded.class),
            @DiscriminatorMapping(value = UploadView.DUPLICATE, schema = UploadView.Duplicate.class)
        })
sealed interface UploadView {
    String RECORDED = "RECORDED";
    String DUPLICATE = "DUPLICATE";

    static UploadView of(ActivityView activity, List<UploadView> others) {
        return new Recorded(RECORDED, activity, others);
    }

    /** @param copy the id by which it was kept (D48); absent for the same run */
    static UploadView duplicateOf(UUID activity, @Nullable UUID copy) {
        return new Duplicate(DUPLICATE, activity, copy);
    }

    /** @param others the further activities of a multi-sport file */
    @Schema(name = "UploadedActivity")
    record Recorded(
            @Schema(enumeration = RECORDED) String upload,

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
    record Duplicate(
            @Schema(enumeration = DUPLICATE) String upload,
            UUID duplicateOf,

            @Schema(
                    description = "Of one that only overlaps in time: its `id` among the `copies` of that activity, by"
                            + " which a PATCH with `countsAlone` says that they are two")
            @Nullable
            UUID copyId)
            implements UploadView {}
}
