package run.harrier.plan.calendar;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static run.harrier.plan.calendar.Calendars.MONDAY;
import static run.harrier.plan.calendar.Calendars.as;
import static run.harrier.plan.calendar.Calendars.easy;
import static run.harrier.plan.calendar.Calendars.first;
import static run.harrier.plan.calendar.Calendars.partner;
import static run.harrier.plan.calendar.Calendars.path;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import run.harrier.devstack.test.Backing;
import run.harrier.plan.AthleteService;
import run.harrier.plan.TestClock;

/** Who may read, move and decline (D21). */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class SessionAccessResourceTest {
    @Inject
    AthleteService athletes;

    @Inject
    Calendars calendars;

    @Inject
    TestClock clock;

    @BeforeEach
    void it_is_monday_morning_in_auckland() {
        clock.set("2026-11-22T20:00:00Z");
    }

    @Test
    void who_may_read_write_and_decline_is_d21() {
        var athlete = athletes.anyAthlete();
        calendars.plan(athlete, MONDAY, List.of(easy(MONDAY.plusDays(1))));
        var session = first(athlete);
        var path = path(athlete, "/" + session);
        given().get(path).then().statusCode(401);
        for (var reader : List.of("ana", "coach", "assistant")) {
            as(reader).get(path).then().statusCode(200).body("id", equalTo(session));
        }
        partner("plan:read").get(path).then().statusCode(200);
        partner("plan:read").get(path + "/revisions").then().statusCode(200);
        partner("load:read")
                .get(path)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:harrier:problem:insufficient-scope"));
        partner("plan:read").body("{\"on\": \"2026-11-25\"}").patch(path).then().statusCode(403);
        as("assistant").body("{broken").patch(path).then().statusCode(403);
        as("coach").body("{\"on\": \"2026-11-25\"}").patch(path).then().statusCode(200);
        as("assistant").post(path + "/revisions/1/decline").then().statusCode(200);
        as("assistant").delete(path + "/revisions/1/decline").then().statusCode(200);
    }

    @Test
    void a_session_of_somebody_else_is_404_on_every_path() {
        var athlete = athletes.anyAthlete();
        var other = athletes.anyAthlete();
        calendars.plan(other, MONDAY, List.of(easy(MONDAY.plusDays(1))));
        var path = path(athlete, "/" + first(other));
        as("ana").get(path).then().statusCode(404);
        as("ana").body("{\"on\": \"2026-11-25\"}").patch(path).then().statusCode(404);
        as("ana").get(path + "/revisions").then().statusCode(404);
        as("ana").post(path + "/revisions/1/decline").then().statusCode(404);
        as("ana").delete(path + "/revisions/1/decline").then().statusCode(404);
        as("ana").get(path(athlete, "/nonsense")).then().statusCode(404);
    }
}
