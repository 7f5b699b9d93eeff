package run.harrier.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoundedFiguresTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(RoundedFigures.module());

    @Rounded
    record Shown(double load, @Nullable Double ratio) {}

    record Stored(double load) {}

    @Test
    void an_answer_is_rounded_and_what_is_stored_is_not() throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(new Shown(75.03426750000003, 0.00412345)))
                .isEqualTo("{\"load\":75.034,\"ratio\":0.004123}");
        assertThat(JSON.writeValueAsString(new Shown(0, null))).isEqualTo("{\"load\":0.0,\"ratio\":null}");
        assertThat(JSON.writeValueAsString(new Stored(75.03426750000003))).isEqualTo("{\"load\":75.03426750000003}");
    }

    /** Never nothing of something, and never further from it than half of the last digit. */
    @Property
    void a_figure_keeps_its_size(@ForAll double figure) {
        var rounded = RoundedFigures.rounded(figure);
        assertThat(rounded == 0).isEqualTo(figure == 0);
        assertThat(Math.signum(rounded)).isEqualTo(Math.signum(figure));
        assertThat(rounded).isCloseTo(figure, within(Math.abs(figure) < 1 ? 0.0006 * Math.abs(figure) : 0.00051));
    }
}
