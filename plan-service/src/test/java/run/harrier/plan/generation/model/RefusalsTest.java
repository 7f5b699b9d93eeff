package run.harrier.plan.generation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.PlanKind;

/** A refusal is a sentence for people, whichever rule it is that does not hold. */
class RefusalsTest {
    /** What no request of an athlete can bring about: how a single step or session is written. */
    private static final Set<String> OF_THE_WRITING = Set.of("D5", "S11", "S16", "S25", "S41");

    @Test
    void every_rule_that_may_not_yield_has_its_sentence() {
        var races = OrdinaryRequest.named().stream()
                .flatMap(request -> sentences(request, null))
                .toList();
        var others = Stream.of(PlanKind.values())
                .filter(kind -> kind != PlanKind.RACE)
                .flatMap(kind -> sentences(RacelessPlansTest.athlete(Level.INTERMEDIATE, 40, 4), kind))
                .toList();
        assertThat(races).hasSizeGreaterThan(1000);
        assertThat(others).hasSizeGreaterThan(50);
    }

    /** Of each rule of the plan's certificate, as if it did not hold. */
    private static Stream<String> sentences(OrdinaryRequest ordinary, PlanKind kind) {
        var request = kind == null ? ordinary.request() : ordinary.request().withoutRace(kind);
        var athlete = ordinary.athlete();
        if (!(PlanGenerator.decide(request, athlete) instanceof PlanDecision.Generated generated)) {
            return Stream.empty();
        }
        return generated.plan().certificate().stream()
                .map(CertificateEntry::broken)
                .filter(entry -> !OF_THE_WRITING.contains(entry.rule()))
                .filter(entry -> !Yielding.mayYield(entry.rule()))
                .map(entry -> {
                    var text = Refusals.text(entry, request, athlete);
                    assertThat(text)
                            .as("%s", entry)
                            .doesNotContain(entry.text())
                            .doesNotStartWith("These days and this volume allow no plan");
                    return text;
                });
    }
}
