package run.harrier.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTest {
    @ParameterizedTest
    @CsvSource({
        "athlete-service, the athlete-service",
        "plan-service, the plan-service",
        "load-service, the load-service",
        "platform, every service"
    })
    void the_picture_names_every_table_and_no_other(String module, String owner) throws IOException {
        var section = Files.readString(Path.of("../docs/picture.md"))
                .replaceFirst("(?s).*\n## Tables of " + owner + "\n", "")
                .replaceFirst("(?s)\n## .*", "");
        assertThat(all("(?m)^\\| `(\\w+)`", section)).containsExactlyInAnyOrderElementsOf(tables(migrations(module)));
    }

    private static List<String> tables(String migrations) {
        var renamed = Pattern.compile("(?m)^alter table (\\w+) rename to (\\w+)")
                .matcher(migrations)
                .results()
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
        return all("(?m)^create table (\\w+)", migrations).stream()
                .map(table -> renamed.getOrDefault(table, table))
                .toList();
    }

    private static String migrations(String module) throws IOException {
        var text = new StringBuilder();
        try (var files = Files.walk(Path.of("..", module, "src/main/resources/db"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".sql")).toList()) {
                text.append(Files.readString(file)).append('\n');
            }
        }
        return text.toString();
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
