package run.harrier.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import run.harrier.load.activity.FiguresRow;
import run.harrier.load.activity.RecordingRow;
import run.harrier.load.athlete.ThresholdTimeline;
import run.harrier.platform.json.JsonText;

/** What the columns hold stays readable: a field that is renamed or lost is not what was stored. */
@QuarkusTest
class StoredJsonResourceTest {
    @Inject
    JsonText json;

    static Stream<Arguments> stored_forms() {
        return Stream.of(
                arguments(FiguresRow.class, "figures-row.json"),
                arguments(RecordingRow.class, "recording-row.json"),
                arguments(ThresholdTimeline.class, "threshold-timeline.json"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("stored_forms")
    void a_stored_form_is_read_and_written_as_its_golden_json(Class<?> form, String golden) throws IOException {
        try (var file = form.getResourceAsStream(golden)) {
            var text = new String(file.readAllBytes(), UTF_8).strip();
            assertThat(json.write(json.read(text, form))).isEqualTo(text);
        }
    }
}
