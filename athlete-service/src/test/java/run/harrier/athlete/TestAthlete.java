package run.harrier.athlete;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.UUID;
import run.harrier.testkit.access.Tokens;

/** Somebody who signed in for the first time and became an athlete, in Auckland. */
public record TestAthlete(String subject, UUID id, String joinCode) {
    /** Today in Auckland, as long as no test sets the clock. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    public static final String PROFILE = """
            {"displayName": "Ana", "birthDate": "1994-03-02", "sex": "FEMALE", "timeZone": "Pacific/Auckland",
             "level": "INTERMEDIATE", "currentWeeklyDistanceMetres": 40000}""";

    /** The subject of a person who is not known yet. */
    public static String anySubject() {
        return "person-" + UUID.randomUUID();
    }

    public static TestAthlete anyAthlete() {
        var subject = anySubject();
        var created = as(subject).post("/api/v1/athletes", PROFILE).statusCode(201);
        return new TestAthlete(
                subject,
                UUID.fromString(created.extract().path("id")),
                created.extract().path("joinCode"));
    }

    public String path(String below) {
        return "/api/v1/athletes/" + id + below;
    }

    public Caller caller() {
        return as(subject);
    }

    public static Caller as(String subject) {
        return new Caller(Tokens.person(subject));
    }

    public static Caller partner(String clientId, String... scopes) {
        return new Caller(Tokens.partner(clientId, scopes));
    }

    /** Requests with one token. */
    public record Caller(String token) {
        public ValidatableResponse get(String path) {
            return given().auth().oauth2(token).get(path).then();
        }

        public ValidatableResponse post(String path, String body) {
            return given().auth()
                    .oauth2(token)
                    .contentType(JSON)
                    .body(body)
                    .post(path)
                    .then();
        }

        public ValidatableResponse post(String path) {
            return given().auth().oauth2(token).post(path).then();
        }

        /** With an {@code Idempotency-Key}. */
        public ValidatableResponse postOnce(String path, String key) {
            return given().auth()
                    .oauth2(token)
                    .contentType(JSON)
                    .header("Idempotency-Key", key)
                    .post(path)
                    .then();
        }

        public ValidatableResponse put(String path, String body) {
            return given().auth()
                    .oauth2(token)
                    .contentType(JSON)
                    .body(body)
                    .put(path)
                    .then();
        }

        public ValidatableResponse patch(String path, String body) {
            return given().auth()
                    .oauth2(token)
                    .contentType("application/merge-patch+json")
                    .body(body)
                    .patch(path)
                    .then();
        }

        public ValidatableResponse delete(String path) {
            return given().auth().oauth2(token).delete(path).then();
        }
    }
}
