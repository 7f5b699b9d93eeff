package run.harrier.system.fault;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.common.mapper.TypeRef;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import run.harrier.devstack.Part;
import run.harrier.devstack.StackConfig;
import run.harrier.system.RunningStack;

/**
 * An athlete of one test, signed in, with a plan that began four weeks ago.
 *
 * @param planned days gone by, each with one running session: a run on such a day is a match, and the only one
 */
record SignedUpAthlete(UUID athleteId, String token, ZoneId zone, List<LocalDate> planned) {
    private static final LocalDate MONDAY = RunningStack.TODAY.minusWeeks(4);
    /** Fewer than 28 days of record change no plan (S55), so what is told can be counted. */
    private static final LocalDate FIRST_RUN = RunningStack.TODAY.minusDays(26);

    private static final List<String> ZONES =
            List.of("Europe/Berlin", "Asia/Kathmandu", "Pacific/Auckland", "America/Los_Angeles");
    private static final AtomicInteger SIGNED_UP = new AtomicInteger();

    /** So many new athletes, known to every service with their plans and figures. */
    static List<SignedUpAthlete> anyRunners(StackConfig config, int count) {
        var admin = token(config.address(Part.KEYCLOAK) + "/realms/master", "admin-cli", StackConfig.ADMIN);
        var runners = new ArrayList<SignedUpAthlete>();
        for (int i = 0; i < count; i++) {
            runners.add(anyRunner(config, admin));
        }
        var load = new Database(config, Part.LOAD);
        var ids = runners.stream().map(SignedUpAthlete::athleteId).toList();
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        load.number("select count(*) from threshold_timeline where athlete_id = any(?)", ids) == count);
        return runners;
    }

    private static SignedUpAthlete anyRunner(StackConfig config, String admin) {
        var number = SIGNED_UP.incrementAndGet();
        var name = "runner" + number;
        var zone = ZONES.get(number % ZONES.size());
        var realm = config.address(Part.KEYCLOAK) + "/admin/realms/harrier";
        var user = given().auth()
                .oauth2(admin)
                .contentType("application/json")
                .body(Map.of(
                        "username",
                        name,
                        "email",
                        name + "@harrier.test",
                        "firstName",
                        name,
                        "lastName",
                        name,
                        "enabled",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", name))))
                .post(realm + "/users")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        var person =
                given().auth().oauth2(admin).get(realm + "/roles/person").then().statusCode(200);
        given().auth()
                .oauth2(admin)
                .contentType("application/json")
                .body(List.of(person.extract().<Map<String, Object>>as(new TypeRef<>() {})))
                .post(user + "/role-mappings/realm")
                .then()
                .statusCode(204);
        var token = token(config.issuer().toString(), "harrier-dev", name);
        var athlete = UUID.fromString(as(config, token)
                .body("""
                        {"displayName": "%s", "birthDate": "1990-03-02", "sex": "FEMALE", "timeZone": "%s",
                         "level": "EXPERIENCED", "currentWeeklyDistanceMetres": 60000}
                        """.formatted(name, zone))
                .post("/athletes")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        as(config, token).body("""
                        {"posture": "UNKNOWN", "mobility": "UNKNOWN", "movementQuality": "UNKNOWN", "injuries": [],
                         "habits": "UNKNOWN", "longestRunMinutes": 90}
                        """).put("/athletes/{a}/intake", athlete).then().statusCode(200);
        as(config, token)
                .body("""
                        {"kind": "RACE", "distanceMetres": 5000, "durationSeconds": 1200, "on": "%s"}
                        """.formatted(MONDAY))
                .post("/athletes/{a}/results", athlete)
                .then()
                .statusCode(201);
        var plan = """
                {"kind": "RACE", "start": "%s", "goal": {"distanceMetres": 10000, "date": "%s"}, "daysPerWeek": 6}
                """.formatted(MONDAY, MONDAY.plusWeeks(12).minusDays(1));
        await().atMost(Duration.ofMinutes(1)) // a 503 until the athlete is known there
                .until(() -> as(config, token)
                                .body(plan)
                                .post("/athletes/{a}/plans", athlete)
                                .statusCode()
                        == 201);
        return new SignedUpAthlete(athlete, token, ZoneId.of(zone), planned(config, token, athlete));
    }

    private static List<LocalDate> planned(StackConfig config, String token, UUID athlete) {
        List<String> days = as(config, token)
                .queryParam("from", FIRST_RUN.toString())
                .queryParam("to", RunningStack.TODAY.minusDays(1).toString())
                .get("/athletes/{a}/sessions", athlete)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { !(it.kind in ['REST', 'STRENGTH', 'CROSS_TRAINING']) }.on");
        return days.stream().map(LocalDate::parse).sorted().toList();
    }

    private static RequestSpecification as(StackConfig config, String token) {
        return given().baseUri(config.address(Part.GATEWAY) + "/api/v1")
                .auth()
                .oauth2(token)
                .contentType("application/json");
    }

    /** By the password grant; the password is the name. */
    private static String token(String realm, String client, String name) {
        return given().formParam("grant_type", "password")
                .formParam("client_id", client)
                .formParam("username", name)
                .formParam("password", name)
                .post(realm + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
