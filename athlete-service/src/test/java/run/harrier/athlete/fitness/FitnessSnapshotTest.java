package run.harrier.athlete.fitness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import run.harrier.athlete.fitness.model.FitnessEvidence.Result;
import run.harrier.athlete.heartrate.model.HeartRate;
import run.harrier.athlete.heartrate.model.Origin;
import run.harrier.contracts.EventType;
import run.harrier.contracts.FitnessChanged;
import run.harrier.contracts.Golden;

class FitnessSnapshotTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 6);
    private static final int LARGEST_MESSAGE_BYTES = 1_000_000;

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void the_event_has_the_fields_of_the_golden_json_and_no_other() throws Exception {
        var published = new FitnessSnapshot(
                        List.of(result(0, 1200)),
                        List.of(),
                        List.of(new HeartRate(DAY, 190, 52, 171, Origin.FIELD_TEST)))
                .toContract(new UUID(0, 1));
        assertThat(fields(json.valueToTree(published)))
                .isEqualTo(fields(json.readTree(Golden.json(EventType.FITNESS_CHANGED))));
    }

    @Test
    void as_many_results_as_an_athlete_can_have_fit_into_one_message() throws Exception {
        var results = IntStream.range(0, FitnessService.MOST_RESULTS)
                .mapToObj(i -> result(90L * i, 1200 + i))
                .toList();
        var published = new FitnessSnapshot(results, List.of(), List.of()).toContract(new UUID(0, 1));
        assertThat(published.timeline()).hasSize(2 * FitnessService.MOST_RESULTS);
        assertThat(json.writeValueAsBytes(published)).hasSizeLessThan(LARGEST_MESSAGE_BYTES);
    }

    /** D37. */
    @Test
    void the_races_of_the_weeks_before_the_last_result_go_with_it_the_newest_first() {
        var trial =
                new Result(new UUID(0, 9), Result.Kind.TIME_TRIAL, 5000, Duration.ofSeconds(1190), DAY.plusDays(70));
        var published = new FitnessSnapshot(
                        List.of(result(10, 1200), result(30, 1210), trial, result(11, 1220)), List.of(), List.of())
                .toContract(new UUID(0, 1));
        assertThat(published.lastResult()).isNotNull();
        assertThat(published.lastResult().kind()).isEqualTo("TIME_TRIAL");
        assertThat(published.races())
                .extracting(FitnessChanged.Result::on)
                .containsExactly(DAY.plusDays(30), DAY.plusDays(11));
    }

    private static Result result(long day, long seconds) {
        return new Result(new UUID(0, seconds), Result.Kind.RACE, 5000, Duration.ofSeconds(seconds), DAY.plusDays(day));
    }

    private static TreeSet<String> fields(JsonNode node) {
        var names = new TreeSet<String>();
        if (node.isArray()) {
            node.forEach(each -> names.addAll(fields(each)));
        }
        node.properties().forEach(field -> {
            names.add(field.getKey());
            fields(field.getValue()).forEach(below -> names.add(field.getKey() + "/" + below));
        });
        return names;
    }
}
