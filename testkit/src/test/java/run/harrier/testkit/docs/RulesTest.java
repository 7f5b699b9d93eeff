package run.harrier.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import run.harrier.testkit.docs.Rules.Row;

@TestInstance(Lifecycle.PER_CLASS)
class RulesTest {
    private static final Path ROOT = Path.of("..");

    private final Rules rules = new Rules(ROOT);

    RulesTest() throws IOException {}

    @Test
    void the_table_counts_each_letter_from_one_without_a_gap() throws IOException {
        for (var letter : new String[] {"S", "D", "U", "M"}) {
            var numbers = rules.rows().stream()
                    .map(Row::number)
                    .filter(number -> number.startsWith(letter))
                    .toList();
            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, numbers.size())
                            .mapToObj(n -> letter + n)
                            .toList());
        }
    }

    @Test
    void every_number_that_the_code_names_has_its_row() throws IOException {
        var numbers = rules.rows().stream().map(Row::number).toList();
        assertThat(rules.used().entrySet())
                .as("numbers without a row in docs/rules.md, and where they are named")
                .filteredOn(number -> !numbers.contains(number.getKey()))
                .isEmpty();
    }

    @Test
    void classes_and_tests_are_those_that_name_the_number() throws IOException {
        var written = rules.rows();
        assertThat(written.stream().map(rules::found))
                .as("rows of docs/rules.md that differ: run ./harrier rules --write, and read what it changed")
                .filteredOn(row -> !written.contains(row))
                .isEmpty();
    }

    @Test
    void what_a_test_holds_is_built() throws IOException {
        assertThat(rules.rows())
                .as("rules that a test names and no class: name the number in the Javadoc of the class that holds it")
                .filteredOn(row ->
                        row.classes().equals(Rules.NOT_BUILT) && !row.tests().isEmpty())
                .isEmpty();
    }

    @Test
    void a_rule_of_plans_has_one_who_judges_one_who_writes_and_the_checker() {
        var row = rules.found(new Row("D37", "", "", ""));
        assertThat(row.classes()).contains("`RecoveryRules`", "`RaceFrame`");
        assertThat(row.tests()).contains("`checker.RecoveryRules`");
    }

    @Test
    void a_range_names_its_numbers_unless_it_is_wide() {
        assertThat(Rules.numbersOf("(S42-S44, D6), S10-S60, D1 – and m_D24, PS7, S7a"))
                .containsExactly("S42", "S43", "S44", "D6", "D1", "D24");
    }

    @Test
    void a_claim_weighs_more_than_a_mention() {
        var source = Rules.Source.of(Path.of("plan-service/src/main/java/run/harrier/plan/model/Trim.java"), """
                /**
                 * A quarter less, unlike D13.
                 *
                 * @param day of the athlete (D12)
                 */
                record Trim(LocalDate day) {
                    /** S54: never more. */
                    static final String RULE = "D7";
                }
                """);
        assertThat(new int[] {source.rank("D13"), source.rank("D14")}).containsExactly(1, 0);
        assertThat(new int[] {source.rank("D12"), source.rank("S54"), source.rank("D7")})
                .containsExactly(1004, 1004, 1005);
    }
}
