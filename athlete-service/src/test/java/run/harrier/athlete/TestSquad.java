package run.harrier.athlete;

import static run.harrier.athlete.TestAthlete.anySubject;
import static run.harrier.athlete.TestAthlete.as;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import run.harrier.athlete.TestAthlete.Caller;

/** A squad with its first coach. */
public record TestSquad(UUID id, String coach) {

    public static TestSquad anySquad() {
        var coach = anySubject();
        String id = as(coach)
                .post("/api/v1/squads", "{\"name\": \"Tuesday track\"}")
                .statusCode(201)
                .extract()
                .path("id");
        return new TestSquad(UUID.fromString(id), coach);
    }

    public String path(String below) {
        return "/api/v1/squads/" + id + below;
    }

    public Caller caller() {
        return as(coach);
    }

    public ValidatableResponse invite(TestAthlete athlete) {
        return caller().post(path("/invitations"), "{\"joinCode\": \"" + athlete.joinCode() + "\"}");
    }

    public void join(TestAthlete athlete) {
        String invitation = invite(athlete).statusCode(201).extract().path("id");
        athlete.caller()
                .post("/api/v1/invitations/" + invitation + "/acceptance")
                .statusCode(200);
    }

    /** Names an assistant who is not known yet. */
    public String nameAssistant() {
        var assistant = anySubject();
        caller().put(path("/coaches/" + assistant), "{\"role\": \"ASSISTANT\"}").statusCode(200);
        return assistant;
    }
}
