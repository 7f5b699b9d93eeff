package run.harrier.load;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import run.harrier.testkit.access.Tokens;
import run.harrier.testkit.input.BadInput;
import run.harrier.testkit.server.PostgresAndKafka;

/** A bad value of any field or parameter of any operation is refused by its name, and nothing is stored. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class BadInputResourceTest {
    @Inject
    AthleteService owner;

    @TestFactory
    Stream<DynamicTest> every_operation() {
        var squad = UUID.randomUUID();
        var athlete =
                owner.anyAthlete("Europe/Zurich", AthleteService.athlete("ana"), AthleteService.coach("coach", squad));
        var activity = Runs.of(athlete, "ana").enter(Runs.daysAgo(2), 40, 4);
        return BadInput.of(
                Map.of(
                        "athleteId", athlete.toString(),
                        "squadId", squad.toString(),
                        "activityId", activity,
                        "date", Runs.TODAY.minusDays(3).toString()),
                Map.of("ATHLETE", Tokens.person("ana"), "COACH", Tokens.person("coach")));
    }
}
