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
        String source, @Nullable SentFile file, @Nullable Integer rpe, List<Item> items) {

    /** As it was sent. */
    record SentFile(UUID id, Buffer content) {}

    /** @param twin the activity that it is a copy of (U18, D48); absent for one that is new */
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
        var going = new ArrayList<Item>();
        for (var analysis : analyses) {
            // they begin in order: what is over now is nobody's twin
            going.removeIf(item ->
                    SameHour.of(item.analysis()).over(analysis.recording().startedAt()));
            var twin = going.stream()
                    .filter(item -> same(item.analysis(), analysis))
                    .findFirst()
                    .map(Item::id);
            var item = new Item(ids.get(), analysis, twin.orElse(null));
            items.add(item);
            if (twin.isEmpty()) {
                going.add(item);
            }
        }
        return new Upload(source, file, rpe, items);
    }

    /** U18, D48. */
    private static boolean same(Analysis one, Analysis other) {
        return SameRun.of(one).matches(SameRun.of(other)) || SameHour.of(one).matches(SameHour.of(other));
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
