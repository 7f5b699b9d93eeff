package run.harrier.athlete;

import static run.harrier.athlete.TestAthlete.anyAthlete;
import static run.harrier.athlete.TestSquad.anySquad;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import run.harrier.testkit.access.Tokens;
import run.harrier.testkit.input.BadInput;
import run.harrier.testkit.server.PostgresAndKafka;

/** What is wrong is refused with its name, and nothing of it is stored: every field and parameter of every operation. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class BadInputResourceTest {

    @TestFactory
    Stream<DynamicTest> every_operation() {
        var squad = anySquad();
        var athlete = anyAthlete();
        squad.join(athlete);
        String result = athlete.caller()
                .post(athlete.path("/results"), """
                {"kind": "RACE", "distanceMetres": 5000, "durationSeconds": 1200, "on": "2026-09-06"}""")
                .statusCode(201)
                .extract()
                .path("id");
        String invitation = anySquad().invite(athlete).statusCode(201).extract().path("id");
        return BadInput.of(
                Map.of(
                        "athleteId",
                        athlete.id().toString(),
                        "squadId",
                        squad.id().toString(),
                        "resultId",
                        result,
                        "invitationId",
                        invitation,
                        "clientId",
                        "partner-demo",
                        "user",
                        squad.nameAssistant(),
                        "from",
                        "2026-01-01"),
                Map.of("ATHLETE", Tokens.person(athlete.subject()), "COACH", Tokens.person(squad.coach())));
    }
}
