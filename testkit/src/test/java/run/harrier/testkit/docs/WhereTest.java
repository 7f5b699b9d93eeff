package run.harrier.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WhereTest {
    /** A class in backticks, in the folder {@code checker} or anywhere, with one of its members or without. */
    private static final Pattern NAMED = Pattern.compile("`(checker\\.)?([A-Z][a-z]\\w*)(?:\\.(\\w+))?`");

    private final Path root = Path.of("..");

    @Test
    void every_class_that_is_named_exists_with_the_member_that_is_named() throws IOException {
        var sources = Rules.javaFiles(root);
        var named = NAMED.matcher(Files.readString(root.resolve("docs/where.md")))
                .results()
                .toList();
        assertThat(named).isNotEmpty();
        assertThat(named.stream().filter(name -> !exists(name, sources)).map(MatchResult::group))
                .as("named in docs/where.md, but not in the sources")
                .isEmpty();
    }

    private static boolean exists(MatchResult name, List<Path> sources) {
        var file = (name.group(1) == null ? "" : "checker/") + name.group(2) + ".java";
        return sources.stream()
                .filter(source -> source.endsWith(file))
                .anyMatch(source -> name.group(3) == null || has(source, name.group(3)));
    }

    private static boolean has(Path source, String member) {
        try {
            return Pattern.compile("\\b" + member + "\\b")
                    .matcher(Files.readString(source))
                    .find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
