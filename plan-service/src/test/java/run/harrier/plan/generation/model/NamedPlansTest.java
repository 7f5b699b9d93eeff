package run.harrier.plan.generation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plans as a coach reads them, compared whole, so that a change of coaching is seen in review. With
 * {@code -Dharrier.named.write=true} the files are written anew.
 */
class NamedPlansTest {
    private static final Path FILES = Path.of("src/test/resources/run/harrier/plan/named");

    static List<OrdinaryRequest> requests() {
        return OrdinaryRequest.named();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_plan_is_written_as_it_was_reviewed(OrdinaryRequest ordinary) throws IOException {
        var plan = AnyPlan.planned(ordinary.request(), ordinary.athlete());
        var text = PlanText.of(plan, ordinary.estimate());
        var file = FILES.resolve(ordinary.name() + ".txt");
        if (Boolean.getBoolean("harrier.named.write")) {
            Files.createDirectories(FILES);
            Files.writeString(file, text, StandardCharsets.UTF_8);
        }
        assertThat(text).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }
}
