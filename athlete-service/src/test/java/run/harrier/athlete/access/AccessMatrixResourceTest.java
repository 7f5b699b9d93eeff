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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import run.harrier.athlete.TestAthlete;
import run.harrier.athlete.TestSquad;
import run.harrier.testkit.access.AccessMatrix;
import run.harrier.testkit.access.AccessScenario;
import run.harrier.testkit.openapi.Operation;
import run.harrier.testkit.server.PostgresAndKafka;

/** D21 for every operation of this service. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class AccessMatrixResourceTest {
    private static final String EVERY_SCOPE = "\"profile:read\", \"fitness:read\", \"results:write\"";

    /** An athlete in a squad with an assistant, from which a coach was removed. */
    private record Member(TestAthlete athlete, TestSquad squad, String assistant, String removed) {}

    @TestFactory
    Stream<DynamicNode> nobody_sees_what_is_not_theirs() {
        var other = anyMember();
        var foreign = everythingOf(other, "other-partner", "2026-09-02");
        foreign.put("user", other.squad().coach());
        foreign.put("joinCode", other.athlete().joinCode());
        other.athlete().caller().post(other.athlete().path("/join-code")).statusCode(200);

        var changing = anyMember();
        var changed = scene(changing, other, foreign);
        return AccessMatrix.of(scene(anyMember(), other, foreign), operation -> {
            var isLost = operation.isAbout("squadId") && !operation.hasBody();
            if (isLost || operation.path().endsWith("/join-code")) {
                return scene(anyMember(), other, foreign);
            }
            renew(operation, changing, changed.ids());
            return changed;
        });
    }

    /** Puts back what the operation, done before, may have taken away. */
    private static void renew(Operation operation, Member member, Map<String, String> ids) {
        consent(member.athlete(), "partner-demo", EVERY_SCOPE);
        if (operation.isAbout("from")) {
            override(member.athlete(), ids.get("from"));
        }
        if (operation.isAbout("resultId")) {
            ids.put("resultId", result(member.athlete(), "2026-09-01"));
        }
        if (operation.isAbout("invitationId")) {
            ids.put("invitationId", invitation(member));
        }
    }

    private static Member anyMember() {
        var squad = anySquad();
        var removed = anySubject();
        squad.caller()
                .put(squad.path("/coaches/" + removed), "{\"role\": \"COACH\"}")
                .statusCode(200);
        var athlete = anyAthlete();
        squad.join(athlete);
        squad.caller().delete(squad.path("/coaches/" + removed)).statusCode(204);
        return new Member(athlete, squad, squad.nameAssistant(), removed);
    }

    private static AccessScenario scene(Member member, Member other, Map<String, String> foreign) {
        var ids = everythingOf(member, "partner-demo", "2026-09-01");
        ids.put("user", member.assistant());
        ids.put("joinCode", anyAthlete().joinCode());
        consent(member.athlete(), "narrow-partner", "\"load:read\"");
        return new AccessScenario(
                member.athlete().subject(),
                member.squad().coach(),
                member.assistant(),
                "partner-demo",
                "narrow-partner",
                member.removed(),
                other.athlete().subject(),
                other.squad().coach(),
                ids,
                foreign);
    }

    /** New rows of all that is the athlete's. */
    private static Map<String, String> everythingOf(Member member, String client, String day) {
        var athlete = member.athlete();
        consent(athlete, client, EVERY_SCOPE);
        athlete.caller().put(athlete.path("/intake"), """
                {"posture": "UNKNOWN", "mobility": "UNKNOWN", "movementQuality": "UNKNOWN", "injuries": [],
                 "habits": "UNKNOWN"}""").statusCode(200);
        athlete.caller().put(athlete.path("/heart-rate"), """
                {"maxBpm": 190, "restBpm": 50, "origin": "RACE", "measuredOn": "2026-01-01"}""").statusCode(200);
        override(athlete, day);
        return new HashMap<>(Map.of(
                "athleteId", athlete.id().toString(),
                "squadId", member.squad().id().toString(),
                "clientId", client,
                "resultId", result(athlete, day),
                "from", day,
                "invitationId", invitation(member)));
    }

    private static void override(TestAthlete athlete, String day) {
        athlete.caller()
                .put(athlete.path("/fitness/overrides/" + day), "{\"vdot\": 46.5, \"reason\": \"fever\"}")
                .statusCode(200);
    }

    private static String result(TestAthlete athlete, String day) {
        return athlete.caller()
                .post(athlete.path("/results"), """
                {"kind": "RACE", "distanceMetres": 5000, "durationSeconds": 1200, "on": "%s"}""".formatted(day))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** To another squad of the same coach and assistant. */
    private static String invitation(Member member) {
        String id = as(member.squad().coach())
                .post("/api/v1/squads", "{\"name\": \"Hills\"}")
                .statusCode(201)
                .extract()
                .path("id");
        var squad = new TestSquad(UUID.fromString(id), member.squad().coach());
        squad.caller()
                .put(squad.path("/coaches/" + member.assistant()), "{\"role\": \"ASSISTANT\"}")
                .statusCode(200);
        return squad.invite(member.athlete()).statusCode(201).extract().path("id");
    }

    private static void consent(TestAthlete athlete, String client, String scopes) {
        athlete.caller()
                .put(athlete.path("/consents/" + client), "{\"scopes\": [" + scopes + "]}")
                .statusCode(200);
    }
}
