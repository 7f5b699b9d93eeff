package run.harrier.gateway.overview.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import run.harrier.gateway.overview.model.AthleteOverview.Finding;
import run.harrier.gateway.overview.model.AthleteOverview.Severity;
import run.harrier.gateway.overview.model.AthleteOverview.Week;

/** D49. */
class AthleteOverviewTest {
    private static final Pattern ENUM_CONSTANT = Pattern.compile("(?m)^ {8}([A-Z_]+),?$");
    private static final Pattern CODE = Pattern.compile("static final String \\w+ = \"([A-Z_]+)\";");

    /** Whatever order they came in, of two neighbours the first needs the coach at least as much. */
    @Property
    void who_needs_the_coach_most_comes_first_and_the_alphabet_decides_between_equals_only(
            @ForAll("squads") List<AthleteOverview> squad) {
        var sorted = squad.stream().sorted(AthleteOverview.WORST_FIRST).toList();
        assertThat(sorted).containsExactlyInAnyOrderElementsOf(squad);
        for (int i = 1; i < sorted.size(); i++) {
            var before = sorted.get(i - 1);
            var after = sorted.get(i);
            assertThat(needs(before)).isGreaterThanOrEqualTo(needs(after));
            if (needs(before) == needs(after) && graveOf(before).equals(graveOf(after))) {
                assertThat(before.displayName().toLowerCase(Locale.ROOT))
                        .isLessThanOrEqualTo(after.displayName().toLowerCase(Locale.ROOT));
            }
        }
    }

    /** The load-service's codes are read from its source: no module has both. */
    @Test
    void every_code_of_a_finding_has_its_place_in_the_order() throws IOException {
        var triage =
                constants("../load-service/src/main/java/run/harrier/load/squad/model/Finding.java", ENUM_CONSTANT);
        var offPlan = constants("src/main/java/run/harrier/gateway/overview/model/OffPlan.java", CODE);
        assertThat(triage).contains("NOT_READY", "SILENT");
        assertThat(offPlan).contains(OffPlan.CODE, OffPlan.HARDER);
        assertThat(AthleteOverview.KINDS)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(triage.stream(), offPlan.stream()).toList());
    }

    private static List<String> constants(String source, Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(Path.of(source)).replaceFirst("(?s)enum Severity .*", ""))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The sign first, then the number of warnings, each by its confidence; up to nine of each. */
    private static double needs(AthleteOverview athlete) {
        return (athlete.warningSign() ? 10 : 0) + sum(athlete, Severity.WARN);
    }

    private static List<String> graveOf(AthleteOverview athlete) {
        return athlete.findings().stream()
                .map(finding -> finding.severity() + " " + finding.code() + " " + finding.confidence())
                .sorted()
                .toList();
    }

    private static double sum(AthleteOverview athlete, Severity severity) {
        return athlete.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .mapToDouble(Finding::confidence)
                .sum();
    }

    @Provide
    Arbitrary<List<AthleteOverview>> squads() {
        var findings = Combinators.combine(
                        Arbitraries.of("NOT_READY", "SAME_PAIN", "OVERREACHING", "SOMETHING_NEW"),
                        Arbitraries.of(Severity.class),
                        Arbitraries.of(0.5, 1.0))
                .as((code, severity, confidence) -> new Finding(code, severity, "text", "coach's text", confidence))
                .list()
                .ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.of("Ana", "ben", "Chen", "dora"),
                        Arbitraries.of(true, false),
                        findings)
                .as((id, name, sign, found) -> new AthleteOverview(
                        new UUID(0, id),
                        name,
                        "READY",
                        sign,
                        Optional.empty(),
                        new Week(0, 0, OptionalDouble.of(0), OptionalDouble.of(0), List.of()),
                        found))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
