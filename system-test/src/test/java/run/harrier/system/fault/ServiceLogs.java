package run.harrier.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import run.harrier.devstack.Part;
import run.harrier.devstack.StackConfig;

/**
 * What the services write from now on. A part that is away is a line in it, not a stack trace; the Kafka connector is
 * left out there: it writes one of its own for each record that the broker does not take.
 */
final class ServiceLogs {
    private static final List<Part> SERVICES = List.of(Part.ATHLETE, Part.PLAN, Part.LOAD, Part.GATEWAY);
    private static final String CONNECTOR = "[io.smallrye.reactive.messaging.kafka]";

    private final StackConfig config;
    private final Map<Part, Integer> before = new HashMap<>();

    ServiceLogs(StackConfig config) {
        this.config = config;
        for (var service : SERVICES) {
            before.put(service, whole(service).size());
        }
    }

    List<String> of(Part service) {
        var lines = whole(service);
        return lines.subList(before.get(service), lines.size());
    }

    void tellNoStackTrace() {
        for (var service : SERVICES) {
            var traced = new ArrayList<String>();
            var record = "";
            for (var line : of(service)) {
                if (line.startsWith("20")) {
                    record = line;
                } else if (line.startsWith("\tat ") && !record.contains(CONNECTOR)) {
                    traced.add(record);
                }
            }
            assertThat(traced.stream().distinct()).as(service.label()).isEmpty();
        }
    }

    private List<String> whole(Part service) {
        try {
            return Files.readAllLines(config.log(service), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
