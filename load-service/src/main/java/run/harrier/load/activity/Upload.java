package run.harrier.load.activity;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import run.harrier.load.analysis.model.Analysis;
import run.harrier.load.analysis.model.SameRun;
import run.harrier.load.recording.model.Recording;

/**
 * What an upload holds once its body is read: a recording for each activity, in order of start.
 *
 * @param source FIT, TCX, GPX or MANUAL
 * @param file absent for an activity entered without one
 * @param rpe what came with it; files tell none
 */
record Upload(
        String source, @Nullable SentFile file, @Nullable Integer rpe, List<Item> items) {

    /** As it was sent. */
    record SentFile(UUID id, Buffer content) {}

    /** @param twin the activity that it is a copy of (U18); absent for one that is new */
    record Item(UUID id, Recording recording, @Nullable UUID twin) {}

    static Upload of(
            String source,
            @Nullable SentFile file,
            @Nullable Integer rpe,
            List<Recording> recordings,
            Supplier<UUID> ids) {
        var items = new ArrayList<Item>();
        for (var recording : recordings) {
            var twin = items.stream()
                    .filter(item -> sameRun(item.recording()).matches(sameRun(recording)))
                    .findFirst()
                    .map(Item::id);
            items.add(new Item(ids.get(), recording, twin.orElse(null)));
        }
        return new Upload(source, file, rpe, items);
    }

    /** Those that are not known to be copies. */
    List<Item> fresh() {
        return items.stream().filter(item -> item.twin() == null).toList();
    }

    /** With some of the fresh ones found to be copies. */
    Upload with(List<Activities.Twin> twins) {
        var known = new HashSet<UUID>();
        var fresh = fresh();
        var changed = new ArrayList<>(items);
        for (var twin : twins) {
            var item = fresh.get(twin.n());
            if (known.add(item.id())) {
                changed.set(items.indexOf(item), new Item(item.id(), item.recording(), twin.id()));
            }
        }
        return new Upload(source, file, rpe, changed);
    }

    static SameRun sameRun(Recording recording) {
        var figures = Analysis.of(recording).figures();
        return new SameRun(recording.startedAt(), figures.distanceMetres(), figures.elapsedSeconds());
    }

    static SameRun sameRun(Activity activity) {
        var metres = activity.distanceMetres();
        return new SameRun(
                activity.startedAt(),
                metres == null ? OptionalDouble.empty() : OptionalDouble.of(metres),
                activity.elapsedSeconds());
    }
}
