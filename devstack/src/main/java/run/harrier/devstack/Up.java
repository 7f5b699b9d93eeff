package run.harrier.devstack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import run.harrier.devstack.demo.DemoSquad;

/** {@code ./harrier up}: the whole of Harrier until Ctrl-C or SIGTERM. Runs in the project's folder. */
public final class Up {

    private static final PrintStream CONSOLE = System.out;
    private static final long WATCH_MILLIS = 1000;

    private static volatile boolean stopping;

    private Up() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            watch(start(UpOptions.of(arguments), Clock.systemUTC()));
        } catch (StackFailure e) {
            giveUp(e);
        } catch (IOException e) {
            giveUp(new StackFailure("The data folder cannot be used: " + e, e));
        }
        new CountDownLatch(1).await(); // the shutdown hook ends what follows
    }

    private static Stack start(UpOptions options, Clock clock) throws IOException {
        var stack = new Stack(options.config(Path.of(""), clock.instant()));
        var config = stack.config();
        CONSOLE.println("Harrier keeps its data and logs in " + config.data());
        stack.refuseSecondStart();
        if (options.fresh()) {
            stack.deleteData();
        }
        stack.refuseTakenPorts();
        keepQuiet(config.log(Part.KAFKA));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop"));

        stack.start(Up::progress);
        if (options.demo()) {
            var began = System.nanoTime();
            fillDemonstrationSquad(
                    config,
                    LocalDate.now(Clock.offset(clock, config.clockOffset()).withZone(DemoSquad.ZONE)));
            progress("demonstration squad", Duration.ofNanos(System.nanoTime() - began));
        }
        CONSOLE.println(Welcome.text(config, options.demo()));
        return stack;
    }

    private static void fillDemonstrationSquad(StackConfig config, LocalDate today) {
        try {
            new DemoSquad(config.address(Part.GATEWAY), config.issuer(), today).fill();
        } catch (IllegalStateException e) {
            throw new StackFailure("The demonstration squad could not be filled: " + e.getMessage(), e);
        }
    }

    /** Says of each part that ends by itself that it did, once. */
    private static void watch(Stack stack) throws InterruptedException {
        var running = EnumSet.allOf(Part.class);
        while (!running.isEmpty()) {
            Thread.sleep(WATCH_MILLIS);
            for (Part part : Part.values()) {
                if (!stack.runs(part) && !stopping && running.remove(part)) {
                    CONSOLE.println(part.label() + " ended by itself; its log is "
                            + stack.config().log(part));
                }
            }
        }
    }

    private static void stop(Stack stack) {
        stopping = true;
        CONSOLE.println("\nStopping ...");
        stack.close();
        CONSOLE.println("Stopped.");
    }

    private static void giveUp(StackFailure failure) throws InterruptedException {
        if (!stopping) { // else the failure is only that it was stopped half-way
            System.err.println("\n" + failure.getMessage());
            System.exit(1);
        }
    }

    private static void progress(String what, Duration took) {
        if (!stopping) {
            CONSOLE.printf(Locale.ROOT, "  %-22s %5.1f s%n", what, took.toMillis() / 1000.0);
        }
    }

    /** Kafka and the PostgreSQL launcher live in this JVM and would talk between the lines of progress. */
    private static void keepQuiet(Path log) throws IOException {
        Files.createDirectories(Objects.requireNonNull(log.getParent()));
        LogManager.getLogManager().reset();
        var file = new FileHandler(log.toString());
        file.setFormatter(new SimpleFormatter());
        var root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(file);
        System.setOut(new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8));
    }
}
