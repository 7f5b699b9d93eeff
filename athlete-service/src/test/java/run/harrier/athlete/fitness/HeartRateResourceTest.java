package run.harrier.athlete.fitness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static run.harrier.athlete.TestAthlete.TODAY;
import static run.harrier.athlete.TestAthlete.anyAthlete;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import run.harrier.athlete.AthleteEvents;
import run.harrier.athlete.TestAthlete;
import run.harrier.athlete.heartrate.model.Origin;
import run.harrier.contracts.FitnessChanged;
import run.harrier.testkit.server.PostgresAndKafka;

@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class HeartRateResourceTest {
    /** Becoming an athlete publishes two events: profile and access. */
    private static final int FIRST_EVENTS = 2;

    @Inject
    AthleteEvents events;

    /** S3, D8. */
    @Test
    void zones_come_from_the_tested_maximum_with_scheme_origin_and_date() {
        var athlete = anyAthlete();
        athlete.caller().get(athlete.path("/heart-rate")).statusCode(404);
        measure(athlete, 190, 50, null, "FIELD_TEST", TODAY.minusDays(30))
                .statusCode(200)
                .body("threshold.bpm", equalTo(167))
                .body("threshold.method", equalTo("PERCENT_OF_MAXIMUM"))
                .body("inForce", equalTo(true));
        athlete.caller()
                .get(athlete.path("/fitness"))
                .body("heartRateZones.scheme", equalTo("PERCENT_OF_MAXIMUM"))
                .body("heartRateZones.origin", equalTo("FIELD_TEST"))
                .body("heartRateZones.measuredOn", equalTo(TODAY.minusDays(30).toString()))
                .body("heartRateZones.zones", hasSize(5))
                .body("heartRateZones.zones.find { it.name == 'EASY' }.lowestBpm", equalTo(114))
                .body("heartRateZones.zones.find { it.name == 'EASY' }.highestBpm", equalTo(133));
        athlete.caller()
                .get(athlete.path("/fitness?scheme=PERCENT_OF_RESERVE"))
                .body("heartRateZones.zones.find { it.name == 'EASY' }.lowestBpm", equalTo(134));
        athlete.caller().get(athlete.path("/fitness?on=" + TODAY.minusDays(31))).body("heartRateZones", nullValue());
    }

    /** S4. */
    @Test
    void an_age_estimate_is_kept_and_never_overwrites_a_test() {
        var athlete = anyAthlete();
        measure(athlete, 188, 50, null, "AGE_ESTIMATE", TODAY.minusDays(40)).body("inForce", equalTo(true));
        measure(athlete, 192, 50, 172, "FIELD_TEST", TODAY.minusDays(30)).body("inForce", equalTo(true));
        measure(athlete, 185, 50, null, "AGE_ESTIMATE", TODAY).statusCode(200).body("inForce", equalTo(false));
        athlete.caller()
                .get(athlete.path("/heart-rate"))
                .statusCode(200)
                .body("maxBpm", equalTo(192))
                .body("threshold.method", equalTo("MEASURED"))
                .body("measurements", hasSize(3));
        athlete.caller()
                .get(athlete.path("/heart-rate?on=" + TODAY.minusDays(35)))
                .body("origin", equalTo("AGE_ESTIMATE"));
        assertThat(events.last(FitnessChanged.class, athlete.id(), FIRST_EVENTS + 3)
                        .heartRate())
                .containsExactly(
                        new FitnessChanged.HeartRate(TODAY.minusDays(40), 188, 50, null, "AGE_ESTIMATE"),
                        new FitnessChanged.HeartRate(TODAY.minusDays(30), 192, 50, 172, "FIELD_TEST"));
    }

    @Test
    void the_same_day_and_origin_again_replaces() {
        var athlete = anyAthlete();
        measure(athlete, 190, 50, null, "RACE", TODAY).statusCode(200);
        measure(athlete, 193, 51, 175, "RACE", TODAY).statusCode(200).body("maxBpm", equalTo(193));
        athlete.caller().get(athlete.path("/heart-rate")).body("measurements", hasSize(1));
    }

    @ParameterizedTest
    @EnumSource(Origin.class)
    void every_origin_is_kept(Origin origin) {
        var athlete = anyAthlete();
        measure(athlete, 190, 50, null, origin.name(), TODAY).statusCode(200).body("origin", equalTo(origin.name()));
    }

    @ParameterizedTest
    @CsvSource({
        "300, 50, , FIELD_TEST, 0, 422",
        "190, 0, , FIELD_TEST, 0, 422",
        "190, 190, , FIELD_TEST, 0, 422",
        "190, 50, 195, FIELD_TEST, 0, 422",
        "190, 50, , GUESS, 0, 400",
        "190, 50, , RACE, 1, 422",
        "190.5, 50, , RACE, 0, 400"
    })
    void figures_of_no_heart_are_refused(
            String max, int rest, Integer threshold, String origin, int daysAhead, int status) {
        var athlete = anyAthlete();
        var on = TODAY.plusDays(daysAhead);
        athlete.caller()
                .put(athlete.path("/heart-rate"), """
                {"maxBpm": %s, "restBpm": %d, "thresholdBpm": %s, "origin": "%s", "measuredOn": "%s"}""".formatted(max, rest, threshold, origin, on))
                .statusCode(status)
                .body("errors", hasSize(1));
    }

    private static ValidatableResponse measure(
            TestAthlete athlete, int max, int rest, Integer threshold, String origin, LocalDate on) {
        return athlete.caller().put(athlete.path("/heart-rate"), """
                {"maxBpm": %d, "restBpm": %d, %s"origin": "%s", "measuredOn": "%s"}""".formatted(
                        max, rest, threshold == null ? "" : "\"thresholdBpm\": " + threshold + ", ", origin, on));
    }
}
