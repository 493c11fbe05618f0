package dev.schemaguard.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of the Spring module, and which way imports run. */
@AnalyzeClasses(
        packages = {"dev.schemaguard.spring", "dev.schemaguard.hibernate"},
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule IMPORTS_RUN_DOWNWARD = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("beside")
            .definedBy(
                    "dev.schemaguard.spring.actuate", "dev.schemaguard.spring.readiness", "dev.schemaguard.spring.web")
            .layer("autoconfigure")
            .definedBy("dev.schemaguard.spring.autoconfigure")
            .layer("start")
            .definedBy("dev.schemaguard.spring.start")
            .layer("jpa")
            .definedBy("dev.schemaguard.spring.jpa")
            .layer("datajdbc")
            .definedBy("dev.schemaguard.spring.datajdbc")
            .layer("mybatis")
            .definedBy("dev.schemaguard.spring.mybatis")
            .layer("jooq")
            .definedBy("dev.schemaguard.spring.jooq")
            .layer("flyway")
            .definedBy("dev.schemaguard.spring.flyway")
            .layer("liquibase")
            .definedBy("dev.schemaguard.spring.liquibase")
            .layer("initscripts")
            .definedBy("dev.schemaguard.spring.initscripts")
            .layer("queries")
            .definedBy("dev.schemaguard.spring.queries")
            .layer("afterwards")
            .definedBy("dev.schemaguard.spring.afterwards")
            .layer("migrations")
            .definedBy("dev.schemaguard.spring.migrations")
            .layer("expectation")
            .definedBy("dev.schemaguard.spring.expectation")
            .layer("root")
            .definedBy("dev.schemaguard.spring")
            .layer("hibernate")
            .definedBy("dev.schemaguard.hibernate..")
            .whereLayer("beside")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("autoconfigure")
            .mayOnlyBeAccessedByLayers("beside")
            .whereLayer("start")
            .mayOnlyBeAccessedByLayers("autoconfigure")
            .whereLayer("jpa")
            .mayOnlyBeAccessedByLayers("start", "autoconfigure")
            .whereLayer("datajdbc")
            .mayOnlyBeAccessedByLayers("start", "autoconfigure")
            .whereLayer("mybatis")
            .mayOnlyBeAccessedByLayers("start", "autoconfigure")
            .whereLayer("jooq")
            .mayOnlyBeAccessedByLayers("start", "autoconfigure")
            .whereLayer("flyway")
            .mayOnlyBeAccessedByLayers("start", "autoconfigure")
            .whereLayer("liquibase")
            .mayOnlyBeAccessedByLayers("start", "autoconfigure")
            .whereLayer("initscripts")
            .mayOnlyBeAccessedByLayers("start", "autoconfigure")
            .whereLayer("migrations")
            .mayOnlyBeAccessedByLayers("start", "autoconfigure")
            .whereLayer("queries")
            .mayOnlyBeAccessedByLayers("expectation", "jpa", "datajdbc", "mybatis", "start", "autoconfigure")
            .whereLayer("afterwards")
            .mayOnlyBeAccessedByLayers("queries", "migrations", "start", "autoconfigure")
            .whereLayer("expectation")
            .mayOnlyBeAccessedByLayers(
                    "jpa", "datajdbc", "jooq", "flyway", "liquibase", "initscripts", "start", "autoconfigure")
            .whereLayer("root")
            .mayOnlyBeAccessedByLayers("afterwards", "expectation", "start", "autoconfigure", "beside")
            .whereLayer("hibernate")
            .mayOnlyBeAccessedByLayers("jpa", "queries", "expectation", "start")
            .because("a reader who stands in one room needs to know only the rooms below it, and no framework another");

    @ArchTest
    static final ArchRule NOBODY_ASKS_WHICH_DATABASE_IT_IS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.schemaguard.database.*..")
            .because("what differs between databases is behind a port, so that another is one folder");

    @ArchTest
    static final ArchRule HIBERNATE_STAYS_IN_ITS_ROOMS =
            onlyIn("org.hibernate..", "dev.schemaguard.hibernate..", "dev.schemaguard.spring.jpa");

    @ArchTest
    static final ArchRule ORM_STAYS_IN_ITS_ROOM = onlyIn("org.springframework.orm..", "dev.schemaguard.spring.jpa");

    @ArchTest
    static final ArchRule FLYWAY_STAYS_IN_ITS_ROOM = onlyIn("org.flywaydb..", "dev.schemaguard.spring.flyway");

    @ArchTest
    static final ArchRule LIQUIBASE_STAYS_IN_ITS_ROOM = onlyIn("liquibase..", "dev.schemaguard.spring.liquibase");

    @ArchTest
    static final ArchRule ACTUATOR_STAYS_IN_ITS_ROOM =
            onlyIn("org.springframework.boot.actuate..", "dev.schemaguard.spring.actuate");

    @ArchTest
    static final ArchRule METERS_STAY_IN_THEIR_ROOM = onlyIn("io.micrometer..", "dev.schemaguard.spring.actuate");

    @ArchTest
    static final ArchRule MVC_STAYS_IN_ITS_ROOM = onlyIn("org.springframework.web..", "dev.schemaguard.spring.web");

    @ArchTest
    static final ArchRule DATA_JDBC_STAYS_IN_ITS_ROOM =
            onlyIn("org.springframework.data.(jdbc|relational)..", "dev.schemaguard.spring.datajdbc");

    @ArchTest
    static final ArchRule DATA_JPA_STAYS_IN_ITS_ROOM =
            onlyIn("org.springframework.data.jpa..", "dev.schemaguard.spring.jpa");

    @ArchTest
    static final ArchRule DATA_STAYS_IN_ITS_ROOMS =
            onlyIn("org.springframework.data..", "dev.schemaguard.spring.jpa", "dev.schemaguard.spring.datajdbc");

    @ArchTest
    static final ArchRule MYBATIS_STAYS_IN_ITS_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("dev.schemaguard.spring.mybatis")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.mybatis..", "org.apache.ibatis..")
            .because("an application without it loads none of its classes");

    @ArchTest
    static final ArchRule JOOQ_STAYS_IN_ITS_ROOM = onlyIn("org.jooq..", "dev.schemaguard.spring.jooq");

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

    private static ArchRule onlyIn(String library, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("an application without it loads none of its classes");
    }
}
