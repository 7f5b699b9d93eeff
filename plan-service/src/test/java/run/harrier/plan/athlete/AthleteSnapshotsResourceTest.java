package run.harrier.plan.athlete;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import run.harrier.contracts.EventType;
import run.harrier.contracts.ProfileChanged;
import run.harrier.plan.AthleteServiceEvents;
import run.harrier.plan.strength.model.RestrictedMovement;
import run.harrier.testkit.server.PostgresAndKafka;

/** What is kept of the intake (S88). */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class AthleteSnapshotsResourceTest {
    @Inject
    AthleteServiceEvents events;

    @Inject
    AthleteSnapshots athletes;

    @Test
    void restricted_movements_are_those_of_the_intake() {
        assertThat(snapshot(events.anAthleteWithoutResult()).restrictedMovements())
                .containsExactly(RestrictedMovement.ANKLE_BEND, RestrictedMovement.HIP_EXTENSION);
    }

    @Test
    void a_movement_that_is_not_known_here_yet_stops_nothing() {
        var athlete = told(intake ->
                intake.putArray("restrictedMovements").add("WRIST_TURN").add("ARM_SWING"));
        assertThat(snapshot(athlete).restrictedMovements()).containsExactly(RestrictedMovement.ARM_SWING);
    }

    @Test
    void an_event_from_before_movement_was_asked_for_restricts_none() {
        var athlete = told(intake -> intake.remove("restrictedMovements"));
        assertThat(snapshot(athlete).restrictedMovements()).isEmpty();
        assertThat(snapshot(athlete).longestRunMinutes()).isEqualTo(80);
    }

    @Test
    void every_movement_that_is_told_is_known() {
        assertThat(ProfileChanged.RESTRICTED_MOVEMENTS)
                .containsExactlyElementsOf(Arrays.stream(RestrictedMovement.values())
                        .map(Enum::name)
                        .toList());
    }

    private UUID told(Consumer<ObjectNode> change) {
        var athlete = events.anAthleteOnlyInAccess();
        var profile = events.golden(EventType.PROFILE_CHANGED, athlete);
        change.accept((ObjectNode) profile.get("intake"));
        events.publish(EventType.PROFILE_CHANGED, profile);
        return athlete;
    }

    private AthleteSnapshot snapshot(UUID athlete) {
        return athletes.get(athlete).await().indefinitely();
    }
}
