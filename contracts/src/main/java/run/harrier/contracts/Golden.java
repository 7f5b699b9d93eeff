package run.harrier.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** One example of each event as it is on the wire, read by the tests of its producer and of its consumers. */
public final class Golden {
    private Golden() {}

    public static String json(EventType type) {
        var name = "golden/" + type.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".json";
        try (InputStream in = Golden.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no golden JSON: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
