package run.harrier.testkit.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Values that no parameter of a path or a query may have. */
final class BadValues {
    /** What need not be refused everywhere, and must nowhere be an error of the service. */
    static final List<String> ODD = List.of(
            "\u0000",
            "a\u0000b",
            cursor("\u0000"),
            cursor("x"),
            cursor("0"),
            cursor("99999999999999999999"),
            cursor("2026-01-01 "),
            cursor("+999999999-12-31 00000000-0000-0000-0000-000000000000"),
            cursor("9999-12-31 00000000-0000-0000-0000-000000000000"),
            cursor("+1000000000-12-31T23:59:59.999999999Z 00000000-0000-0000-0000-000000000000"),
            cursor("2026-01-01T00:00:00Z"),
            cursor("+1000000000-12-31T23:59:59.999999999Z/00000000-0000-0000-0000-000000000000"),
            "\ufffd\ud83d\udc5f",
            "x".repeat(3000));

    private static final List<String> NO_DAY = List.of(
            "yesterday",
            "0000-00-00",
            "2026-02-30",
            "2026-9-6",
            "20000",
            "-0044-03-15",
            "+999999999-12-31",
            "9999-12-31",
            "2026-01-01T00:00:00Z",
            "2026-01-01\u0000");

    private static final List<String> NO_ID =
            List.of("1", "not-a-uuid", "\u0000", "ffffffff-ffff-ffff-ffff-fffffffffffff", "-", "x".repeat(3000));

    private BadValues() {}

    /** A schema without references. */
    static List<String> ofQuery(String name, JsonNode schema) {
        if (schema.path("type").toString().contains("integer")) {
            var above = Integer.toString(schema.path("maximum").asInt() + 1);
            return List.of("-1", "0", above, "2147483648", "99999999999999999999", "abc", "1.5", "NaN", "1e1", " 1");
        }
        if (schema.has("enum")) {
            return List.of("NOPE", "0", "\u0000");
        }
        if (schema.path("format").asText().equals("date")) {
            return NO_DAY;
        }
        return name.equals("after") ? List.of("***", "ä", "\u0000") : List.of();
    }

    static List<String> ofPath(String name) {
        if (name.equals("athleteId") || name.equals("squadId")) {
            return NO_ID; // one that is unknown is a matter of access
        }
        if (name.endsWith("Id") && !name.equals("clientId")) {
            return Stream.concat(Stream.of("00000000-0000-0000-0000-000000000000"), NO_ID.stream())
                    .toList();
        }
        return switch (name) {
            case "date", "from" ->
                Stream.concat(Stream.of("2199-12-31"), NO_DAY.stream()).toList();
            case "n" -> List.of("-1", "0", "4711", "99999999999999999999", "abc", "1.5", "\u0000");
            default -> List.of("\u0000", "a\u0000b", "x".repeat(3000));
        };
    }

    private static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
