package run.harrier.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GuaranteesTest {
    /** A class, a class and its method or rule, or a method of a class that was named before. */
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)?(?:\\.([a-z]\\w+))?`");

    private final Path root = Path.of("..");

    @Test
    void every_test_that_holds_a_promise_exists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (var test : named()) {
            if (!exists(test.group(1), test.group(2))) {
                missing.add(test.group());
            }
        }
        assertThat(missing)
                .as("named in docs/guarantees.md, but not in the sources")
                .isEmpty();
    }

    private List<MatchResult> named() throws IOException {
        return NAMED.matcher(Files.readString(root.resolve("docs/guarantees.md")))
                .results()
                .toList();
    }

    private boolean exists(String type, String method) throws IOException {
        for (var file : Rules.javaFiles(root)) {
            if ((type == null || file.endsWith(type + ".java"))
                    && (method == null || Files.readString(file).matches("(?s).* " + method + "( =|\\().*"))) {
                return true;
            }
        }
        return false;
    }
}
