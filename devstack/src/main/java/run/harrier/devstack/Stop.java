package run.harrier.devstack;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import run.harrier.devstack.StartedProcesses.StartedProcess;

/** {@code ./harrier stop}: ends what {@code ./harrier up} has started, also when that was killed. */
public final class Stop {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private Stop() {}

    public static void main(String[] arguments) throws IOException {
        var processes = new StartedProcesses(StackConfig.standard(Path.of("")).data());
        var stopped = processes.end(GRACE);
        var left = processes.running();
        if (!left.isEmpty()) {
            System.err.println("Could not stop " + names(left) + ".");
            System.exit(1);
        }
        System.out.println(
                stopped.isEmpty() ? "Nothing of ./harrier up runs here." : "Stopped " + names(stopped) + ".");
    }

    private static String names(List<StartedProcess> processes) {
        return processes.stream().map(StartedProcess::toString).collect(joining(", "));
    }
}
