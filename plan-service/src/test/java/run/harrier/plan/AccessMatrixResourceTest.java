package run.harrier.plan;

import static run.harrier.plan.Calendars.MONDAY;
import static run.harrier.plan.Calendars.as;
import static run.harrier.plan.Calendars.easy;
import static run.harrier.plan.Calendars.path;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.Relation;
import run.harrier.testkit.access.AccessMatrix;
import run.harrier.testkit.access.AccessScenario;
import run.harrier.testkit.access.AthleteServiceStub;
import run.harrier.testkit.server.PostgresAndKafka;
import run.harrier.testkit.time.TestClock;

/** D21 for every operation of this service. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = AthleteServiceStub.class, scope = TestResourceScope.GLOBAL)
class AccessMatrixResourceTest {
    @Inject
    AthleteServiceEvents athletes;

    @Inject
    Calendars calendars;

    @Inject
    TestClock clock;

    @BeforeEach
    void it_is_monday_morning_in_auckland() {
        clock.set("2026-11-22T20:00:00Z");
    }

    @TestFactory
    Stream<DynamicNode> nobody_sees_what_is_not_theirs() {
        var other = athletes.anyAthlete();
        var otherSquad = UUID.randomUUID();
        athletes.grant(
                other,
                new Grant("ben", Relation.ATHLETE, null, null),
                new Grant("other-coach", Relation.COACH, otherSquad, null));
        var foreign = everythingOf(other, "ben", otherSquad);
        var squad = UUID.randomUUID();
        var kept = anaIn(squad);
        var changedSquad = UUID.randomUUID();
        var changed = anaIn(changedSquad);
        return AccessMatrix.of(scene(kept, squad, foreign, 1), operation -> {
            var revisions = operation.method().equals("POST") ? 1 : 2;
            return scene(changed, changedSquad, foreign, operation.isAbout("n") ? revisions : 0);
        });
    }

    /** D23: the table still says yes, its owner no longer does. */
    @Test
    void a_right_that_was_not_confirmed_for_a_minute_is_what_its_owner_says() {
        var squad = UUID.randomUUID();
        var sessions = path(anaIn(squad), "");
        for (var address : List.of(sessions, "/api/v1/squads/" + squad + "/week")) {
            athletes.confirmAccess(OffsetDateTime.now().minusSeconds(61));
            as("coach").get(address).then().statusCode(404);
            athletes.confirmAccess(OffsetDateTime.now());
            as("coach").get(address).then().statusCode(200);
        }
    }

    private UUID anaIn(UUID squad) {
        var athlete = athletes.anyAthlete();
        athletes.grant(
                athlete,
                new Grant("ana", Relation.ATHLETE, null, null),
                new Grant("removed", Relation.COACH, squad, null));
        athletes.grant(
                athlete,
                new Grant("ana", Relation.ATHLETE, null, null),
                new Grant("coach", Relation.COACH, squad, null),
                new Grant("assistant", Relation.ASSISTANT, squad, null),
                new Grant("partner-demo", Relation.PARTNER, null, Set.of("plan:read")),
                new Grant("narrow-partner", Relation.PARTNER, null, Set.of("load:read")));
        return athlete;
    }

    /** With a new plan, whose session was moved, or moved and that declined. */
    private AccessScenario scene(UUID ana, UUID squad, Map<String, String> foreign, int revisions) {
        var ids = everythingOf(ana, "ana", squad);
        ids.put("n", "1");
        var session = path(ana, "/" + ids.get("sessionId"));
        if (revisions > 0) {
            as("ana").body("{\"on\": \"2026-11-25\"}").patch(session).then().statusCode(200);
        }
        if (revisions > 1) {
            as("ana").post(session + "/revisions/1/decline").then().statusCode(200);
        }
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

    private HashMap<String, String> everythingOf(UUID athlete, String subject, UUID squad) {
        var plan = calendars.plan(athlete, MONDAY, List.of(easy(MONDAY.plusDays(1))));
        String session = as(subject)
                .get(path(athlete, ""))
                .then()
                .extract()
                .path("items.find { it.planId == '" + plan + "' }.id");
        return new HashMap<>(Map.of(
                "athleteId", athlete.toString(),
                "squadId", squad.toString(),
                "planId", plan.toString(),
                "sessionId", session));
    }
}
