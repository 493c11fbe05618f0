package dev.schemaguard.jdbc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.schemaguard.jdbc", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_GATE_DOES_NOT_KNOW_THE_COMMAND_LINE = noClasses()
            .that()
            .resideInAnyPackage("dev.schemaguard.jdbc", "dev.schemaguard.jdbc.sync")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.schemaguard.jdbc.cli..")
            .because("imports only run downward, and an application that guards its DataSource has no picocli");

    @ArchTest
    static final ArchRule WHAT_A_BUILD_ASKS_NEEDS_NO_COMMAND_LINE = noClasses()
            .that()
            .resideInAPackage("dev.schemaguard.jdbc.verb")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.schemaguard.jdbc.cli..", "picocli..")
            .because("a build plug-in asks the same of databases, and has neither options nor a terminal");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("dev.schemaguard.(**)")
            .should()
            .beFreeOfCycles()
            .because("a room that needs its neighbour, which needs the room, is one room");

    @ArchTest
    static final ArchRule PUBLIC_CLASSES_ARE_FINAL = classes()
            .that()
            .arePublic()
            .and()
            .areNotInterfaces()
            .and()
            .areTopLevelClasses()
            .and()
            .areNotEnums()
            .should()
            .haveModifier(JavaModifier.FINAL)
            .because("what users extend can never change");

    @ArchTest
    static final ArchRule HIKARI_STAYS_AT_ITS_BORDER = noClasses()
            .that()
            .resideInAPackage("dev.schemaguard.jdbc")
            .and()
            .haveSimpleNameNotStartingWith("Hikari")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.zaxxer.hikari..")
            .because("the gate stands in front of any DataSource, and HikariCP is optional");
}
