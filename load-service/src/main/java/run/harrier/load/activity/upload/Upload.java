package run.harrier.load.activity.upload;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import run.harrier.load.activity.Activity;
import run.harrier.load.activity.RecordedRun;
import run.harrier.load.activity.upload.UploadStatements.Twin;
import run.harrier.load.analysis.model.Analysis;
import run.harrier.load.analysis.model.SameHour;
import run.harrier.load.analysis.model.SameRun;
import run.harrier.load.recording.model.Recording;

/**
 * What an upload holds once its body is read: a recording for each activity, in order of start.
 *
 * @param source FIT, TCX, GPX or MANUAL
 * @param file absent for an activity entered without one
 * @param rpe what came with it; a file has none
 */
record Upload(
        String source, @Nullable KeptFile file, @Nullable Integer rpe, List<Item> items) {

    /** The file as it was sent, with the id under which it is kept. */
    record KeptFile(UUID id, Buffer content) {}

    /**
     * @param twin what it is a copy of (U18, D48); absent for one that is not known to be a copy
     * @param stored what was stored of it; absent until then
     */
    record Item(
            UUID id,
            Analysis analysis,
            @Nullable Twin twin,
            @Nullable Activity stored) {
        Recording recording() {
            return analysis.recording();
        }

        private boolean known() {
            return twin != null || stored != null;
        }

        /** U18, D48. */
        private boolean same(Item other) {
            return SameRun.of(analysis).matches(SameRun.of(other.analysis))
                    || SameHour.of(analysis).matches(SameHour.of(other.analysis));
        }
    }

    /** @param analyses in order of start */
    static Upload of(
            String source,
            @Nullable KeptFile file,
            @Nullable Integer rpe,
            List<Analysis> analyses,
            Supplier<UUID> ids) {
        return new Upload(
                source,
                file,
                rpe,
                analyses.stream()
                        .map(analysis -> new Item(ids.get(), analysis, null, null))
                        .toList());
    }

    /**
     * Those to store next. One that may be a copy of an earlier one of the same upload waits until that one is stored or
     * found to be a copy itself: then it meets it as it would from another file.
     */
    List<Item> fresh() {
        var stored = items.stream().filter(item -> item.stored() != null).toList();
        var fresh = new ArrayList<Item>();
        for (var item : items) {
            if (!item.known()
                    && (stored.stream().anyMatch(item::same) || fresh.stream().noneMatch(item::same))) {
                fresh.add(item);
            }
        }
        return fresh;
    }

    /** With some of the fresh ones found to be copies. */
    Upload with(List<Twin> twins) {
        var known = new HashSet<UUID>();
        var fresh = fresh();
        var changed = new ArrayList<>(items);
        for (var twin : twins) {
            var item = fresh.get(twin.n() - 1);
            if (known.add(item.id())) {
                changed.set(items.indexOf(item), new Item(item.id(), item.analysis(), twin, null));
            }
        }
        return new Upload(source, file, rpe, changed);
    }

    /** With the fresh ones stored. */
    Upload stored(List<RecordedRun> runs) {
        var activities = new HashMap<UUID, Activity>();
        runs.forEach(run -> activities.put(run.activity().id(), run.activity()));
        return new Upload(
                source,
                file,
                rpe,
                items.stream()
                        .map(item -> item.known()
                                ? item
                                : new Item(item.id(), item.analysis(), null, activities.get(item.id())))
                        .toList());
    }
}
