package run.harrier.plan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import run.harrier.plan.StoredJson;
import run.harrier.plan.calendar.model.PlaceInPlan;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;
import run.harrier.plan.strength.model.TrainingPhase;
import run.harrier.platform.json.JsonText;
import run.harrier.testkit.server.PostgresAndKafka;

/** The steps and the place of a session as they are stored: what an older version wrote is read, byte for byte. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class StepRowResourceTest {
    private static final List<Step> STEPS = List.of(
            Step.stretch(StepKind.WARM_UP, Extent.seconds(900), Zone.EASY, Zone.EASY.rpe()),
            Step.repeat(
                    5,
                    Step.run(Extent.metres(1000), Zone.INTERVAL),
                    Step.recovery(Extent.seconds(180)),
                    Step.repeat(2, new Step.Stretch(StepKind.STRIDES, Extent.seconds(20), null, new Rpe(6, 7)))),
            new Step.Stretch(StepKind.RUN, Extent.minutes(20, 30), null, Rpe.BASE_EASY),
            new Step.Stretch(StepKind.RUN, Extent.metres(10000), Target.racePace(10000), new Rpe(8, 9)),
            new Step.Stretch(StepKind.RUN, Extent.metres(2500.5), new Target.AtRacePace(21097.5, -3), null));

    @Inject
    JsonText json;

    @Test
    void stored_steps_are_written_and_read_as_ever() {
        var stored = StoredJson.of("steps");
        assertThat(json.write(StepRow.from(STEPS))).isEqualTo(stored);
        assertThat(StepRow.toModel(json.read(stored, new TypeReference<List<StepRow>>() {})))
                .isEqualTo(STEPS);
    }

    @Test
    void a_stored_place_is_written_and_read_as_ever() {
        var place = new PlaceInPlan(TrainingPhase.EARLY_QUALITY, 6, 2, true, 1);
        var stored = StoredJson.of("place");
        assertThat(json.write(PlaceRow.from(place))).isEqualTo(stored);
        assertThat(json.read(stored, PlaceRow.class).toModel()).isEqualTo(place);
    }
}
