package dev.schemaguard.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.schemaguard.spring", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule HIBERNATE_STAYS_IN_ITS_ROOM =
            onlyIn("org.hibernate..", "dev.schemaguard.spring.jpa", "Mapping");

    @ArchTest
    static final ArchRule FLYWAY_STAYS_IN_ITS_ROOM =
            onlyIn("org.flywaydb..", "dev.schemaguard.spring.flyway", "Flyway");

    @ArchTest
    static final ArchRule LIQUIBASE_STAYS_IN_ITS_ROOM =
            onlyIn("liquibase..", "dev.schemaguard.source.liquibase", "Liquibase");

    @ArchTest
    static final ArchRule ACTUATOR_STAYS_IN_ITS_ROOM =
            onlyIn("org.springframework.boot.actuate..", "dev.schemaguard.spring.actuate", "-");

    @ArchTest
    static final ArchRule METERS_STAY_IN_THEIR_ROOM = onlyIn("io.micrometer..", "dev.schemaguard.spring.actuate", "-");

    @ArchTest
    static final ArchRule MVC_STAYS_IN_ITS_ROOM =
            onlyIn("org.springframework.web..", "dev.schemaguard.spring.web", "-");

    @ArchTest
    static final ArchRule DATA_JDBC_STAYS_IN_ITS_ROOM =
            onlyIn("org.springframework.data..", "dev.schemaguard.spring.datajdbc", "DataJdbc");

    @ArchTest
    static final ArchRule JOOQ_STAYS_IN_ITS_ROOM = onlyIn("org.jooq..", "dev.schemaguard.spring.jooq", "Jooq");

    @ArchTest
    static final ArchRule NOTHING_OF_ONE_LINE_ONLY = noClasses()
            .that()
            .haveNameNotMatching("dev\\.schemaguard\\.spring\\.actuate\\.SchemaGuardHealthAutoConfiguration\\$Boot[34]")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.boot.autoconfigure.jdbc..",
                    "org.springframework.boot.autoconfigure.orm..",
                    "org.springframework.boot.autoconfigure.flyway..",
                    "org.springframework.boot.autoconfigure.liquibase..",
                    "org.springframework.boot.autoconfigure.data..",
                    "org.springframework.boot.autoconfigure.jooq..",
                    "org.springframework.boot.actuate.health..",
                    "org.springframework.boot.actuate.autoconfigure.health..",
                    "org.springframework.boot.actuate.autoconfigure.metrics..",
                    "org.springframework.boot.health..",
                    "org.springframework.boot.env..")
            .because("Spring Boot 4 has these classes in other packages, and the jar is for both lines");

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

    private static ArchRule onlyIn(String library, String room, String prefix) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .and()
                .haveNameNotMatching("dev\\.schemaguard\\.spring\\." + prefix + ".*")
                .and()
                .doNotHaveFullyQualifiedName("dev.schemaguard.spring.SchemaGuardAutoConfiguration")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("an application without it loads none of its classes");
    }
}
