package dev.schemaguard.hibernate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The two rooms of the module: what reads a mapping, and above it what guards by it. */
@AnalyzeClasses(packages = "dev.schemaguard.hibernate", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule READING_A_MAPPING_NEEDS_NO_GATE = noClasses()
            .that()
            .resideInAPackage("dev.schemaguard.hibernate")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.schemaguard.hibernate.start..", "dev.schemaguard.jdbc..")
            .because("imports only run downward, and a framework that guards by itself only wants the mapping");

    @ArchTest
    static final ArchRule NO_FRAMEWORK_IS_NEEDED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "dev.schemaguard.spring..", "io.quarkus..", "io.micronaut..")
            .because("whoever uses Hibernate by itself is to have it");

    @ArchTest
    static final ArchRule NOBODY_ASKS_WHICH_DATABASE_IT_IS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.schemaguard.database.*..")
            .because("what differs between databases is behind a port, so that another is one folder");

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
}
