package run.harrier.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Java client that openapi-generator made from the document, compiled together with the journey in
 * {@code src/test/client}, which is written against it. Generator, compiler and client are processes of their own.
 */
record GeneratedClient(Path folder) {
    private static final Path GENERATOR = Path.of("target/generator/openapi-generator-cli.jar");
    private static final Path JOURNEY = Path.of("src/test/client/Journey.java");
    private static final String ON_CLASS_PATH = ".*/(jackson-|jakarta\\.annotation-api|jsr305)[^/]*\\.jar";

    static GeneratedClient of(String document) throws Exception {
        var folder = Files.createTempDirectory(Path.of("target"), "client").toAbsolutePath();
        var written = folder.resolve("openapi.json");
        Files.writeString(written, document);
        var client = new GeneratedClient(folder);
        client.run(
                "java",
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        GENERATOR.toAbsolutePath().toString(),
                        "generate",
                        "--generator-name",
                        "java",
                        "--library",
                        "native",
                        "--input-spec",
                        written.toString(),
                        "--output",
                        folder.resolve("generated").toString(),
                        "--global-property",
                        "apiDocs=false,modelDocs=false,apiTests=false,modelTests=false",
                        "--additional-properties",
                        "openApiNullable=false,useJakartaEe=true,hideGenerationTimestamp=true"));
        client.compile();
        return client;
    }

    private void compile() throws Exception {
        var sources = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(folder.resolve("generated/src/main/java"))) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(sources::add);
        }
        sources.add(JOURNEY.toAbsolutePath().toString());
        var listed = folder.resolve("sources");
        Files.write(listed, sources);
        run(
                "javac",
                List.of(
                        "-J-XX:TieredStopAtLevel=1",
                        "-J-XX:+UseSerialGC",
                        "-nowarn",
                        "-proc:none",
                        "-d",
                        classes().toString(),
                        "-cp",
                        libraries(),
                        "@" + listed));
    }

    void walk(String... arguments) throws Exception {
        var command = new ArrayList<>(
                List.of("-XX:+UseSerialGC", "-cp", classes() + File.pathSeparator + libraries(), "Journey"));
        command.addAll(List.of(arguments));
        run("java", command);
    }

    private Path classes() {
        return folder.resolve("classes");
    }

    private static String libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.matches(ON_CLASS_PATH))
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }

    private void run(String tool, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()));
        command.addAll(arguments);
        var log = folder.resolve(tool + ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var ended = process.waitFor(3, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0)
                .as(() -> tool + " of the generated client, see " + log + ":\n" + lastOf(log))
                .isTrue();
    }

    private static String lastOf(Path log) {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
