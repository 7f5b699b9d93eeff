package run.harrier.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import run.harrier.devstack.Part;
import run.harrier.devstack.Stack;
import run.harrier.devstack.demo.DemoSquad;

/** The demonstration squad shows a coach one finding of each kind. */
@ExtendWith(RunningStack.class)
class DemonstrationIT {
    /**
     * Every kind of finding but LOAD_RAISED, which is the lesser of OVERREACHING: one athlete has one of the two.
     */
    private static final Set<String> SHOWN = Set.of(
            "OVERREACHING",
            "NOT_READY",
            "MONOTONOUS",
            "EASY_TOO_HARD",
            "FELT_HARD",
            "GREY_ZONE",
            "MANY_PROGRESSIONS",
            "SAME_PAIN",
            "SILENT");

    @Test
    void the_demonstration_squad_shows_a_finding_of_each_kind(Stack stack) {
        var config = stack.config();
        new DemoSquad(config.address(Part.GATEWAY), config.issuer(), RunningStack.TODAY).fill();
        var dana = new People(config);
        String squad =
                dana.as("dana").get("/squads").then().statusCode(200).extract().path("items[0].id");

        await().untilAsserted(() -> {
            List<List<String>> codes = dana.as("dana")
                    .get("/squads/{s}/overview", squad)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.findings.code");
            var shown = new TreeSet<String>();
            codes.forEach(shown::addAll);
            assertThat(shown).containsAll(SHOWN);
        });
    }
}
