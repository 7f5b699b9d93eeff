package run.harrier.load.wellness;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.load.Runs;
import run.harrier.testkit.access.Tokens;

/** Requests about the mornings of one athlete, whose account is {@code ana}. */
record WellnessRequests(UUID athlete) {
    static final String USUAL = """
            {"restingHeartRateBpm": 50, "hrvMillis": 70, "sleepHours": 8, "sleepQuality": 4, "soreness": 2,
             "fatigue": 2, "stress": 2, "mood": 4}""";

    static RequestSpecification as(String person) {
        return given().auth().oauth2(Tokens.person(person)).contentType("application/json");
    }

    static RequestSpecification partner(String scope) {
        return given().auth().oauth2(Tokens.partner("partner-demo", scope)).contentType("application/json");
    }

    /** The same entry on so many days up to today. */
    void mornings(int days, String entry) {
        for (int ago = days - 1; ago >= 0; ago--) {
            enter(Runs.TODAY.minusDays(ago), entry).statusCode(200);
        }
    }

    ValidatableResponse enter(LocalDate on, String entry) {
        return as("ana").body(entry).put(wellness(on)).then();
    }

    /** Of today's entry. */
    ValidatableResponse patch(RequestSpecification someone, String body) {
        return someone.contentType("application/merge-patch+json")
                .body(body)
                .patch(wellness(Runs.TODAY))
                .then();
    }

    /** Of one day, or of all. */
    String wellness(@Nullable LocalDate on) {
        return "/api/v1/athletes/" + athlete + "/wellness" + (on == null ? "" : "/" + on);
    }

    String readiness() {
        return "/api/v1/athletes/" + athlete + "/readiness";
    }
}
