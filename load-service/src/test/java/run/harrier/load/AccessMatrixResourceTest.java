package run.harrier.load;

import static org.awaitility.Awaitility.await;
import static run.harrier.load.AthleteService.assistant;
import static run.harrier.load.AthleteService.athlete;
import static run.harrier.load.AthleteService.coach;
import static run.harrier.load.AthleteService.partner;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.testkit.access.AccessMatrix;
import run.harrier.testkit.access.AccessScenario;
import run.harrier.testkit.access.AthleteServiceStub;
import run.harrier.testkit.server.PostgresAndKafka;

/** D21 for every operation of this service. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = AthleteServiceStub.class, scope = TestResourceScope.GLOBAL)
class AccessMatrixResourceTest {
    @Inject
    AthleteService owner;

    private int daysAgo = 200;

    @TestFactory
    Stream<DynamicNode> nobody_sees_what_is_not_theirs() {
        var squad = UUID.randomUUID();
        var otherSquad = UUID.randomUUID();
        var other = owner.anyAthlete("Europe/Zurich", athlete("ben"), coach("other-coach", otherSquad));
        var foreign = everythingOf(other, "ben", otherSquad);
        foreign.remove("date");
        var kept = anaIn(squad);
        var changedSquad = UUID.randomUUID();
        var changed = anaIn(changedSquad);
        return AccessMatrix.of(
                scene(everythingOf(kept, "ana", squad), foreign),
                operation -> scene(everythingOf(changed, "ana", changedSquad), foreign));
    }

    /** D23: the table still says yes, its owner no longer does. */
    @Test
    void a_right_that_was_not_confirmed_for_a_minute_is_what_its_owner_says() {
        var squad = UUID.randomUUID();
        var coach = Runs.of(anaIn(squad), "coach");
        for (var address : List.of(coach.path() + "/load", "/api/v1/squads/" + squad + "/condition")) {
            heard(OffsetDateTime.now().minusSeconds(61));
            coach.asking().get(address).then().statusCode(404);
            heard(OffsetDateTime.now());
            coach.asking().get(address).then().statusCode(200);
        }
    }

    private void heard(OffsetDateTime upTo) {
        owner.run("update shard_confirmation set confirmed_at = $1", Tuple.of(upTo));
    }

    private static AccessScenario scene(Map<String, String> ids, Map<String, String> foreign) {
        return new AccessScenario(
                "ana",
                "coach",
                "assistant",
                "partner-demo",
                "narrow-partner",
                "removed",
                "ben",
                "other-coach",
                ids,
                foreign);
    }

    private UUID anaIn(UUID squad) {
        var everyScope =
                new String[] {"activities:read", "activities:write", "wellness:read", "wellness:write", "load:read"};
        var grants = new Grant[] {
            athlete("ana"),
            coach("coach", squad),
            assistant("assistant", squad),
            partner("partner-demo", everyScope),
            partner("narrow-partner", "plan:read")
        };
        var ana = owner.anyAthlete("Europe/Zurich", athlete("ana"), coach("removed", squad));
        owner.grant(ana, grants);
        await().until(() -> Runs.of(ana, "removed").get("/load").extract().statusCode() == 404);
        return ana;
    }

    /** A run and a wellness entry, of another day each time, and a warning sign of yesterday. */
    private HashMap<String, String> everythingOf(UUID athlete, String subject, UUID squad) {
        var runs = Runs.of(athlete, subject);
        var day = Runs.TODAY.minusDays(--daysAgo).toString();
        runs.put("/wellness/" + day, "{\"fatigue\": 2}").statusCode(200);
        var sign = "{\"pain\": [{\"site\": \"knee\", \"level\": 8}]}";
        runs.put("/wellness/" + Runs.TODAY.minusDays(1), sign).statusCode(200);
        return new HashMap<>(Map.of(
                "athleteId", athlete.toString(),
                "squadId", squad.toString(),
                "activityId", runs.enter(Runs.daysAgo(daysAgo), 45, 3),
                "date", day));
    }
}
