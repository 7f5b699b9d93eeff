package run.harrier.plan;

import static run.harrier.plan.Calendars.MONDAY;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import run.harrier.testkit.access.Tokens;
import run.harrier.testkit.input.BadInput;
import run.harrier.testkit.server.PostgresAndKafka;
import run.harrier.testkit.time.TestClock;

/** What is wrong is refused with its name, and nothing of it is stored: every field and parameter of every operation. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class BadInputResourceTest {
    @Inject
    AthleteServiceEvents athletes;

    @Inject
    Calendars calendars;

    @Inject
    TestClock clock;

    @TestFactory
    Stream<DynamicTest> every_operation() {
        clock.set("2026-11-22T20:00:00Z");
        var athlete = athletes.anyAthlete();
        var plan = calendars.plan(athlete, MONDAY, Calendars.days(MONDAY, 14, Calendars::easy));
        String squad = athletes.rows(
                        "select squad_id::text from access where athlete_id = $1 and subject = 'coach'", athlete)
                .getFirst();
        return BadInput.of(
                Map.of(
                        "athleteId", athlete.toString(),
                        "squadId", squad,
                        "planId", plan.toString(),
                        "sessionId", Calendars.first(athlete),
                        "n", "1"),
                Map.of("ATHLETE", Tokens.person("ana"), "COACH", Tokens.person("coach")));
    }
}
