package run.harrier.system.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import run.harrier.devstack.Part;
import run.harrier.devstack.StackConfig;

/** What the services write from now on. */
final class ServiceLogs {
    static final List<Part> SERVICES = List.of(Part.ATHLETE, Part.PLAN, Part.LOAD, Part.GATEWAY);

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

    private List<String> whole(Part service) {
        try {
            return Files.readAllLines(config.log(service), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
