package run.harrier.plan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static run.harrier.plan.Calendars.MONDAY;
import static run.harrier.plan.Calendars.as;
import static run.harrier.plan.Calendars.days;
import static run.harrier.plan.Calendars.decline;
import static run.harrier.plan.Calendars.easy;
import static run.harrier.plan.Calendars.ids;
import static run.harrier.plan.Calendars.intervals;
import static run.harrier.plan.Calendars.move;
import static run.harrier.plan.Calendars.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventType;
import run.harrier.plan.AthleteServiceEvents;
import run.harrier.plan.Calendars;
import run.harrier.plan.LoadServiceEvents;
import run.harrier.plan.PlanEvents;
import run.harrier.testkit.server.PostgresAndKafka;
import run.harrier.testkit.time.TestClock;

/** What is told of the days whose calendar changed, with the planned load (U8). */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class CalendarChangesResourceTest {
    @Inject
    AthleteServiceEvents athletes;

    @Inject
    LoadServiceEvents loads;

    @Inject
    Calendars calendars;

    @Inject
    PlanEvents events;

    @Inject
    TestClock clock;

    @BeforeEach
    void it_is_monday_morning_in_auckland() {
        clock.set("2026-11-22T20:00:00Z");
    }

    /** The older plan goes on beyond the new one, and for longer than an event tells. */
    @Test
    void a_new_plan_tells_all_days_from_its_start_and_a_deleted_one_what_is_back() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, days(MONDAY, 400, Calendars::easy));
        var plan = generate(athlete);
        assertRange(told(athlete, 1), MONDAY, MONDAY.plusDays(365));
        assertRange(told(athlete, 2), MONDAY.plusDays(366), MONDAY.plusDays(399));
        assertThat(told(athlete, 2).get("sessions")).isEmpty();
        var made = told(athlete, 1);
        var shown = read(athlete, "?from=2026-11-23&to=2027-12-31").extract().jsonPath();
        assertThat(made.findValuesAsText("sessionId")).isEqualTo(shown.getList("items.id"));
        assertThat(made.findValuesAsText("on")).isEqualTo(shown.getList("items.on"));
        assertThat(kinds(made)).isEqualTo(shown.getList("items.kind"));
        var planned = shown.getList("items.plannedLoad.value", Double.class);
        for (int i = 0; i < planned.size(); i++) {
            assertThat(made.at("/sessions/" + i + "/plannedLoad/value").asDouble())
                    .isCloseTo(planned.get(i), within(0.001));
        }
        assertThat(planned).filteredOn(load -> load > 0).hasSizeGreaterThan(60);
        assertThat(made.get("sessions")).allSatisfy(session -> {
            assertThat(session.get("steps").isEmpty())
                    .isEqualTo(Set.of("REST", "STRENGTH")
                            .contains(session.get("kind").asText()));
            assertThat(session.has("raceDistanceMetres"))
                    .isEqualTo(session.get("kind").asText().equals("RACE"));
        });
        assertThat(made.findValue("raceDistanceMetres")).isNotNull();

        as("coach")
                .delete("/api/v1/athletes/" + athlete + "/plans/" + plan)
                .then()
                .statusCode(204);
        assertRange(told(athlete, 3), MONDAY, MONDAY.plusDays(365));
        assertThat(kinds(told(athlete, 3))).hasSize(366).containsOnly("EASY");
        assertThat(kinds(told(athlete, 4))).hasSize(34).containsOnly("EASY");
    }

    @Test
    void a_move_tells_both_days_and_a_softened_session_its_own() {
        var athlete = athletes.anyAthlete();
        calendars.plan(
                athlete,
                MONDAY,
                List.of(intervals(MONDAY.plusDays(1)), easy(MONDAY.plusDays(3)), easy(MONDAY.plusDays(9))));
        var sessions = ids(athlete);
        move(athlete, sessions.get(1), "{\"on\": \"2026-11-28\"}").statusCode(200);
        assertRange(told(athlete, 1), MONDAY.plusDays(3), MONDAY.plusDays(3));
        assertThat(told(athlete, 1).get("sessions")).isEmpty();
        assertRange(told(athlete, 2), MONDAY.plusDays(5), MONDAY.plusDays(5));
        assertThat(told(athlete, 2).findValuesAsText("sessionId")).containsExactly(sessions.get(1));
        assertThat(told(athlete, 2).at("/sessions/0/metres").asDouble()).isCloseTo(8348, within(1.0));
        assertThat(told(athlete, 2).at("/sessions/0/seconds").asDouble()).isEqualTo(2700);

        loads.readiness(athlete, "2026-11-24", false, "!ROUGH_NIGHTS");
        var softened = told(athlete, 3);
        assertRange(softened, MONDAY.plusDays(1), MONDAY.plusDays(1));
        assertThat(softened.at("/sessions/0/kind").asText()).isEqualTo("EASY");
        decline("ana", athlete, sessions.get(0), 1).statusCode(200);
        var restored = told(athlete, 4);
        assertThat(restored.at("/sessions/0/kind").asText()).isEqualTo("INTERVAL");
        assertThat(restored.at("/sessions/0/quality").asBoolean()).isTrue();
        assertThat(restored.at("/sessions/0/plannedLoad/value").asDouble())
                .isGreaterThan(softened.at("/sessions/0/plannedLoad/value").asDouble());
    }

    @Test
    void a_trimmed_week_is_told_in_one_event_with_less_load() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, days(MONDAY, 6, Calendars::easy));
        loads.acwr(athlete, "2026-11-23", 1.4, false);
        var trimmed = told(athlete, 1);
        assertRange(trimmed, MONDAY, MONDAY.plusDays(5));
        for (var session : trimmed.get("sessions")) {
            assertThat(session.at("/plannedLoad/value").asDouble()).isPositive().isLessThan(31);
        }
        assertThat(all(athlete)).hasSize(1);
    }

    /** The golden heart rate is a woman's; without one it is the pace, and without a result the effort. */
    @Test
    void a_session_shows_its_load_by_what_is_known_of_the_athlete() {
        var athlete = athletes.anAthleteWithoutResult();
        calendars.plan(athlete, MONDAY, List.of(easy(MONDAY)));
        assertLoad(athlete, "RPE", 45 * 3 / 4.2);
        var byPace = athletes.golden(EventType.FITNESS_CHANGED, athlete);
        byPace.putArray("heartRate");
        athletes.publish(EventType.FITNESS_CHANGED, byPace);
        assertLoad(athlete, "PACE", 47.2);
        athletes.publish(EventType.FITNESS_CHANGED, athletes.golden(EventType.FITNESS_CHANGED, athlete));
        assertLoad(athlete, "HEART_RATE", 31.49);
        athletes.publish(
                EventType.PROFILE_CHANGED,
                athletes.golden(EventType.PROFILE_CHANGED, athlete).put("sex", "MALE"));
        assertLoad(athlete, "HEART_RATE", 29.34);
        loads.readiness(athlete, "2026-11-23", true, "!PAIN");
        assertLoad(athlete, "RPE", 0);
    }

    private static void assertLoad(UUID athlete, String method, double value) {
        var load = read(athlete, "?to=2026-11-23").extract().jsonPath();
        assertThat(load.getString("items[0].plannedLoad.method")).isEqualTo(method);
        assertThat(load.getDouble("items[0].plannedLoad.value")).isCloseTo(value, within(0.01));
    }

    /** Of the sessions, not of their steps. */
    private static List<String> kinds(JsonNode event) {
        return StreamSupport.stream(event.get("sessions").spliterator(), false)
                .map(session -> session.get("kind").asText())
                .toList();
    }

    private static void assertRange(JsonNode told, LocalDate from, LocalDate to) {
        assertThat(told.get("from").asText()).isEqualTo(from.toString());
        assertThat(told.get("to").asText()).isEqualTo(to.toString());
    }

    private JsonNode told(UUID athlete, int number) {
        return await().until(() -> all(athlete), told -> told.size() >= number).get(number - 1);
    }

    private List<JsonNode> all(UUID athlete) {
        return events.of(athlete, EventType.CALENDAR_CHANGED);
    }

    private static String generate(UUID athlete) {
        return as("coach")
                .body("""
                {"kind": "RACE", "start": "%s", "goal": {"distanceMetres": 10000, "date": "%s"}, "daysPerWeek": 5,
                 "currentWeeklyDistanceMetres": 40000}""".formatted(MONDAY, MONDAY.plusWeeks(12).minusDays(1)))
                .post("/api/v1/athletes/" + athlete + "/plans")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
