package run.harrier.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What the server has acknowledged: each run with the id of its activity. Kept by the clients, not by Harrier. */
final class AcknowledgedRuns {
    private final Map<RunToUpload, UUID> acknowledged = new ConcurrentHashMap<>();

    /** A run is one activity, however often it was sent. */
    void acknowledge(RunToUpload run, UUID activityId) {
        var earlier = acknowledged.putIfAbsent(run, activityId);
        assertThat(earlier).as("the activity of " + run).isIn(null, activityId);
    }

    int size() {
        return acknowledged.size();
    }

    List<UUID> activities() {
        return List.copyOf(acknowledged.values());
    }

    List<UUID> athletes() {
        return acknowledged.keySet().stream()
                .map(run -> run.runner().athleteId())
                .distinct()
                .toList();
    }

    Map<RunToUpload, UUID> entries() {
        return Map.copyOf(acknowledged);
    }
}
