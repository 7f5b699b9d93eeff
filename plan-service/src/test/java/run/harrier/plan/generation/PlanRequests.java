package run.harrier.plan.generation;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import run.harrier.testkit.access.Tokens;

/** Asks for plans over HTTP. */
final class PlanRequests {
    static final String TEN_K = """
            {"kind": "RACE", "start": "2026-11-23", "goal": {"distanceMetres": 10000, "date": "2027-02-14"},
             "daysPerWeek": 5, "currentWeeklyDistanceMetres": 40000, "longRunDay": "SUNDAY",
             "noRunDays": ["FRIDAY"]}""";

    private PlanRequests() {}

    static String plans(UUID athlete) {
        return "/api/v1/athletes/" + athlete + "/plans";
    }

    static RequestSpecification as(String person) {
        return given().auth().oauth2(Tokens.person(person)).contentType("application/json");
    }

    static ValidatableResponse generate(UUID athlete, String request) {
        return as("ana").body(request).post(plans(athlete)).then();
    }
}
