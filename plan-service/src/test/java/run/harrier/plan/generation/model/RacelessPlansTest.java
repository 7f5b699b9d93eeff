package run.harrier.plan.generation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.harrier.plan.checker.PlanChecker;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.request.model.PlanRequest;

/** Plans that lead to no race (D51): some of them as a coach reads them, and what holds for all. */
class RacelessPlansTest {
    private static final Path FILES = Path.of("src/test/resources/run/harrier/plan/named");

    /** A request of a kind, from an athlete with even weeks at the volume. */
    record Raceless(PlanKind kind, Integer weeks, OrdinaryRequest athlete) {
        PlanRequest request() {
            var request = athlete.request().withoutRace(kind);
            return request.withOptions(request.options().withWeeks(weeks));
        }

        String name() {
            return "%s-%s-%.0fkm-%ddays"
                    .formatted(kind, athlete.level(), athlete.weeklyKm(), athlete.days())
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '-');
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BASE, BEGINNER, 20, 3",
        "BASE, INTERMEDIATE, 45, 5",
        "BASE, EXPERIENCED, 70, 6",
        "MAINTAIN, INTERMEDIATE, 40, 4",
        "MAINTAIN, EXPERIENCED, 60, 6",
        "WALK_RUN, BEGINNER, 15, 3",
        "PROGRESSION, INTERMEDIATE, 40, 4",
        "PROGRESSION, EXPERIENCED, 60, 5"
    })
    void a_plan_without_a_race_is_written_as_it_was_reviewed(PlanKind kind, Level level, double weeklyKm, int days)
            throws IOException {
        var raceless = new Raceless(kind, null, athlete(level, weeklyKm, days));
        var plan = AnyPlan.planned(raceless.request(), raceless.athlete().athlete());
        var text = PlanText.of(plan, raceless.athlete().estimate());
        var file = FILES.resolve(raceless.name() + ".txt");
        if (Boolean.getBoolean("harrier.named.write")) {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        }
        assertThat(text).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
        assertThat(plan.certificate()).allMatch(CertificateEntry::holds);
    }

    /** D51. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void every_plan_without_a_race_is_of_its_kind(@ForAll("raceless") Raceless raceless) {
        var request = raceless.request();
        var athlete = raceless.athlete().athlete();
        switch (PlanGenerator.decide(request, athlete)) {
            case PlanDecision.Generated generated ->
                assertThat(PlanChecker.check(generated.plan(), request, athlete))
                        .filteredOn(finding -> !finding.excusable()
                                && (finding.rule().equals("D51")
                                        || finding.rule().equals("S60")))
                        .isEmpty();
            case PlanDecision.Refused refused -> assertThat(refused.possible()).isNotNull();
        }
    }

    @Provide
    Arbitrary<Raceless> raceless() {
        return Combinators.combine(
                        Arbitraries.of(PlanKind.BASE, PlanKind.MAINTAIN, PlanKind.WALK_RUN, PlanKind.PROGRESSION),
                        Arbitraries.integers().between(2, 12).injectNull(0.3),
                        Arbitraries.of(Level.class),
                        Arbitraries.integers().between(12, 90),
                        Arbitraries.integers().between(3, 7))
                .as((kind, weeks, level, weeklyKm, days) -> new Raceless(kind, weeks, athlete(level, weeklyKm, days)));
    }

    static OrdinaryRequest athlete(Level level, double weeklyKm, int days) {
        double slowness = level == Level.BEGINNER ? 1.42 : level == Level.INTERMEDIATE ? 1.15 : 0.92;
        return new OrdinaryRequest(level, 10_000, weeklyKm, days, 12, slowness, null, false);
    }
}
