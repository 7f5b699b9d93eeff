package run.harrier.athlete.squad;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static run.harrier.athlete.TestAthlete.anyAthlete;
import static run.harrier.athlete.TestAthlete.anySubject;
import static run.harrier.athlete.TestAthlete.as;
import static run.harrier.athlete.TestSquad.anySquad;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.athlete.AthleteEvents;
import run.harrier.athlete.TestSquad;
import run.harrier.contracts.AccessChanged;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.Relation;
import run.harrier.testkit.access.Tokens;
import run.harrier.testkit.server.PostgresAndKafka;

/** U5, D21, D22, D24. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class SquadResourceTest {
    @Inject
    AthleteEvents events;

    @Test
    void a_name_is_not_changed_over_somebody_elses_change() {
        var squad = anySquad();
        var read = squad.caller().get(squad.path("")).extract().header("ETag");
        for (var status : new int[] {200, 412}) {
            coach(squad)
                    .contentType("application/merge-patch+json")
                    .header("If-Match", read)
                    .body("{\"name\": \"Hills " + status + "\"}")
                    .patch(squad.path(""))
                    .then()
                    .statusCode(status);
        }
        coach(squad)
                .header("If-None-Match", read)
                .get(squad.path(""))
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .body("name", equalTo("Hills 200"));
        var present = squad.caller().get(squad.path("")).extract().header("ETag");
        for (var unchanged : List.of(present, "W/" + present, "\"x\", " + present.replace("-gzip", ""))) {
            coach(squad)
                    .header("If-None-Match", unchanged)
                    .get(squad.path(""))
                    .then()
                    .statusCode(304);
        }
    }

    private static RequestSpecification coach(TestSquad squad) {
        return given().auth().oauth2(Tokens.person(squad.coach()));
    }

    @Test
    void a_coach_is_named_as_the_person_signs_in_and_a_typing_error_is_nobody() {
        var squad = anySquad();
        var name = "assistant-" + UUID.randomUUID();
        squad.caller()
                .put(squad.path("/coaches/" + name + "@harrier.test"), "{\"role\": \"ASSISTANT\"}")
                .statusCode(200)
                .body("subject", equalTo(name))
                .body("name", equalTo(name));
        for (var nobody :
                List.of("nobody", "nobody@harrier.test", "unverified@harrier.test", "service-account-partner-demo")) {
            squad.caller()
                    .put(squad.path("/coaches/" + nobody), "{\"role\": \"ASSISTANT\"}")
                    .statusCode(422)
                    .body("detail", containsString("typing error"));
        }
        squad.caller()
                .put(squad.path("/coaches/away"), "{\"role\": \"ASSISTANT\"}")
                .statusCode(503)
                .header("Retry-After", "5");
        squad.caller().get(squad.path("")).body("coaches.subject", contains(squad.coach(), name));
    }

    @Test
    void a_squad_has_its_creator_as_coach() {
        var squad = anySquad();
        squad.caller()
                .get(squad.path(""))
                .statusCode(200)
                .body("name", equalTo("Tuesday track"))
                .body("coaches.subject", contains(squad.coach()))
                .body("coaches.role", contains("COACH"))
                .body("members", hasSize(0));
        squad.caller()
                .get("/api/v1/squads")
                .body("items.id", contains(squad.id().toString()))
                .body("items[0].relations", contains("COACH"));
        as(anySubject()).get(squad.path("")).statusCode(404);
        as(anySubject()).get("/api/v1/squads").body("items", hasSize(0));
        squad.caller().get(squad.path("/access")).statusCode(200).body("relations", contains("COACH"));
        as(anySubject()).get(squad.path("/access")).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\": \"\"}", "{\"name\": \"a\\u0000\"}", "{\"name\": null}"})
    void a_squad_needs_a_name(String body) {
        as(anySubject()).post("/api/v1/squads", body).statusCode(422).body("errors.pointer", contains("/name"));
    }

    @Test
    void a_squad_is_renamed_and_dissolved_by_its_coach() {
        var squad = anySquad();
        var athlete = anyAthlete();
        squad.join(athlete);
        squad.caller().patch(squad.path(""), "{\"name\": \"Hills\"}").body("name", equalTo("Hills"));
        squad.caller().delete(squad.path("")).statusCode(204);
        squad.caller().get(squad.path("")).statusCode(404);
        squad.caller().delete(squad.path("")).statusCode(404);
        squad.caller().get(athlete.path("")).statusCode(404);
        assertThat(events.last(AccessChanged.class, athlete.id(), 4).grants())
                .containsExactly(new Grant(athlete.subject(), Relation.ATHLETE, null, null));
    }

    @Test
    void the_coach_sees_the_athlete_after_the_acceptance_and_not_before() {
        var squad = anySquad();
        var athlete = anyAthlete();
        var invited = squad.invite(athlete).statusCode(201);
        String invitation = invited.extract().path("id");
        invited.header("Location", "/api/v1/invitations/" + invitation).body("athleteId", nullValue());
        squad.caller().get(athlete.path("")).statusCode(404);
        squad.caller().get(squad.path("/invitations")).body("items.id", contains(invitation));
        athlete.caller()
                .get("/api/v1/invitations")
                .body("items.id", contains(invitation))
                .body("items[0].squadName", equalTo("Tuesday track"))
                .body("items[0].invitedBy", equalTo(squad.coach()));

        athlete.caller()
                .post("/api/v1/invitations/" + invitation + "/acceptance")
                .statusCode(200)
                .body("squadId", equalTo(squad.id().toString()))
                .body("athleteId", equalTo(athlete.id().toString()));
        athlete.caller()
                .post("/api/v1/invitations/" + invitation + "/acceptance")
                .statusCode(404);
        athlete.caller().get("/api/v1/invitations").body("items", hasSize(0));

        squad.caller().get(athlete.path("")).statusCode(200).body("joinCode", nullValue());
        squad.caller()
                .get(squad.path(""))
                .body("members.athleteId", contains(athlete.id().toString()))
                .body("members.displayName", contains("Ana"));
        athlete.caller().get("/api/v1/squads").body("items[0].relations", contains("ATHLETE"));
        athlete.caller().get(squad.path("")).statusCode(404);
        assertThat(events.last(AccessChanged.class, athlete.id(), 3).grants())
                .containsExactly(
                        new Grant(athlete.subject(), Relation.ATHLETE, null, null),
                        new Grant(squad.coach(), Relation.COACH, squad.id(), null));
    }

    @Test
    void nobody_is_invited_twice() {
        var squad = anySquad();
        var athlete = anyAthlete();
        squad.invite(athlete).statusCode(201);
        squad.invite(athlete).statusCode(409);
        String invitation =
                athlete.caller().get("/api/v1/invitations").extract().path("items[0].id");
        athlete.caller()
                .post("/api/v1/invitations/" + invitation + "/acceptance")
                .statusCode(200);
        squad.invite(athlete).statusCode(409);
    }

    @Test
    void a_code_is_read_as_people_write_it_and_a_wrong_one_is_unknown() {
        var squad = anySquad();
        var code = anyAthlete().joinCode();
        var written =
                code.substring(0, 5).toLowerCase() + " - " + code.substring(5).replace('0', 'o');
        squad.caller()
                .post(squad.path("/invitations"), "{\"joinCode\": \"" + written + "\"}")
                .statusCode(201);
        for (var wrong : List.of("0000000000", "short", "#".repeat(10))) {
            squad.caller()
                    .post(squad.path("/invitations"), "{\"joinCode\": \"" + wrong + "\"}")
                    .statusCode(404)
                    .body("detail", containsString("typing error"));
        }
        squad.caller().post(squad.path("/invitations"), "{}").statusCode(422);
    }

    @Test
    void an_invitation_is_accepted_by_nobody_else() {
        var squad = anySquad();
        var athlete = anyAthlete();
        String invitation = squad.invite(athlete).extract().path("id");
        var path = "/api/v1/invitations/" + invitation;
        anyAthlete().caller().post(path + "/acceptance").statusCode(404);
        anyAthlete().caller().get(path).statusCode(404);
        anyAthlete().caller().delete(path).statusCode(404);
        squad.caller().get(path).statusCode(200);
        squad.caller().post(path + "/acceptance").statusCode(403);
        as(squad.nameAssistant()).delete(path).statusCode(403);
        athlete.caller().get(path).statusCode(200);
        squad.caller().get(squad.path("")).body("members", hasSize(0));
    }

    @Test
    void an_invitation_is_declined_by_the_athlete_or_taken_back_by_the_coach() {
        var squad = anySquad();
        var athlete = anyAthlete();
        String first = squad.invite(athlete).extract().path("id");
        athlete.caller().delete("/api/v1/invitations/" + first).statusCode(204);
        athlete.caller().delete("/api/v1/invitations/" + first).statusCode(404);
        String second = squad.invite(athlete).statusCode(201).extract().path("id");
        squad.caller().delete("/api/v1/invitations/" + second).statusCode(204);
        athlete.caller().post("/api/v1/invitations/" + second + "/acceptance").statusCode(404);
        athlete.caller().get("/api/v1/invitations/not-an-id").statusCode(404);
    }

    @Test
    void an_athlete_leaves_and_the_coach_is_a_stranger_again() {
        var squad = anySquad();
        var athlete = anyAthlete();
        squad.join(athlete);
        athlete.caller().delete(squad.path("/members/" + athlete.id())).statusCode(204);
        athlete.caller().delete(squad.path("/members/" + athlete.id())).statusCode(404);
        squad.caller().get(athlete.path("")).statusCode(404);
        assertThat(events.last(AccessChanged.class, athlete.id(), 4).grants()).hasSize(1);
        squad.join(athlete);
        squad.caller().get(athlete.path("")).statusCode(200);
    }

    /** D23: what the other services ask when they are not sure. */
    @Test
    void the_owner_says_who_is_in_a_squad() {
        var squad = anySquad();
        var athlete = anyAthlete();
        anySquad().join(athlete);
        squad.caller()
                .get(squad.path("/access"))
                .body("relations", contains("COACH"))
                .body("members", hasSize(0));
        squad.join(athlete);
        as(squad.nameAssistant())
                .get(squad.path("/access"))
                .body("relations", contains("ASSISTANT"))
                .body("members", contains(athlete.id().toString()));
        athlete.caller().delete(squad.path("/members/" + athlete.id())).statusCode(204);
        squad.caller().get(squad.path("/access")).body("members", hasSize(0));
    }

    @Test
    void a_coach_removes_from_the_own_squad_only() {
        var athlete = anyAthlete();
        var one = anySquad();
        var other = anySquad();
        one.join(athlete);
        other.join(athlete);
        other.caller().delete(one.path("/members/" + athlete.id())).statusCode(404);
        as(one.nameAssistant()).delete(one.path("/members/" + athlete.id())).statusCode(403);
        one.caller().delete(one.path("/members/" + athlete.id())).statusCode(204);
        one.caller().get(athlete.path("")).statusCode(404);
        other.caller().get(athlete.path("")).statusCode(200);
    }

    @Test
    void an_assistant_reads_and_a_removed_coach_is_a_stranger() {
        var squad = anySquad();
        var athlete = anyAthlete();
        squad.join(athlete);
        var assistant = squad.nameAssistant();
        as(assistant).get(athlete.path("")).statusCode(200);
        as(assistant).get(squad.path("")).statusCode(200);
        as(assistant).patch(athlete.path(""), "{\"displayName\": \"X\"}").statusCode(403);
        as(assistant).post(squad.path("/invitations"), "{}").statusCode(403);
        as(assistant)
                .put(squad.path("/coaches/" + assistant), "{\"role\": \"COACH\"}")
                .statusCode(403);
        as(assistant).delete(squad.path("/coaches/" + squad.coach())).statusCode(403);

        squad.caller()
                .put(squad.path("/coaches/" + assistant), "{\"role\": \"COACH\"}")
                .statusCode(200);
        as(assistant).delete(squad.path("/coaches/" + squad.coach())).statusCode(204);
        squad.caller().get(athlete.path("")).statusCode(404);
        squad.caller().get(squad.path("")).statusCode(404);
        assertThat(events.last(AccessChanged.class, athlete.id(), 6).grants())
                .containsExactly(
                        new Grant(athlete.subject(), Relation.ATHLETE, null, null),
                        new Grant(assistant, Relation.COACH, squad.id(), null));
    }

    @Test
    void the_same_role_again_publishes_nothing() {
        var squad = anySquad();
        var athlete = anyAthlete();
        squad.join(athlete);
        var assistant = squad.nameAssistant();
        squad.caller()
                .put(squad.path("/coaches/" + assistant), "{\"role\": \"ASSISTANT\"}")
                .statusCode(200);
        squad.caller().delete(squad.path("/coaches/" + assistant)).statusCode(204);
        squad.caller().delete(squad.path("/coaches/" + assistant)).statusCode(404);
        assertThat(events.last(AccessChanged.class, athlete.id(), 5).grants()).hasSize(2);
    }

    @Test
    void an_assistant_can_leave() {
        var squad = anySquad();
        var assistant = squad.nameAssistant();
        as(assistant).delete(squad.path("/coaches/" + assistant)).statusCode(204);
        as(assistant).get(squad.path("")).statusCode(404);
    }

    @Test
    void the_last_coach_stays() {
        var squad = anySquad();
        squad.nameAssistant();
        squad.caller().delete(squad.path("/coaches/" + squad.coach())).statusCode(409);
        squad.caller()
                .put(squad.path("/coaches/" + squad.coach()), "{\"role\": \"ASSISTANT\"}")
                .statusCode(409);
        squad.caller().get(squad.path("")).body("coaches.role", hasItem("COACH"));
    }

    @Test
    void a_squad_has_thirty_coaches_at_most() {
        var squad = anySquad();
        for (int i = 1; i < SquadService.MOST_COACHES; i++) {
            squad.nameAssistant();
        }
        squad.caller()
                .put(squad.path("/coaches/" + anySubject()), "{\"role\": \"ASSISTANT\"}")
                .statusCode(409);
    }

    /** D24. */
    @Test
    void an_athlete_is_in_ten_squads_at_most() {
        var athlete = anyAthlete();
        for (int i = 0; i < 10; i++) {
            anySquad().join(athlete);
        }
        var eleventh = anySquad();
        String invitation = eleventh.invite(athlete).statusCode(201).extract().path("id");
        athlete.caller()
                .post("/api/v1/invitations/" + invitation + "/acceptance")
                .statusCode(409);
        athlete.caller().get("/api/v1/invitations").body("items", hasSize(1));
        eleventh.caller().get(athlete.path("")).statusCode(404);
        var page = athlete.caller().get("/api/v1/squads?limit=7").body("items", hasSize(7));
        athlete.caller()
                .get("/api/v1/squads?limit=7&after=" + page.extract().path("next"))
                .body("items", hasSize(3))
                .body("next", nullValue());
    }

    @Test
    void a_coach_who_runs_in_the_own_squad_is_both() {
        var athlete = anyAthlete();
        String id = athlete.caller()
                .post("/api/v1/squads", "{\"name\": \"Own\"}")
                .extract()
                .path("id");
        var squad = new TestSquad(UUID.fromString(id), athlete.subject());
        squad.join(athlete);
        athlete.caller()
                .get("/api/v1/squads")
                .body("items", hasSize(1))
                .body("items[0].relations", contains("ATHLETE", "COACH"));
        athlete.caller()
                .get(athlete.path("/access"))
                .body("grants.relation", contains("ATHLETE", "COACH"))
                .body("grants.squadId", not(hasSize(0)));
    }
}
