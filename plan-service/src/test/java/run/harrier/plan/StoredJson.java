package run.harrier.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** One example of each JSON that a column keeps. */
public final class StoredJson {
    private StoredJson() {}

    /** As it is written to the column; the file has line breaks to be read by. */
    public static String of(String name) {
        try (var in = StoredJson.class.getResourceAsStream("stored/" + name + ".json")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("\\R\\s*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
