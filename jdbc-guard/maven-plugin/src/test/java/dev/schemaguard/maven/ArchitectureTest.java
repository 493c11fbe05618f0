package dev.schemaguard.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.schemaguard.maven", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule A_BUILD_IS_NO_COMMAND_LINE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.schemaguard.jdbc.cli..", "picocli..")
            .because("what both ask stands in dev.schemaguard.jdbc.verb, and the plug-in brings no parser of options");

    @ArchTest
    static final ArchRule NO_DRIVER_IS_LINKED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.postgresql..", "com.mysql..", "org.testcontainers..")
            .because("drivers and Testcontainers are the project's, in a class loader of its own");

    @ArchTest
    static final ArchRule GOALS_ARE_FINAL = classes()
            .that()
            .arePublic()
            .should()
            .haveModifier(JavaModifier.FINAL)
            .andShould()
            .haveSimpleNameEndingWith("Mojo")
            .because("a build names goals and nothing else");
}
