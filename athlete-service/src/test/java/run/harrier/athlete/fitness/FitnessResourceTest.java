package run.harrier.athlete.fitness;

import static io.restassured.path.json.config.JsonPathConfig.jsonPathConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static run.harrier.athlete.TestAthlete.TODAY;
import static run.harrier.athlete.TestAthlete.anyAthlete;
import static run.harrier.athlete.TestAthlete.partner;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.harrier.athlete.AthleteEvents;
import run.harrier.athlete.TestAthlete;
import run.harrier.contracts.FitnessChanged;
import run.harrier.testkit.server.PostgresAndKafka;
import run.harrier.testkit.time.TestClock;

@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class FitnessResourceTest {
    /** Becoming an athlete publishes two events: profile and access. */
    private static final int FIRST_EVENTS = 2;

    @Inject
    AthleteEvents events;

    @Inject
    TestClock clock;

    @AfterEach
    void the_clock_stands_where_it_stood() {
        clock.set("2026-11-23T00:00:00Z");
    }

    @Test
    void without_a_result_there_is_no_number_and_no_null() {
        var athlete = anyAthlete();
        var answer = athlete.caller().get(athlete.path("/fitness")).statusCode(200);
        assertThat(answer.extract().<Map<String, Object>>path("$").keySet()).containsExactly("on", "stale");
        answer.body("on", equalTo(TODAY.toString())).body("stale", equalTo(false));
    }

    /** S12, S13, S18, U25. */
    @Test
    void twenty_minutes_over_5k_are_49_81_with_five_paces() {
        var athlete = anyAthlete();
        var recorded = record(athlete, "RACE", 5000, 1200, TODAY).statusCode(201);
        String id = recorded.extract().path("id");
        recorded.header("Location", athlete.path("/results/" + id)).body("vdot", equalTo(49.81f));
        athlete.caller().get(athlete.path("/results/" + id)).statusCode(200).body("id", equalTo(id));

        var fitness = athlete.caller().get(athlete.path("/fitness")).statusCode(200);
        fitness.body("vdot", equalTo(49.81f))
                .body("stale", equalTo(false))
                .body("from", equalTo(id))
                .body("paces.keySet()", hasSize(5))
                .body("paces.EASY.fastestSecondsPerKm", notNullValue())
                .body("paces.EASY.slowestSecondsPerKm", notNullValue())
                .body("paces.EASY.secondsPerKm", nullValue())
                .body("paces.THRESHOLD.purpose", equalTo("raise the lactate threshold"))
                .body("equivalents.distanceMetres", hasItem(42195f))
                .body("equivalents.find { it.distanceMetres == 5000 }.durationSeconds", equalTo(1200f));
        var json = fitness.extract().jsonPath(jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
        assertThat(json.getDouble("paces.THRESHOLD.secondsPerKm")).isCloseTo(256.5, within(1.0));
        assertThat(json.getDouble("paces.INTERVAL.secondsPerKm"))
                .isLessThan(240)
                .isGreaterThan(230);
    }

    /** S17. */
    @Test
    void a_time_trial_is_a_result_of_its_own_kind() {
        var athlete = anyAthlete();
        record(athlete, "TIME_TRIAL", 4989, 1200, TODAY).statusCode(201).body("kind", equalTo("TIME_TRIAL"));
        athlete.caller().get(athlete.path("/fitness")).body("vdot", notNullValue());
    }

    /** D11. */
    @Test
    void the_best_of_85_days_is_in_force_and_an_old_one_is_stale() {
        var athlete = anyAthlete();
        var day = TODAY.minusDays(200);
        String best = record(athlete, "RACE", 5000, 1200, day).extract().path("id");
        String newer =
                record(athlete, "RACE", 5000, 1300, day.plusDays(30)).extract().path("id");
        assertInForce(athlete, day.minusDays(1), null, false);
        assertInForce(athlete, day.plusDays(84), best, false);
        assertInForce(athlete, day.plusDays(85), newer, false);
        assertInForce(athlete, day.plusDays(115), newer, true);
        athlete.caller().delete(athlete.path("/results/" + newer)).statusCode(204);
        athlete.caller().delete(athlete.path("/results/" + newer)).statusCode(404);
        assertInForce(athlete, day.plusDays(85), best, true);
    }

    /** S15: each event carries the whole timeline. */
    @Test
    void every_change_of_a_result_publishes_the_whole_timeline() {
        var athlete = anyAthlete();
        var day = TODAY.minusDays(100);
        record(athlete, "RACE", 5000, 1200, day);
        String second = record(athlete, "TIME_TRIAL", 5000, 1170, day.plusDays(10))
                .extract()
                .path("id");
        athlete.caller().delete(athlete.path("/results/" + second)).statusCode(204);

        var published = events.of(athlete.id(), FIRST_EVENTS + 3).stream()
                .filter(FitnessChanged.class::isInstance)
                .map(FitnessChanged.class::cast)
                .toList();
        assertThat(published).hasSize(3);
        assertThat(published.get(0).timeline())
                .extracting(FitnessChanged.Span::from, FitnessChanged.Span::vdot, FitnessChanged.Span::stale)
                .containsExactly(tuple(day, 49.81, false), tuple(day.plusDays(85), 49.81, true));
        assertThat(published.get(1).timeline()).hasSize(3);
        assertThat(published.get(1).lastResult())
                .isEqualTo(new FitnessChanged.Result(day.plusDays(10), "TIME_TRIAL", 5000, 1170));
        assertThat(published.get(2)).isEqualTo(published.get(0));
    }

    @ParameterizedTest(name = "{0} m in {1} s: {2}")
    @CsvSource({
        "5000, 660, /durationSeconds",
        "1500, 9000, /durationSeconds",
        "42195, 40000, /durationSeconds",
        "100, 7, /durationSeconds",
        "-5000, 1200, /distanceMetres",
        "5000, 0, /durationSeconds",
        "1e308, 1200, /distanceMetres"
    })
    void a_result_of_nobody_is_refused_with_the_reason(double distance, double duration, String pointer) {
        var athlete = anyAthlete();
        record(athlete, "RACE", distance, duration, TODAY)
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", notNullValue());
        athlete.caller().get(athlete.path("/results")).body("items", hasSize(0));
    }

    /** S12: a marathon of 4:40 is what half the field runs. */
    @Test
    void a_slow_marathon_counts_and_says_that_the_formula_is_stretched() {
        var athlete = anyAthlete();
        record(athlete, "RACE", 42195, 4 * 3600 + 40 * 60, TODAY)
                .statusCode(201)
                .body("vdot", equalTo(31.33f))
                .body("note", containsString("4 hours"));
        athlete.caller()
                .get(athlete.path("/fitness"))
                .body("vdot", equalTo(31.33f))
                .body("note", containsString("4 hours"))
                .body("paces.EASY.fastestSecondsPerKm", notNullValue());
        record(athlete, "RACE", 10000, 50 * 60, TODAY).statusCode(201).body("$", not(hasKey("note")));
        athlete.caller()
                .get(athlete.path("/fitness"))
                .body("vdot", equalTo(40.01f))
                .body("$", not(hasKey("note")));
    }

    @ParameterizedTest
    @CsvSource({"50000, 14000", "800, 130", "100000, 43200"})
    void a_distance_that_the_formula_does_not_know_is_kept_without_a_number(double distance, double duration) {
        var athlete = anyAthlete();
        record(athlete, "RACE", distance, duration, TODAY)
                .statusCode(201)
                .body("$", not(hasKey("vdot")))
                .body("note", containsString("without a number"));
        athlete.caller().get(athlete.path("/results")).body("items.distanceMetres", contains((float) distance));
        athlete.caller().get(athlete.path("/fitness")).statusCode(200).body("$", not(hasKey("vdot")));
        record(athlete, "RACE", 5000, 1200, TODAY).statusCode(201);
        athlete.caller().get(athlete.path("/fitness")).body("vdot", equalTo(49.81f));
    }

    @Test
    void a_result_cannot_be_in_the_future_or_before_birth() {
        var athlete = anyAthlete();
        record(athlete, "RACE", 5000, 1200, TODAY.plusDays(1))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/on"));
        record(athlete, "RACE", 5000, 1200, LocalDate.of(1990, 1, 1)).statusCode(422);
    }

    /** D12. */
    @Test
    void a_day_begins_at_midnight_where_the_athlete_lives() {
        var athlete = anyAthlete();
        clock.set("2026-11-23T10:59:59Z");
        record(athlete, "RACE", 5000, 1200, TODAY.plusDays(1)).statusCode(422);
        clock.set("2026-11-23T11:00:00Z");
        record(athlete, "RACE", 5000, 1200, TODAY.plusDays(1)).statusCode(201);
        athlete.caller()
                .get(athlete.path("/fitness"))
                .body("on", equalTo(TODAY.plusDays(1).toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind": "RACE", "distanceMetres": 5000, "on": "2026-01-01"}                             | 422
            {"kind": "MATCH", "distanceMetres": 5000, "durationSeconds": 1200, "on": "2026-01-01"}   | 400
            {"kind": "RACE", "distanceMetres": "far", "durationSeconds": 1200, "on": "2026-01-01"}   | 400
            {"kind": "RACE", "distanceMetres": NaN, "durationSeconds": 1200, "on": "2026-01-01"}     | 400
            {"kind": "RACE", "distanceMetres": 5000, "durationSeconds": 1200, "on": "yesterday"}     | 400
            {"kind": "RACE", "distanceMetres": 5000, "durationSeconds": 1200, "on": "2026-01-01", "rpe": 11} | 422
            {"kind": "RACE", "distanceMetres": 5000, "durationSeconds": 1200, "on": "2026-01-01", "pb": true} | 400
            """)
    void a_malformed_result_is_refused(String body, int status) {
        var athlete = anyAthlete();
        athlete.caller()
                .post(athlete.path("/results"), body)
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @Test
    void results_are_paged_newest_first_and_stable_under_inserts() {
        var athlete = anyAthlete();
        for (int day = 1; day <= 5; day++) {
            record(athlete, "RACE", 5000, 1200 + day, TODAY.minusDays(day)).statusCode(201);
        }
        var first = athlete.caller().get(athlete.path("/results?limit=2")).statusCode(200);
        record(athlete, "RACE", 5000, 1300, TODAY).statusCode(201);
        var seen = new ArrayList<String>(first.extract().path("items.on"));
        String next = first.extract().path("next");
        while (next != null) {
            var page = athlete.caller()
                    .get(athlete.path("/results?limit=2&after=" + next))
                    .statusCode(200);
            seen.addAll(page.extract().<List<String>>path("items.on"));
            next = page.extract().path("next");
        }
        assertThat(seen)
                .containsExactly(
                        TODAY.minusDays(1).toString(),
                        TODAY.minusDays(2).toString(),
                        TODAY.minusDays(3).toString(),
                        TODAY.minusDays(4).toString(),
                        TODAY.minusDays(5).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "/results?limit=0, 400",
        "/results?limit=201, 400",
        "/results?after=x, 400",
        "/results?after=%2B%2B, 400",
        "/results?after=LTk5OTk5OTk5OS0wMS0wMSAw, 400",
        "/fitness/overrides?after=bm90LWEtZGF5, 400",
        "/fitness?on=tomorrow, 400",
        "/fitness?on=2026-02-30, 400",
        "/heart-rate?on=x, 400",
        "/results/not-an-id, 404",
        "/results/0199a000-0000-7000-8000-000000000001, 404"
    })
    void what_a_query_cannot_mean_is_refused(String below, int status) {
        var athlete = anyAthlete();
        athlete.caller().get(athlete.path(below)).statusCode(status).contentType("application/problem+json");
    }

    @Test
    void a_coachs_own_number_is_in_force_until_taken_back() {
        var athlete = anyAthlete();
        var day = TODAY.minusDays(20);
        String race = record(athlete, "RACE", 5000, 1200, day).extract().path("id");
        var path = athlete.path("/fitness/overrides/" + day.plusDays(5));
        athlete.caller()
                .put(path, "{\"vdot\": 45.5, \"reason\": \"two weeks of fever\"}")
                .statusCode(200)
                .body("from", equalTo(day.plusDays(5).toString()))
                .body("by", equalTo(athlete.subject()));
        athlete.caller()
                .get(athlete.path("/fitness"))
                .body("vdot", equalTo(45.5f))
                .body("from", nullValue())
                .body("override.reason", equalTo("two weeks of fever"));
        assertInForce(athlete, day.plusDays(4), race, false);
        athlete.caller()
                .put(path, "{\"vdot\": 46, \"reason\": \"better than thought\"}")
                .statusCode(200);
        athlete.caller().get(athlete.path("/fitness/overrides")).body("items.vdot", equalTo(List.of(46f)));
        athlete.caller().delete(path).statusCode(204);
        athlete.caller().delete(path).statusCode(404);
        assertInForce(athlete, TODAY, race, false);
        assertThat(events.last(FitnessChanged.class, athlete.id(), FIRST_EVENTS + 4)
                        .timeline())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2020-01-01 | {"vdot": 91, "reason": "x"}   | 422
            2020-01-01 | {"vdot": 9, "reason": "x"}    | 422
            2020-01-01 | {"vdot": 50, "reason": " "}   | 422
            2020-01-01 | {"vdot": 50}                  | 422
            2199-01-01 | {"vdot": 50, "reason": "x"}   | 422
            1901-01-01 | {"vdot": 50, "reason": "x"}   | 422
            2999-01-01 | {"vdot": 50, "reason": "x"}   | 400
            0001-01-01 | {"vdot": 50, "reason": "x"}   | 400
            """)
    void a_coachs_own_number_needs_a_reason_and_a_past_day(String from, String body, int status) {
        var athlete = anyAthlete();
        athlete.caller().put(athlete.path("/fitness/overrides/" + from), body).statusCode(status);
    }

    @Test
    void a_partner_with_consent_records_results_and_reads_fitness() {
        var athlete = anyAthlete();
        athlete.caller()
                .put(athlete.path("/consents/timing"), "{\"scopes\": [\"results:write\", \"fitness:read\"]}")
                .statusCode(200);
        partner("timing", "results:write")
                .post(athlete.path("/results"), body("RACE", 10_000, 2400, TODAY))
                .statusCode(201)
                .body("vdot", equalTo(51.94f));
        partner("timing", "fitness:read")
                .get(athlete.path("/fitness"))
                .statusCode(200)
                .body("vdot", equalTo(51.94f));
        partner("timing", "results:write").get(athlete.path("/fitness")).statusCode(403);
    }

    private static void assertInForce(TestAthlete athlete, LocalDate on, String resultId, boolean stale) {
        athlete.caller()
                .get(athlete.path("/fitness?on=" + on))
                .statusCode(200)
                .body("from", equalTo(resultId))
                .body("stale", equalTo(stale));
    }

    private static ValidatableResponse record(
            TestAthlete athlete, String kind, double distance, double duration, LocalDate on) {
        return athlete.caller().post(athlete.path("/results"), body(kind, distance, duration, on));
    }

    private static String body(String kind, double distance, double duration, LocalDate on) {
        return """
                {"kind": "%s", "distanceMetres": %s, "durationSeconds": %s, "on": "%s"}""".formatted(kind, distance, duration, on);
    }
}
