package run.harrier.load.activity;

import java.util.UUID;

/** What became of an uploaded activity: it was recorded, or it was there already. */
sealed interface UploadView permits ActivityView, UploadView.Duplicate {

    /** The same run was uploaded before, from this source or another (U18); deleting that one frees this. */
    record Duplicate(UUID duplicateOf) implements UploadView {}
}
