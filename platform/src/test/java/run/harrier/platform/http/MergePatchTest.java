package run.harrier.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Max;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7396 on a flat object, with what an operation refuses of a whole one. */
class MergePatchTest {
    private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();

    private final ObjectMapper json = mapper();
    private final MergePatch patches = new MergePatch(json, VALIDATORS.getValidator());

    record Morning(
            @Nullable @Max(5) Integer mood,
            @Nullable String note,
            @Nullable List<String> pain) {}

    private static final Morning BEFORE = new Morning(3, "short night", List.of("knee", "hip"));

    @AfterAll
    static void close() {
        VALIDATORS.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | {\"mood\":3,\"note\":\"short night\",\"pain\":[\"knee\",\"hip\"]}",
                "{\"mood\": 4} | {\"mood\":4,\"note\":\"short night\",\"pain\":[\"knee\",\"hip\"]}",
                "{\"note\": null} | {\"mood\":3,\"pain\":[\"knee\",\"hip\"]}",
                "{\"pain\": [\"foot\"]} | {\"mood\":3,\"note\":\"short night\",\"pain\":[\"foot\"]}",
                "{\"mood\": null, \"note\": \"\", \"pain\": []} | {\"note\":\"\",\"pain\":[]}",
                "{\"mood\": null, \"note\": null, \"pain\": null} | {}",
            })
    void what_is_named_is_changed_and_null_takes_it_away(String patch, String after) throws Exception {
        assertThat(json.writeValueAsString(patches.apply(BEFORE, tree(patch), Morning.class)))
                .isEqualTo(after);
    }

    @Test
    void what_was_not_there_can_be_said_and_taken_away() throws Exception {
        var nothing = new Morning(null, null, null);
        assertThat(patches.apply(nothing, tree("{\"mood\": 2}"), Morning.class)).isEqualTo(new Morning(2, null, null));
        assertThat(patches.apply(nothing, tree("{\"mood\": null}"), Morning.class))
                .isEqualTo(nothing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"weather\": 1}", "{\"mood\": \"good\"}", "{\"mood\": {}}", "{\"pain\": \"knee\"}"})
    void what_does_not_fit_is_400(String patch) {
        assertThatThrownBy(() -> patches.apply(BEFORE, tree(patch), Morning.class))
                .isInstanceOfSatisfying(
                        WebApplicationException.class,
                        refusal -> assertThat(refusal.getResponse().getStatus()).isEqualTo(400));
    }

    @Test
    void what_is_out_of_bounds_names_its_field() {
        assertThatThrownBy(() -> patches.apply(BEFORE, tree("{\"mood\": 6}"), Morning.class))
                .isInstanceOfSatisfying(
                        ConstraintViolationException.class,
                        refusal -> assertThat(refusal.getConstraintViolations())
                                .extracting(
                                        violation -> violation.getPropertyPath().toString())
                                .containsExactly("mood"));
    }

    private static ObjectMapper mapper() {
        var mapper = new ObjectMapper();
        new Json().customize(mapper);
        return mapper;
    }

    private ObjectNode tree(String patch) throws JsonProcessingException {
        return (ObjectNode) json.readTree(patch);
    }
}
