package run.harrier.devstack;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may follow {@code ./harrier up}.
 *
 * @param fresh start from empty data
 * @param demo fill the demonstration squad
 * @param today the business day, null for the real one
 */
record UpOptions(boolean fresh, boolean demo, @Nullable LocalDate today) {

    static UpOptions of(String... arguments) {
        var options = new UpOptions(false, true, null);
        var rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            var option = rest.pop();
            options = switch (option) {
                case "--fresh" -> new UpOptions(true, options.demo, options.today);
                case "--no-demo" -> new UpOptions(options.fresh, false, options.today);
                case "--today" -> new UpOptions(options.fresh, options.demo, day(rest.poll()));
                default ->
                    throw new StackFailure(
                            "up does not know " + option + "; it takes --fresh, --no-demo, --today DATE.");
            };
        }
        return options;
    }

    StackConfig config(Path home, Instant now) {
        var config = StackConfig.standard(home);
        return today == null ? config : config.startingOn(today, now);
    }

    private static LocalDate day(@Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeParseException e) {
            throw new StackFailure("--today takes a day such as 2026-11-22.", e);
        }
    }
}
