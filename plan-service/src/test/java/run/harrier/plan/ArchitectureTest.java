package run.harrier.plan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import run.harrier.plan.generation.request.model.ResolvedRequest;
import run.harrier.testkit.architecture.ArchitectureRules;

@AnalyzeClasses(packages = "run.harrier.plan", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String GENERATION = "run.harrier.plan.generation.";

    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule the_certificate_does_not_lean_on_the_generator = classes()
            .that()
            .resideInAPackage(GENERATION + "certificate..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            GENERATION + "certificate..",
                            GENERATION + "plan..",
                            GENERATION + "request..",
                            "run.harrier.plan.prescription..")
                    .and(DescribedPredicate.not(type(ResolvedRequest.class))))
            .because("a judge that asks the generator finds its own mistakes right");
}
