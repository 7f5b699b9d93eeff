package run.harrier.load.activity.upload;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import run.harrier.load.activity.upload.UploadStatements.Twin;
import run.harrier.load.analysis.model.Analysis;
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
        String source, @Nullable SentFile file, @Nullable Integer rpe, List<Item> items) {

    /** As it was sent. */
    record SentFile(UUID id, Buffer content) {}

    /** @param twin the activity that it is a copy of (U18); absent for one that is new */
    record Item(UUID id, Analysis analysis, @Nullable UUID twin) {
        Recording recording() {
            return analysis.recording();
        }
    }

    /** @param analyses in order of start */
    static Upload of(
            String source,
            @Nullable SentFile file,
            @Nullable Integer rpe,
            List<Analysis> analyses,
            Supplier<UUID> ids) {
        var items = new ArrayList<Item>();
        var from = 0;
        for (var analysis : analyses) {
            var run = SameRun.of(analysis);
            // the runs before began earlier: who can be the same as none that follows needs no look again
            while (from < items.size()
                    && run.startsAfter(SameRun.of(items.get(from).analysis()))) {
                from++;
            }
            var twin = items.subList(from, items.size()).stream()
                    .filter(item -> SameRun.of(item.analysis()).matches(run))
                    .findFirst()
                    .map(Item::id);
            items.add(new Item(ids.get(), analysis, twin.orElse(null)));
        }
        return new Upload(source, file, rpe, items);
    }

    /** Those that are not known to be copies. */
    List<Item> fresh() {
        return items.stream().filter(item -> item.twin() == null).toList();
    }

    /** With some of the fresh ones found to be copies. */
    Upload with(List<Twin> twins) {
        var known = new HashSet<UUID>();
        var fresh = fresh();
        var changed = new ArrayList<>(items);
        for (var twin : twins) {
            var item = fresh.get(twin.n());
            if (known.add(item.id())) {
                changed.set(items.indexOf(item), new Item(item.id(), item.analysis(), twin.id()));
            }
        }
        return new Upload(source, file, rpe, changed);
    }
}
