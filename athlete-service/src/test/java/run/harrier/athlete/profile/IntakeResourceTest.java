package run.harrier.athlete.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static run.harrier.athlete.TestAthlete.anyAthlete;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.harrier.athlete.AthleteEvents;
import run.harrier.contracts.ProfileChanged;
import run.harrier.testkit.server.PostgresAndKafka;

/** The intake over HTTP: each question is answered, or answered "unknown" (S1). */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class IntakeResourceTest {
    @Inject
    AthleteEvents events;

    @Test
    void the_intake_is_unanswered_at_first_and_then_as_it_was_answered() {
        var athlete = anyAthlete();
        athlete.caller().get(athlete.path("/intake")).statusCode(404);
        var answered = athlete.caller()
                .put(athlete.path("/intake"), """
                {"posture": "sits eight hours", "mobility": "UNKNOWN", "movementQuality": "UNKNOWN",
                 "injuries": [{"site": "left achilles", "open": true}, {"site": "knee", "open": false}],
                 "habits": "four runs a week", "longestRunMinutes": 80}""")
                .statusCode(200)
                .body("mobility", equalTo("UNKNOWN"))
                .body("injuries[0].site", equalTo("left achilles"))
                .body("injuries[1].open", equalTo(false))
                .body("movement.sitting", equalTo("UNKNOWN"))
                .body("movement.stiff", nullValue());
        assertThat(athlete.caller().get(athlete.path("/intake")).extract().asString())
                .isEqualTo(answered.extract().asString());
        assertThat(events.last(ProfileChanged.class, athlete.id(), 3).intake())
                .isEqualTo(new ProfileChanged.Intake(true, 80, List.of()));
    }

    /** S1: unknown is an answer. */
    @Test
    void everything_may_be_unknown_and_nothing_left_out() {
        var athlete = anyAthlete();
        athlete.caller()
                .put(athlete.path("/intake"), """
                {"posture": "UNKNOWN", "mobility": "UNKNOWN", "movementQuality": "UNKNOWN", "injuries": "UNKNOWN",
                 "habits": "UNKNOWN"}""")
                .statusCode(200)
                .body("injuries", equalTo("UNKNOWN"))
                .body("longestRunMinutes", nullValue());
        athlete.caller()
                .put(athlete.path("/intake"), "{\"posture\": \"UNKNOWN\", \"injuries\": []}")
                .statusCode(422)
                .body("errors.pointer", hasItem("/habits"))
                .body("errors.pointer", not(hasItem("/injuries")));
        assertThat(events.last(ProfileChanged.class, athlete.id(), 3).intake())
                .isEqualTo(new ProfileChanged.Intake(false, null, List.of()));
    }

    /** S88: what is restricted is told to whom plans strength. */
    @Test
    void how_an_athlete_moves_is_answered_by_choice() {
        var athlete = anyAthlete();
        var answer = """
                {"posture": "UNKNOWN", "mobility": "UNKNOWN", "movementQuality": "UNKNOWN", "injuries": [],
                 "habits": "UNKNOWN", "movement": %s}""";
        athlete.caller()
                .put(athlete.path("/intake"), answer.formatted("""
                {"sitting": "OVER_8_HOURS", "weakerSide": "UNKNOWN", "stiff": ["ANKLE", "ANKLE"]}"""))
                .statusCode(200)
                .body("movement.sitting", equalTo("OVER_8_HOURS"))
                .body("movement.weakerSide", equalTo("UNKNOWN"))
                .body("movement.stiff", equalTo(List.of("ANKLE")))
                .body("movement.postureWhenTired", equalTo("UNKNOWN"));
        athlete.caller().get(athlete.path("/intake")).body("movement.stiff", equalTo(List.of("ANKLE")));
        assertThat(events.last(ProfileChanged.class, athlete.id(), 3).intake())
                .isEqualTo(new ProfileChanged.Intake(
                        false, null, List.of("ANKLE_BEND", "HIP_EXTENSION", "TRUNK_ROTATION")));
        athlete.caller()
                .put(athlete.path("/intake"), answer.formatted("{\"stiff\": []}"))
                .statusCode(200)
                .body("movement.sitting", equalTo("UNKNOWN"))
                .body("movement.stiff", equalTo(List.of()));
        athlete.caller()
                .put(athlete.path("/intake"), answer.formatted("{\"stiff\": [\"NECK\"]}"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/movement/stiff/0"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ["KNEE"]                            | 400 | /injuries/0
            [{"site": "knee"}]                  | 422 | /injuries/0/open
            [{"site": " ", "open": true}]       | 422 | /injuries/0/site
            [null]                              | 422 | /injuries
            "knee"                              | 400 | /injuries
            """)
    void an_injury_has_a_site_and_is_open_or_not(String injuries, int status, String pointer) {
        var athlete = anyAthlete();
        athlete.caller()
                .put(athlete.path("/intake"), """
                {"posture": "UNKNOWN", "mobility": "UNKNOWN", "movementQuality": "UNKNOWN", "injuries": %s,
                 "habits": "UNKNOWN"}""".formatted(injuries))
                .statusCode(status)
                .body("errors[0].pointer", containsString(pointer));
    }
}
