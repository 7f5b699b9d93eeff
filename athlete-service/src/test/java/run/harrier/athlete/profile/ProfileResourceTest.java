package run.harrier.athlete.profile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static run.harrier.athlete.TestAthlete.PROFILE;
import static run.harrier.athlete.TestAthlete.anyAthlete;
import static run.harrier.athlete.TestAthlete.anySubject;
import static run.harrier.athlete.TestAthlete.as;
import static run.harrier.athlete.TestAthlete.partner;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.athlete.AthleteEvents;
import run.harrier.athlete.TestAthlete;
import run.harrier.contracts.AccessChanged;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.ProfileChanged;
import run.harrier.contracts.Relation;
import run.harrier.testkit.server.PostgresAndKafka;

@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class ProfileResourceTest {
    private static final String INTAKE = """
            {"posture": "UNKNOWN", "mobility": "UNKNOWN", "movementQuality": "UNKNOWN", "injuries": [], "habits": "UNKNOWN"}""";

    @Inject
    AthleteEvents events;

    @Test
    void no_label_of_a_metric_names_an_athlete_nor_what_was_asked() {
        var athlete = anyAthlete();
        athlete.caller().get(athlete.path("")).statusCode(200);
        athlete.caller().delete(athlete.path("/heart-rate")).statusCode(405).header("Allow", "GET, HEAD, PUT");
        athlete.caller().get(athlete.path("/nothing-of-mine")).statusCode(404);

        assertThat(as(athlete.subject())
                        .get("/q/metrics")
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("uri=\"/api/v1/athletes/{athleteId}\"")
                .doesNotContain(athlete.id().toString(), "nothing-of-mine");
    }

    @Test
    void a_person_becomes_an_athlete_and_finds_themself_again() {
        var subject = anySubject();
        as(subject).get("/api/v1/athletes/me").statusCode(404);
        var created = as(subject).post("/api/v1/athletes", PROFILE).statusCode(201);
        String id = created.extract().path("id");
        created.header("Location", "/api/v1/athletes/" + id)
                .header("ETag", matchesPattern("\".+\""))
                .body("joinCode", matchesPattern("[0-9A-Z]{10}"))
                .body("timeZone", equalTo("Pacific/Auckland"))
                .body("currentWeeklyDistanceMetres", equalTo(40000f));
        var again = as(subject).get("/api/v1/athletes/me").statusCode(200);
        assertThat(again.extract().asString()).isEqualTo(created.extract().asString());
        assertThat(as(subject).get("/api/v1/athletes/" + id).extract().asString())
                .isEqualTo(created.extract().asString());
    }

    @Test
    void a_person_is_one_athlete() {
        var athlete = anyAthlete();
        athlete.caller()
                .post("/api/v1/athletes", PROFILE)
                .statusCode(409)
                .body("type", equalTo("urn:harrier:problem:conflict"));
        athlete.caller()
                .get("/api/v1/athletes/me")
                .body("id", equalTo(athlete.id().toString()));
    }

    @Test
    void a_partner_is_no_athlete() {
        partner("partner-demo", "profile:read")
                .post("/api/v1/athletes", PROFILE)
                .statusCode(403);
    }

    @Test
    void a_new_athlete_is_published() {
        var athlete = anyAthlete();
        assertThat(events.of(athlete.id(), 2))
                .containsExactly(
                        new ProfileChanged(
                                athlete.id(),
                                "Ana",
                                LocalDate.of(1994, 3, 2),
                                "FEMALE",
                                "Pacific/Auckland",
                                "INTERMEDIATE",
                                40_000,
                                null),
                        new AccessChanged(
                                athlete.id(), List.of(new Grant(athlete.subject(), Relation.ATHLETE, null, null))));
    }

    @Test
    void a_patch_changes_what_it_names_and_is_published() {
        var athlete = anyAthlete();
        athlete.caller()
                .patch(athlete.path(""), "{\"timeZone\": \"Europe/Berlin\", \"currentWeeklyDistanceMetres\": 45000}")
                .statusCode(200)
                .body("timeZone", equalTo("Europe/Berlin"))
                .body("displayName", equalTo("Ana"));
        var published = events.last(ProfileChanged.class, athlete.id(), 3);
        assertThat(published.timeZone()).isEqualTo("Europe/Berlin");
        assertThat(published.currentWeeklyDistanceMetres()).isEqualTo(45_000);
    }

    @Test
    void a_patch_of_what_was_changed_meanwhile_is_refused() {
        var athlete = anyAthlete();
        var tag = athlete.caller().get(athlete.path("")).extract().header("ETag");
        patchIfMatch(athlete.path(""), athlete.caller().token(), tag, "{\"displayName\": \"Ana K\"}", 200);
        patchIfMatch(athlete.path(""), athlete.caller().token(), tag, "{\"displayName\": \"Anna\"}", 412);
        athlete.caller()
                .get(athlete.path(""))
                .body("displayName", equalTo("Ana K"))
                .header("ETag", not(tag));
    }

    @Test
    void a_profile_that_is_known_is_not_sent_again() {
        var athlete = anyAthlete();
        var tag = athlete.caller().get(athlete.path("")).extract().header("ETag");
        given().auth()
                .oauth2(athlete.caller().token())
                .header("If-None-Match", tag)
                .get(athlete.path(""))
                .then()
                .statusCode(304);
    }

    @Test
    void an_offset_or_a_short_name_is_told_that_it_is_no_region() {
        var athlete = anyAthlete();
        for (var zone : List.of("+02:00", "PST", "SystemV/PST8")) {
            athlete.caller()
                    .patch(athlete.path(""), "{\"timeZone\": \"" + zone + "\"}")
                    .statusCode(422)
                    .body("detail", containsString("not an offset"), "detail", containsString("Europe/Berlin"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"without a key", "with the same key", "with a key each"})
    void of_eleven_requests_at_once_one_makes_the_athlete(String how) throws Exception {
        var subject = anySubject();
        try (var callers = Executors.newFixedThreadPool(11)) {
            var asked = new ArrayList<Callable<ValidatableResponse>>();
            for (int n = 0; n < 11; n++) {
                var request = given().auth()
                        .oauth2(as(subject).token())
                        .contentType("application/json")
                        .body(PROFILE);
                if (!how.equals("without a key")) {
                    request.header("Idempotency-Key", how.equals("with a key each") ? "k" + n : "k");
                }
                asked.add(() -> request.post("/api/v1/athletes").then());
            }
            var answers = callers.invokeAll(asked).stream()
                    .map(answer -> answer.resultNow().extract())
                    .toList();
            assertThat(answers).allMatch(answer -> Set.of(201, 409).contains(answer.statusCode()));
            assertThat(answers.stream()
                            .filter(answer ->
                                    answer.statusCode() == 201 && answer.header("Idempotency-Replayed") == null))
                    .hasSize(1);
            String made = as(subject).get("/api/v1/athletes/me").extract().path("id");
            assertThat(answers.stream()
                            .filter(answer -> answer.statusCode() == 201)
                            .map(answer -> answer.<String>path("id"))
                            .distinct())
                    .containsExactly(made);
        }
    }

    /** RFC 9110, 13.1.2. */
    @Test
    void if_none_match_shields_what_is_there() {
        var athlete = anyAthlete();
        var tag = athlete.caller().get(athlete.path("")).extract().header("ETag");
        ifNoneMatch(athlete, "*").get(athlete.path("")).then().statusCode(304).header("ETag", tag);
        for (var there : List.of("*", tag, "W/" + tag, "\"other\", " + tag)) {
            ifNoneMatch(athlete, there)
                    .body("{\"displayName\": \"Anna\"}")
                    .patch(athlete.path(""))
                    .then()
                    .statusCode(412)
                    .body("detail", containsString("there already"));
        }
        ifNoneMatch(athlete, "\"other\"")
                .header("If-None-Match", tag)
                .body("{\"displayName\": \"Anna\"}")
                .patch(athlete.path(""))
                .then()
                .statusCode(412);
        ifNoneMatch(athlete, "\"other\"")
                .body("{\"displayName\": \"Anna\"}")
                .patch(athlete.path(""))
                .then()
                .statusCode(200);
        ifNoneMatch(athlete, "*")
                .header("If-Match", "\"other\"")
                .body("{}")
                .patch(athlete.path(""))
                .then()
                .statusCode(412)
                .body("detail", containsString("changed"));
    }

    @Test
    void if_none_match_with_a_star_makes_what_is_not_there_once() {
        var athlete = anyAthlete();
        var intake = athlete.path("/intake");
        ifNoneMatch(athlete, "*").body(INTAKE).put(intake).then().statusCode(200);
        ifNoneMatch(athlete, "*").body(INTAKE).put(intake).then().statusCode(412);
        var consent = athlete.path("/consents/partner-demo");
        var scopes = "{\"scopes\": [\"plan:read\"]}";
        ifNoneMatch(athlete, "*").body(scopes).put(consent).then().statusCode(200);
        ifNoneMatch(athlete, "*").body(scopes).put(consent).then().statusCode(412);
    }

    private static RequestSpecification ifNoneMatch(TestAthlete athlete, String tags) {
        return given().auth()
                .oauth2(athlete.caller().token())
                .contentType("application/json")
                .header("If-None-Match", tags);
    }

    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {"displayName": null}                       | 422 | /displayName
            {"displayName": "  "}                       | 422 | /displayName
            {"displayName": "a\\u0000b"}                | 422 | /displayName
            {"birthDate": "1850-01-01"}                 | 422 | /birthDate
            {"birthDate": "2999-01-01"}                 | 422 | /birthDate
            {"birthDate": "1994-02-30"}                 | 400 | /birthDate
            {"timeZone": "Mars/Olympus"}                | 422 | /timeZone
            {"timeZone": "+02:00"}                      | 422 | /timeZone
            {"timeZone": "GMT+2"}                       | 422 | /timeZone
            {"timeZone": "UTC+02:00"}                   | 422 | /timeZone
            {"timeZone": "Z"}                           | 422 | /timeZone
            {"timeZone": "PST"}                         | 422 | /timeZone
            {"timeZone": "SystemV/PST8"}                | 422 | /timeZone
            {"timeZone": "europe/berlin"}               | 422 | /timeZone
            {"timeZone": null}                          | 422 | /timeZone
            {"level": "ELITE"}                          | 400 | /level
            {"sex": 1}                                  | 400 | /sex
            {"currentWeeklyDistanceMetres": -1}         | 422 | /currentWeeklyDistanceMetres
            {"currentWeeklyDistanceMetres": 1e9}        | 422 | /currentWeeklyDistanceMetres
            {"currentWeeklyDistanceMetres": "40000"}    | 400 | /currentWeeklyDistanceMetres
            {"joinCode": "AAAAAAAAAA"}                  | 400 | /joinCode
            """)
    void what_cannot_be_is_refused_by_name(String patch, int status, String pointer) {
        var athlete = anyAthlete();
        athlete.caller()
                .patch(athlete.path(""), patch)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
        athlete.caller()
                .get(athlete.path(""))
                .body("displayName", equalTo("Ana"))
                .body("level", equalTo("INTERMEDIATE"));
    }

    @ParameterizedTest
    @EnumSource(Profile.Level.class)
    void every_level_is_kept(Profile.Level level) {
        var athlete = anyAthlete();
        athlete.caller()
                .patch(athlete.path(""), "{\"level\": \"" + level + "\"}")
                .statusCode(200)
                .body("level", equalTo(level.name()));
    }

    @ParameterizedTest
    @EnumSource(Profile.Sex.class)
    void every_sex_is_kept(Profile.Sex sex) {
        var athlete = anyAthlete();
        athlete.caller()
                .patch(athlete.path(""), "{\"sex\": \"" + sex + "\"}")
                .statusCode(200)
                .body("sex", equalTo(sex.name()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {             | 400
            []            | 400
            "name"        | 400
            {"a": 1e}     | 400
            """)
    void what_is_no_object_is_refused(String patch, int status) {
        var athlete = anyAthlete();
        athlete.caller().patch(athlete.path(""), patch).statusCode(status);
    }

    @Test
    void an_incomplete_profile_names_all_that_is_missing() {
        as(anySubject())
                .post("/api/v1/athletes", "{}")
                .statusCode(422)
                .body("errors.pointer", hasItem("/displayName"))
                .body("errors.pointer", hasItem("/timeZone"))
                .body("errors.pointer", hasItem("/currentWeeklyDistanceMetres"));
        as(anySubject())
                .post("/api/v1/athletes", PROFILE.replace("Ana", "a".repeat(60_000)))
                .statusCode(422)
                .body("errors.pointer", hasItem("/displayName"));
    }

    @Test
    void the_same_key_gives_the_same_new_join_code() {
        var athlete = anyAthlete();
        String code = athlete.caller()
                .postOnce(athlete.path("/join-code"), "once")
                .statusCode(200)
                .extract()
                .path("joinCode");
        athlete.caller()
                .postOnce(athlete.path("/join-code"), "once")
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("joinCode", equalTo(code));
    }

    @Test
    void a_new_join_code_takes_the_place_of_the_old() {
        var athlete = anyAthlete();
        athlete.caller()
                .post(athlete.path("/join-code"))
                .statusCode(200)
                .body("joinCode", matchesPattern("[0-9A-Z]{10}"))
                .body("joinCode", not(athlete.joinCode()));
        var coach = as(anySubject());
        String squad =
                coach.post("/api/v1/squads", "{\"name\": \"Track\"}").extract().path("id");
        coach.post("/api/v1/squads/" + squad + "/invitations", "{\"joinCode\": \"" + athlete.joinCode() + "\"}")
                .statusCode(404);
    }

    @Test
    void a_partner_reads_the_profile_it_has_consent_for_without_the_join_code() {
        var athlete = anyAthlete();
        athlete.caller()
                .put(athlete.path("/consents/partner-demo"), "{\"scopes\": [\"profile:read\"]}")
                .statusCode(200);
        partner("partner-demo", "profile:read")
                .get(athlete.path(""))
                .statusCode(200)
                .body("displayName", equalTo("Ana"))
                .body("joinCode", nullValue());
        partner("partner-demo", "profile:read")
                .get(athlete.path("/access"))
                .statusCode(200)
                .body("grants[0].scopes", hasItem("profile:read"));
    }

    private static void patchIfMatch(String path, String token, String tag, String body, int status) {
        given().auth()
                .oauth2(token)
                .header("If-Match", tag)
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(path)
                .then()
                .statusCode(status);
    }
}
