package run.harrier.plan.strength;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.strength.model.Category;
import run.harrier.plan.strength.model.Cue;
import run.harrier.plan.strength.model.RestrictedMovement;
import run.harrier.plan.strength.model.Strength;
import run.harrier.plan.strength.model.StrengthItem;
import run.harrier.plan.strength.model.TrainingPhase;

/** The data of D42 by its schema, and what the schema cannot say. */
class StrengthCatalogueTest {
    private static final Strength STRENGTH = StrengthCatalogue.STRENGTH;

    @Test
    void data_is_as_the_schema_says() {
        assertThat(violations(json("catalogue.json"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"category\": \"STRETCHING\"}",
                "{\"jumpContacts\": 20}",
                "{\"heavy\": true}",
                "{\"repetitions\": null}",
                "{\"seconds\": 30}",
                "{\"helps\": [\"NECK\"]}",
                "{\"weight\": 20}"
            })
    void the_schema_refuses_what_a_first_item_may_not_say(String change) throws IOException {
        var changed = json("catalogue.json");
        new ObjectMapper().readerForUpdating(changed.at("/items/0")).readValue(change);
        assertThat(violations(changed)).isNotEmpty();
    }

    @Test
    void every_word_of_the_schema_is_one_of_the_models() {
        var schema = json("catalogue.schema.json");
        assertThat(words(schema.at("/$defs/item/properties/category/enum"))).isEqualTo(names(Category.values()));
        assertThat(words(schema.at("/$defs/item/properties/helps/items/enum")))
                .isEqualTo(names(RestrictedMovement.values()));
        assertThat(words(schema.at("/$defs/cue/properties/phase/enum"))).isEqualTo(names(TrainingPhase.values()));
    }

    /** Strength knows nothing of plans, and uses their words. */
    @Test
    void the_phases_are_those_of_a_plan() {
        assertThat(names(TrainingPhase.values())).isEqualTo(names(Phase.values()));
    }

    @Test
    void there_are_24_items_at_least_and_each_id_is_there_once() {
        assertThat(STRENGTH.items()).hasSizeGreaterThanOrEqualTo(24);
        assertThat(STRENGTH.items()).extracting(StrengthItem::id).doesNotHaveDuplicates();
        assertThat(STRENGTH.cues()).extracting(Cue::id).doesNotHaveDuplicates();
        assertThat(STRENGTH.items()).extracting(StrengthItem::movement).doesNotHaveDuplicates();
        assertThat(STRENGTH.items()).extracting(StrengthItem::purpose).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void each_category_has_a_choice(Category category) {
        assertThat(STRENGTH.items())
                .filteredOn(item -> item.category() == category)
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void each_restricted_movement_has_items_without_load_that_help(RestrictedMovement movement) {
        assertThat(STRENGTH.items())
                .filteredOn(item ->
                        item.helps().contains(movement) && !item.heavy() && item.category() != Category.PLYOMETRIC)
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void the_contacts_of_a_jump_are_its_sets_of_ten() {
        assertThat(STRENGTH.items())
                .filteredOn(item -> item.category() == Category.PLYOMETRIC)
                .allSatisfy(item -> assertThat(item.jumpContacts()).isEqualTo(10 * item.sets()));
    }

    @ParameterizedTest
    @EnumSource
    void a_phase_has_two_to_four_cues(TrainingPhase phase) {
        assertThat(STRENGTH.cues()).filteredOn(cue -> cue.phase() == phase).hasSizeBetween(2, 4);
    }

    private static Set<ValidationMessage> violations(JsonNode data) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(json("catalogue.schema.json"))
                .validate(data);
    }

    private static JsonNode json(String name) {
        try (InputStream in = StrengthCatalogue.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static Set<String> names(Enum<?>[] values) {
        return Set.copyOf(Arrays.stream(values).map(Enum::name).toList());
    }

    private static Set<String> words(JsonNode array) {
        return Set.copyOf(Stream.of(array)
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asText)
                .toList());
    }
}
