package run.harrier.load.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventType;
import run.harrier.load.AthleteService;
import run.harrier.load.LoadEvents;
import run.harrier.load.Runs;
import run.harrier.testkit.access.AthleteServiceStub;
import run.harrier.testkit.access.Tokens;
import run.harrier.testkit.server.PostgresAndKafka;

/** The series of daily loads over HTTP. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = AthleteServiceStub.class, scope = TestResourceScope.GLOBAL)
class LoadSeriesResourceTest {
    @Inject
    AthleteService owner;

    @Inject
    LoadEvents events;

    @Test
    void a_day_is_trained_rest_or_without_data_and_missing_is_not_zero() {
        var ana = owner.ana();
        ana.enter(Runs.daysAgo(4), 60, 7);
        ana.enter(Runs.daysAgo(2), 60, 7);
        var from = Runs.TODAY.minusDays(5);
        var until = Runs.TODAY.minusDays(1);
        ana.get("/load?from=" + from + "&to=" + until)
                .statusCode(200)
                .body("days.state", contains("NO_DATA", "TRAINED", "REST", "TRAINED", "REST"))
                .body("days[0].load", nullValue())
                .body("days[0].acwr", nullValue())
                .body("days[1].load", equalTo(100f))
                .body("days[2].load", equalTo(0f))
                .body("days[4].acwr.method", equalTo("COUPLED"))
                .body("days[4].acwr.coverageDays", equalTo(4))
                .body("days[4].acwr.provisional", equalTo(true))
                .body("days[4].acwrUncoupled", nullValue())
                .body("days[4].acwrWeighted.method", equalTo("EWMA"));

        ana.put("/load/" + Runs.TODAY.minusDays(3) + "/absence", "{\"state\": \"NOT_WORN\"}")
                .statusCode(204);
        ana.get("/load?from=" + from + "&to=" + until)
                .body("days.state", contains("NO_DATA", "TRAINED", "NOT_WORN", "TRAINED", "REST"))
                .body("days[2].load", nullValue())
                .body("days[4].acwr.coverageDays", equalTo(3));
        ana.asking()
                .delete(ana.path() + "/load/" + Runs.TODAY.minusDays(3) + "/absence")
                .then()
                .statusCode(204);
        ana.get("/load?from=" + from + "&to=" + until)
                .body("days.state", contains("NO_DATA", "TRAINED", "REST", "TRAINED", "REST"));
        assertThat(events.await(EventType.LOAD_UPDATED, ana.athlete(), 4)).hasSize(4);
    }

    /** The number of a cell is that of its day in the year and the days before that are carried in. */
    @Test
    void the_stored_form_of_an_absence_is_its_golden_json() {
        var ana = owner.ana();
        ana.put("/load/2026-01-03/absence", "{\"state\": \"NOT_WORN\"}").statusCode(204);
        ana.put("/load/2026-02-01/absence", "{\"state\": \"NO_DATA\"}").statusCode(204);
        assertThat(owner.text("select absences::text from load_year where athlete_id = $1", ana.athlete()))
                .isEqualTo("""
                        {"30": "NOT_WORN", "59": "NO_DATA"}""");
    }

    @Test
    void twenty_eight_equal_days_have_a_ratio_of_one_and_are_not_provisional() {
        var ana = owner.ana();
        for (int day = 28; day >= 1; day--) {
            ana.enter(Runs.daysAgo(day), 30, 4);
        }
        var yesterday = Runs.TODAY.minusDays(1);
        var day = ana.get("/load?from=" + yesterday + "&to=" + yesterday)
                .extract()
                .jsonPath();
        assertThat(day.getDouble("days[0].acwr.value")).isCloseTo(1, within(1e-6));
        assertThat(day.getInt("days[0].acwr.coverageDays")).isEqualTo(28);
        assertThat(day.getBoolean("days[0].acwr.provisional")).isFalse();
        assertThat(day.getDouble("days[0].monotony")).isCloseTo(10, within(1e-6));
    }

    @Test
    void the_range_ends_today_and_is_bounded() {
        var ana = Runs.of(owner.anyAthlete("Etc/UTC", AthleteService.athlete("ana")), "ana");
        ana.get("/load?from=" + Runs.TODAY + "&to=" + Runs.TODAY.plusDays(10))
                .statusCode(200)
                .body("days", hasSize(1));
        ana.get("/load?from=" + Runs.TODAY.plusDays(3) + "&to=" + Runs.TODAY.plusDays(10))
                .statusCode(200)
                .body("days", hasSize(0));
        ana.get("/load").statusCode(200).body("days[-1].on", equalTo(Runs.TODAY.toString()));
        ana.get("/load?from=2020-01-01&to=2026-01-01").statusCode(422);
        ana.get("/load?from=2026-02-01&to=2026-01-01").statusCode(422);
        ana.get("/load?from=yesterday").statusCode(400);
    }

    @Test
    void a_declaration_that_does_not_fit_is_refused() {
        var ana = owner.ana();
        ana.put("/load/2026-01-01/absence", "{\"state\": \"LAZY\"}").statusCode(400);
        ana.put("/load/2026-01-01/absence", "{}").statusCode(422);
        ana.put("/load/someday/absence", "{\"state\": \"NO_DATA\"}").statusCode(400);
        ana.put("/load/" + Runs.TODAY.plusDays(1) + "/absence", "{\"state\": \"NO_DATA\"}")
                .statusCode(422);
    }

    @Test
    void who_may_read_the_load_is_decided_by_the_relation() {
        var squad = UUID.randomUUID();
        var athlete = owner.anyAthlete(
                "Europe/Zurich",
                AthleteService.athlete("ana"),
                AthleteService.coach("coach", squad),
                AthleteService.assistant("assistant", squad),
                AthleteService.partner("reader", "load:read"));
        Runs.of(athlete, "coach").get("/load").statusCode(200);
        Runs.of(athlete, "assistant").get("/load").statusCode(200);
        new Runs(athlete, Tokens.partner("reader", "load:read")).get("/load").statusCode(200);
        new Runs(athlete, Tokens.partner("reader", "plan:read")).get("/load").statusCode(403);
        Runs.of(athlete, "stranger").get("/load").statusCode(404);
        Runs.of(athlete, "assistant")
                .put("/load/2026-01-01/absence", "{\"state\": \"NO_DATA\"}")
                .statusCode(403);
    }
}
