package run.harrier.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import run.harrier.devstack.Part;
import run.harrier.devstack.StackConfig;

/**
 * What the services write from now on: a part that is away is a line, not a stack trace. The Kafka connector is left
 * out: it writes one of its own for each record that the broker does not take.
 */
final class ServiceLogs {
    private static final List<Part> SERVICES = List.of(Part.ATHLETE, Part.PLAN, Part.LOAD, Part.GATEWAY);
    private static final String CONNECTOR = "[io.smallrye.reactive.messaging.kafka]";

    private final StackConfig config;
    private final Map<Part, Integer> before = new HashMap<>();

    ServiceLogs(StackConfig config) throws IOException {
        this.config = config;
        for (var service : SERVICES) {
            before.put(service, lines(service).size());
        }
    }

    void tellNoStackTrace() throws IOException {
        for (var service : SERVICES) {
            var lines = lines(service);
            var traced = new ArrayList<String>();
            var record = "";
            for (var line : lines.subList(before.get(service), lines.size())) {
                if (line.startsWith("20")) {
                    record = line;
                } else if (line.startsWith("\tat ") && !record.contains(CONNECTOR)) {
                    traced.add(record);
                }
            }
            assertThat(traced.stream().distinct()).as(service.label()).isEmpty();
        }
    }

    private List<String> lines(Part service) throws IOException {
        return Files.readAllLines(config.log(service), StandardCharsets.UTF_8);
    }
}
