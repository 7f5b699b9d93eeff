package run.harrier.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import run.harrier.devstack.Folders;
import run.harrier.devstack.Part;
import run.harrier.devstack.Stack;
import run.harrier.devstack.StackConfig;

/**
 * The packaged services with all that they need: one {@link Stack} for all system tests of a JVM, started for the first
 * test that has a parameter of this type and closed after the last. It lives on {@link #TODAY}, from {@link #MORNING}
 * on. What a test takes away is given back after it, whatever became of the test; a test makes athletes of its own,
 * since the data stays.
 */
public final class RunningStack implements ParameterResolver, AfterEachCallback, AfterAllCallback {
    /** A Monday: a plan that starts on it has a session today, and days gone can be told from days to come. */
    public static final LocalDate TODAY = LocalDate.parse("2026-09-07");

    /** When that day has begun everywhere from Los Angeles to Auckland, and ends nowhere soon. */
    private static final Instant MORNING = TODAY.atTime(8, 0).toInstant(ZoneOffset.UTC);

    private static final Namespace NAMESPACE = Namespace.create(RunningStack.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    /** Started if no test of this JVM has asked for it yet. */
    public static Stack of(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Started.class, key -> Started.now(), Started.class)
                .stack;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var started = context.getRoot().getStore(NAMESPACE).get(Started.class, Started.class);
        if (started != null) {
            started.kept |= context.getExecutionException().isPresent();
            started.heal();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        afterEach(context);
    }

    /** Closed by JUnit with its root store, when the last test has ended. */
    private static final class Started implements AutoCloseable {
        private final Stack stack;
        private boolean kept;

        private Started(Stack stack) {
            this.stack = stack;
        }

        static Started now() {
            try {
                var data = Files.createTempDirectory("harrier-");
                var stack =
                        new Stack(StackConfig.onFreePorts(Path.of(".."), data).startingAt(MORNING, Instant.now()));
                // a build that is broken off closes no test
                Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
                stack.start((part, took) -> System.out.println(part + " " + took.toMillis() + " ms"));
                return new Started(stack);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        void heal() {
            for (Part part : Part.values()) {
                if (!stack.runs(part)) {
                    stack.start(part);
                }
            }
        }

        @Override
        public void close() throws IOException {
            stack.close();
            if (kept) {
                System.out.println("A system test failed; the logs are in "
                        + stack.config().data().resolve("logs"));
            } else {
                Folders.delete(stack.config().data());
            }
        }
    }
}
