package org.busbar.distribution.tests;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.implement;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.busbar.api.device.Device;

/** Rules that the classes of the distribution keep. */
@AnalyzeClasses(locations = ShippedClasses.class)
class CodeTest {

    private static final DescribedPredicate<JavaClass> OURS = JavaClass.Predicates.resideInAPackage("org.busbar..");

    /** Plug-ins that may know nothing but their inputs, with all they consist of. */
    private static final DescribedPredicate<JavaClass> PURE = JavaClass.Predicates.resideInAnyPackage(
            "org.busbar.analyses..", "org.busbar.optimizers..", "org.busbar.ontology..");

    @ArchTest
    static void the_scan_finds_classes(JavaClasses all) {
        assertTrue(all.that(OURS).size() > 250, () -> "only " + all.that(OURS).size());
        assertTrue(all.that(PURE).size() > 30, () -> "only " + all.that(PURE).size());
        assertTrue(!all.that(implement(Device.class)).isEmpty());
    }

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("org.busbar.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule standard_streams_are_the_business_of_commands = noClasses()
            .that()
            .resideInAPackage("org.busbar..")
            .and()
            .resideOutsideOfPackages("org.busbar.shell..", "org.busbar.launcher..", "org.busbar.links.serve..")
            .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule pure_plugins_read_no_clock = noClasses()
            .that(PURE)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule pure_plugins_draw_nothing_without_a_seed = noClasses()
            .that(PURE)
            .should()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class);

    @ArchTest
    static final ArchRule the_api_is_interfaces_records_enums_final_classes_and_exceptions = classes()
            .that()
            .resideInAPackage("org.busbar.api..")
            .and()
            .areNotAnonymousClasses()
            .should()
            .beInterfaces()
            .orShould()
            .haveModifier(JavaModifier.FINAL)
            .orShould()
            .beEnums()
            .orShould()
            .beAssignableTo(Exception.class);

    @ArchTest
    static final ArchRule plugins_do_not_know_each_other = slices().matching(
                    "org.busbar.(drivers|analyses|optimizers|ontology).(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    JavaClass.Predicates.resideInAnyPackage("org.busbar.optimizers..", "org.busbar.analyses.."),
                    JavaClass.Predicates.resideInAPackage("org.busbar.optimizers.search..")) // a library, decision 21
            .ignoreDependency(
                    JavaClass.Predicates.resideInAPackage("org.busbar.analyses.."),
                    JavaClass.Predicates.resideInAnyPackage( // libraries, decision 26
                            "org.busbar.analyses.impedance..",
                            "org.busbar.analyses.files..",
                            "org.busbar.analyses.tables.."))
            .ignoreDependency(
                    JavaClass.Predicates.resideInAPackage("org.busbar.drivers.."),
                    JavaClass.Predicates.resideInAPackage("org.busbar.drivers.described..")); // a library, decision 24

    @ArchTest
    static final ArchRule plugins_know_the_api_and_no_other_part_of_the_platform = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.busbar.drivers..", "org.busbar.analyses..", "org.busbar.optimizers..", "org.busbar.ontology..")
            .should()
            .dependOnClassesThat(OURS.and(JavaClass.Predicates.resideOutsideOfPackages(
                    "org.busbar.api..",
                    "org.busbar.drivers..",
                    "org.busbar.analyses..",
                    "org.busbar.optimizers..",
                    "org.busbar.ontology..")));

    @ArchTest
    static final ArchRule devices_keep_no_mutable_fields = fields().that()
            .areDeclaredInClassesThat()
            .implement(Device.class)
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule names_say_what_things_are = noClasses()
            .that()
            .resideInAPackage("org.busbar..")
            .should()
            .haveNameMatching(".*(Impl|Manager|Util|Utils|Helper)");
}
