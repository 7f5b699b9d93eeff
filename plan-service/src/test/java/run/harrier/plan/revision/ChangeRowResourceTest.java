package run.harrier.plan.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import run.harrier.plan.StoredJson;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.Zone;
import run.harrier.plan.revision.model.Change;
import run.harrier.plan.revision.model.SessionContent;
import run.harrier.platform.json.JsonText;
import run.harrier.testkit.server.PostgresAndKafka;

/** The sides of a revision as they are stored: what an older version wrote is read, byte for byte. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class ChangeRowResourceTest {
    @Inject
    JsonText json;

    @Test
    void a_stored_move_is_written_and_read_as_ever() {
        assertStored("change-of-day", Change.to(LocalDate.parse("2026-11-26")));
    }

    @Test
    void a_stored_softening_is_written_and_read_as_ever() {
        assertStored(
                "change-of-content",
                Change.to(new SessionContent(
                        SessionKind.CROSS_TRAINING,
                        false,
                        "Aerobic base without impact",
                        List.of(SessionKind.REST),
                        List.of(Step.run(Extent.seconds(2700), Zone.EASY)))));
    }

    private void assertStored(String name, Change change) {
        var stored = StoredJson.of(name);
        assertThat(json.write(ChangeRow.from(change))).isEqualTo(stored);
        assertThat(json.read(stored, ChangeRow.class).toModel()).isEqualTo(change);
    }
}
