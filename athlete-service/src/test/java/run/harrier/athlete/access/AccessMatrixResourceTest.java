package run.harrier.athlete.access;

import static run.harrier.athlete.TestAthlete.anyAthlete;
import static run.harrier.athlete.TestAthlete.anySubject;
import static run.harrier.athlete.TestAthlete.as;
import static run.harrier.athlete.TestSquad.anySquad;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import run.harrier.athlete.TestAthlete;
import run.harrier.athlete.TestSquad;
import run.harrier.devstack.test.AccessMatrix;
import run.harrier.devstack.test.Backing;
import run.harrier.devstack.test.Scene;

/** D21 for every operation of this service. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class AccessMatrixResourceTest {
    @TestFactory
    Stream<DynamicNode> nobody_sees_what_is_not_theirs() {
        var otherSquad = anySquad();
        var other = anyAthlete();
        otherSquad.join(other);
        var foreign = everythingOf(other, otherSquad, otherSquad.nameAssistant(), "2026-09-02");
        foreign.put("subject", otherSquad.coach());
        foreign.put("clientId", "other-partner");
        foreign.put("joinCode", other.joinCode());
        consent(other, "other-partner", "\"profile:read\"");
        other.caller().post(other.path("/join-code")).statusCode(200);

        Supplier<Scene> scene = () -> scene(other.subject(), otherSquad.coach(), foreign);
        var changed = scene.get();
        return AccessMatrix.of(
                scene.get(),
                operation -> operation.hasBody() && !operation.isAbout("clientId") ? changed : scene.get());
    }

    private static Scene scene(String otherAthlete, String otherCoach, Map<String, String> foreign) {
        var squad = anySquad();
        var removed = anySubject();
        var assistant = squad.nameAssistant();
        squad.caller()
                .put(squad.path("/coaches/" + removed), "{\"role\": \"COACH\"}")
                .statusCode(200);
        var athlete = anyAthlete();
        squad.join(athlete);
        squad.caller().delete(squad.path("/coaches/" + removed)).statusCode(204);

        var ids = everythingOf(athlete, squad, assistant, "2026-09-01");
        ids.put("subject", assistant);
        ids.put("clientId", "partner-demo");
        ids.put("joinCode", anyAthlete().joinCode());
        consent(athlete, "partner-demo", "\"profile:read\", \"fitness:read\", \"results:write\"");
        consent(athlete, "narrow-partner", "\"load:read\"");
        return new Scene(
                athlete.subject(),
                squad.coach(),
                assistant,
                "partner-demo",
                "narrow-partner",
                removed,
                otherAthlete,
                otherCoach,
                ids,
                foreign);
    }

    private static Map<String, String> everythingOf(
            TestAthlete athlete, TestSquad squad, String assistant, String day) {
        athlete.caller().put(athlete.path("/intake"), """
                {"posture": "UNKNOWN", "mobility": "UNKNOWN", "movementQuality": "UNKNOWN", "injuries": [],
                 "habits": "UNKNOWN"}""").statusCode(200);
        athlete.caller().put(athlete.path("/heart-rate"), """
                {"maxBpm": 190, "restBpm": 50, "origin": "RACE", "measuredOn": "2026-01-01"}""").statusCode(200);
        athlete.caller()
                .put(athlete.path("/fitness/overrides/" + day), "{\"vdot\": 46.5, \"reason\": \"fever\"}")
                .statusCode(200);
        String result = athlete.caller()
                .post(athlete.path("/results"), """
                {"kind": "RACE", "distanceMetres": 5000, "durationSeconds": 1200, "on": "%s"}""".formatted(day))
                .statusCode(201)
                .extract()
                .path("id");
        var ids = new HashMap<>(Map.of(
                "athleteId",
                athlete.id().toString(),
                "squadId",
                squad.id().toString(),
                "resultId",
                result,
                "from",
                day));
        ids.put("invitationId", invitation(athlete, squad.coach(), assistant));
        return ids;
    }

    /** To another squad of the same coach and assistant. */
    private static String invitation(TestAthlete athlete, String coach, String assistant) {
        String id = as(coach)
                .post("/api/v1/squads", "{\"name\": \"Hills\"}")
                .statusCode(201)
                .extract()
                .path("id");
        var squad = new TestSquad(UUID.fromString(id), coach);
        squad.caller()
                .put(squad.path("/coaches/" + assistant), "{\"role\": \"ASSISTANT\"}")
                .statusCode(200);
        return squad.invite(athlete).statusCode(201).extract().path("id");
    }

    private static void consent(TestAthlete athlete, String client, String scopes) {
        athlete.caller()
                .put(athlete.path("/consents/" + client), "{\"scopes\": [" + scopes + "]}")
                .statusCode(200);
    }
}
