package run.harrier.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The shape every service keeps. A module takes all of it with one test class:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "run.harrier.plan", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
 * }
 * }</pre>
 */
public final class ArchitectureRules {

    private static final String ROOT = "run.harrier";
    private static final String PLATFORM = "run.harrier.platform..";
    private static final Set<String> SHARED = Set.of("contracts", "platform");

    @ArchTest
    static final ArchRule models_are_plain_java = classes()
            .that()
            .resideInAPackage(ROOT + "..model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", ROOT + "..model..", "org.jspecify..")
            .because("what decides must be testable without a server")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule features_form_no_cycle = slices().matching(ROOT + ".*.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature must be readable without all the others")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule rooms_form_no_cycle = slices().assignedFrom(rooms())
            .should()
            .beFreeOfCycles()
            .because("a part of a feature must be readable without all the others")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule no_module_knows_a_service = classes()
            .should(dependOnNoOtherService())
            .because("services meet over HTTP and events only")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule names_say_what_a_class_is = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveNameMatching(".*(Utils|Helper|Helpers|Manager|Impl|Dto|DTO|Mapper|Common|Abstract[A-Z]\\w*)")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packages_are_features_not_layers = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..",
                    "..utils..",
                    "..common..",
                    "..helper..",
                    "..manager..",
                    "..impl..",
                    "..dto..",
                    "..mapper..",
                    "..controller..",
                    "..resource..",
                    "..resources..",
                    "..service..",
                    "..services..",
                    "..repository..",
                    "..entity..",
                    "..entities..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule endpoints_are_resources = annotated(
            "jakarta.ws.rs.Path", "Resource", "org.eclipse.microprofile.rest.client.inject.RegisterRestClient");

    @ArchTest
    static final ArchRule operations_say_who_may_call_them = methods()
            .that(describe("answer requests", ArchitectureRules::answersRequests))
            .should()
            .beAnnotatedWith("run.harrier.platform.access.Allowed")
            .because("access is decided by it, before the body is read, and the OpenAPI document is made from it")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule rest_clients_are_clients =
            annotated("org.eclipse.microprofile.rest.client.inject.RegisterRestClient", "Client");

    @ArchTest
    static final ArchRule rows_are_entities = annotated("jakarta.persistence.Entity", "Entity");

    @ArchTest
    static final ArchRule configuration_is_config = annotated("io.smallrye.config.ConfigMapping", "Config");

    @ArchTest
    static final ArchRule events_arrive_at_consumers = methods()
            .that()
            .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Consumer")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule transactions_belong_to_services = methods()
            .that()
            .areAnnotatedWith("io.quarkus.hibernate.reactive.panache.common.WithTransaction")
            .and()
            .areDeclaredInClassesThat(resideOutsideOfPackages(PLATFORM))
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Service")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule time_is_a_parameter = noClasses()
            .that()
            .resideOutsideOfPackage("run.harrier.platform.time..")
            .should()
            .callMethodWhere(describe("the system clock is read", ArchitectureRules::readsSystemClock))
            .orShould()
            .callConstructor(java.util.Date.class)
            .because("--today shifts the business clock, and rules take the day as a parameter")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothing_waits_on_an_event_loop = noClasses()
            .that()
            .resideOutsideOfPackage(PLATFORM)
            .should()
            .callMethodWhere(target(owner(resideInAnyPackage("io.smallrye.mutiny..")))
                    .and(target(nameMatching("await|subscribe"))))
            .because("Quarkus subscribes; a second subscription runs outside the request and its transaction")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule randomness_is_not_static = fields().that()
            .areStatic()
            .should()
            .notHaveRawType(DescribedPredicate.describe(
                    "a random generator", type -> type.isAssignableTo(RandomGenerator.class)))
            .because("a native image would freeze its seed")
            .allowEmptyShould(true);

    private ArchitectureRules() {}

    /**
     * A room is a package with its {@code model}: {@code run.harrier.plan.generation}, the same with {@code .request}.
     */
    private static SliceAssignment rooms() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                var room = type.getPackageName().replaceFirst("\\.model$", "");
                return room.matches("run\\.harrier\\.\\w+\\.\\w.*")
                        ? SliceIdentifier.of(room)
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages with their models";
            }
        };
    }

    private static ArchRule annotated(String annotation, String suffix, String... unless) {
        var that = classes().that().areAnnotatedWith(annotation);
        for (String exception : unless) {
            that = that.and().areNotAnnotatedWith(exception);
        }
        return that.should().haveSimpleNameEndingWith(suffix).allowEmptyShould(true);
    }

    /** The gateway's own do not decide: they ask those that do. */
    private static boolean answersRequests(JavaMethod method) {
        return method.isMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                && !method.getOwner().isAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RegisterRestClient")
                && !module(method.getOwner()).equals("gateway");
    }

    private static boolean readsSystemClock(JavaCall<?> call) {
        var type = call.getTargetOwner();
        var name = call.getName();
        if (type.isEquivalentTo(System.class)) {
            return name.equals("currentTimeMillis");
        }
        if (type.isEquivalentTo(Clock.class)) {
            return name.startsWith("system") || name.startsWith("tick");
        }
        return type.getPackageName().equals("java.time")
                && name.equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(p -> p.isEquivalentTo(Clock.class));
    }

    private static ArchCondition<JavaClass> dependOnNoOtherService() {
        return new ArchCondition<>("depend on no other service") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    var module = module(dependency.getTargetClass());
                    if (!module.isEmpty() && !SHARED.contains(module) && !module.equals(module(type))) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /** {@code plan} for {@code run.harrier.plan.calendar.Calendar}; empty for what is not Harrier's. */
    private static String module(JavaClass type) {
        var parts = type.getPackageName().split("\\.", 4);
        return parts.length > 2 && type.getPackageName().startsWith(ROOT + ".") ? parts[2] : "";
    }
}
