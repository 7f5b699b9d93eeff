package run.harrier.testkit.architecture;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds its offender, and nothing else. */
class ArchitectureRulesTest {

    private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages("run.harrier.offender");

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(ArchitectureRules.models_are_plain_java, "ImpureRule"),
                arguments(ArchitectureRules.features_form_no_cycle, "Cycle detected"),
                arguments(ArchitectureRules.no_module_knows_a_service, "Bystander"),
                arguments(ArchitectureRules.names_say_what_a_class_is, "DayUtil"),
                arguments(ArchitectureRules.packages_are_features_not_layers, "run.harrier.offender.util"),
                arguments(ArchitectureRules.configuration_is_config, "Second"),
                arguments(ArchitectureRules.time_is_a_parameter, "LocalDate.now()"),
                arguments(ArchitectureRules.nothing_waits_on_an_event_loop, "Uni.await()"),
                arguments(ArchitectureRules.randomness_is_not_static, "RANDOM"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_finds_its_offender(ArchRule rule, String offender) {
        var violations = rule.evaluate(OFFENDERS).getFailureReport().getDetails();

        assertThat(violations).isNotEmpty().allMatch(violation -> violation.contains(offender));
    }

    @Test
    void rooms_of_one_feature_form_a_cycle_that_only_the_rule_for_rooms_finds() {
        var third = new ClassFileImporter().importPackages("run.harrier.offender.third");

        assertThat(ArchitectureRules.features_form_no_cycle.evaluate(third).hasViolation())
                .isFalse();
        assertThat(ArchitectureRules.rooms_form_no_cycle
                        .evaluate(third)
                        .getFailureReport()
                        .getDetails())
                .singleElement(as(STRING))
                .contains("offender.third.near", "offender.third.far");
    }
}
