package dev.schemaguard;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of core, and which way imports run. */
@AnalyzeClasses(packages = "dev.schemaguard", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule IMPORTS_RUN_DOWNWARD = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("test")
            .definedBy("dev.schemaguard.test")
            .layer("approval")
            .definedBy("dev.schemaguard.approval")
            .layer("root")
            .definedBy("dev.schemaguard")
            .layer("check")
            .definedBy("dev.schemaguard.check..")
            .layer("source")
            .definedBy("dev.schemaguard.source..")
            .layer("database")
            .definedBy("dev.schemaguard.database..")
            .layer("report")
            .definedBy("dev.schemaguard.report..")
            .layer("fix")
            .definedBy("dev.schemaguard.fix..")
            .layer("ddl")
            .definedBy("dev.schemaguard.ddl..")
            .layer("inspect")
            .definedBy("dev.schemaguard.inspect..")
            .layer("policy")
            .definedBy("dev.schemaguard.policy..")
            .layer("statements")
            .definedBy("dev.schemaguard.statements..")
            .layer("diff")
            .definedBy("dev.schemaguard.diff..")
            .layer("drift")
            .definedBy("dev.schemaguard.drift..")
            .layer("dialect")
            .definedBy("dev.schemaguard.dialect..")
            .layer("model")
            .definedBy("dev.schemaguard.model..")
            .layer("recording")
            .definedBy("dev.schemaguard.recording..")
            .whereLayer("recording")
            .mayOnlyBeAccessedByLayers("test")
            .whereLayer("test")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("approval")
            .mayOnlyBeAccessedByLayers("test")
            .whereLayer("root")
            .mayOnlyBeAccessedByLayers("approval", "test")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("check", "root", "approval", "test")
            .whereLayer("database")
            .mayOnlyBeAccessedByLayers("source", "check", "recording", "root", "approval", "test")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("check", "root", "approval", "test")
            .whereLayer("fix")
            .mayOnlyBeAccessedByLayers("database", "check", "root")
            .whereLayer("statements")
            .mayOnlyBeAccessedByLayers("database", "source", "check", "recording", "root", "approval", "test")
            .whereLayer("ddl")
            .mayOnlyBeAccessedByLayers("statements", "database", "source", "check", "recording")
            .whereLayer("inspect")
            .mayOnlyBeAccessedByLayers("report", "database", "source", "check", "root", "approval", "test")
            .whereLayer("policy")
            .mayOnlyBeAccessedByLayers("fix", "report", "check", "root", "approval", "test")
            .whereLayer("diff")
            .mayOnlyBeAccessedByLayers("database", "check")
            .whereLayer("drift")
            .mayOnlyBeAccessedByLayers(
                    "statements", "diff", "policy", "fix", "report", "database", "check", "approval", "test")
            .whereLayer("dialect")
            .mayOnlyBeAccessedByLayers(
                    "inspect", "ddl", "statements", "fix", "database", "source", "check", "recording")
            .because("a reader who stands in one room needs to know only the rooms below it");

    @ArchTest
    static final ArchRule NOBODY_ASKS_WHICH_DATABASE_IT_IS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.schemaguard.database..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.schemaguard.database.postgres..",
                    "dev.schemaguard.database.h2..",
                    "dev.schemaguard.database.mysql..",
                    "dev.schemaguard.database.sqlite..",
                    "dev.schemaguard.database.standard..")
            .because(
                    "what differs between databases is behind a port, so that another is one folder and one service line");

    @ArchTest
    static final ArchRule KINDS_KNOW_NO_OTHERS = noClasses()
            .that()
            .resideInAPackage("dev.schemaguard.database.postgres..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.schemaguard.database.h2..", "dev.schemaguard.database.standard..")
            .because("only what holds everywhere is shared");

    @ArchTest
    static final ArchRule ROOMS_FORM_NO_CIRCLE = slices().matching("dev.schemaguard.(**)")
            .should()
            .beFreeOfCycles()
            .because("two rooms that need each other are one room");

    @ArchTest
    static final ArchRule DDL_IS_READ_FROM_TEXT_TO_SCHEMA = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("reader")
            .definedBy("..postgres.ddl.reader..", "..mysql.ddl.reader..")
            .layer("query")
            .definedBy("..postgres.ddl.query..")
            .layer("program")
            .definedBy("..postgres.ddl.program..", "..mysql.ddl.program..")
            .layer("ddl")
            .definedBy("dev.schemaguard.ddl")
            .layer("change")
            .definedBy("..ddl.change..")
            .layer("draft")
            .definedBy("..ddl.draft..")
            .layer("script")
            .definedBy("..ddl.script..")
            .whereLayer("query")
            .mayOnlyBeAccessedByLayers("reader")
            .whereLayer("program")
            .mayOnlyBeAccessedByLayers("reader")
            .whereLayer("ddl")
            .mayOnlyBeAccessedByLayers("reader", "program", "query")
            .whereLayer("change")
            .mayOnlyBeAccessedByLayers("ddl", "reader", "program", "query")
            .whereLayer("draft")
            .mayOnlyBeAccessedByLayers("ddl", "reader", "program", "query", "change")
            .because(
                    "a statement is read before it is carried out, and a change knows nothing of the words that asked for it");

    @ArchTest
    static final ArchRule LIQUIBASE_STAYS_IN_ITS_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("..source.liquibase..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("liquibase..")
            .because("it is on the class path only of those who have changelogs");

    @ArchTest
    static final ArchRule TEST_LIBRARIES_STAY_IN_THEIR_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("dev.schemaguard.test")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.assertj..", "org.junit..", "org.opentest4j..")
            .because("they are on the class path only where tests run");

    @ArchTest
    static final ArchRule JUNIT_NEEDS_NO_ASSERTJ = noClasses()
            .that()
            .resideInAPackage("dev.schemaguard.test")
            .and()
            .haveNameMatching(".*Snapshot.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.assertj..")
            .because("a project may have the one without the other");

    @ArchTest
    static final ArchRule THE_INSIDE_OF_DDL_STAYS_INSIDE = noClasses()
            .that()
            .resideOutsideOfPackages("..ddl..", "..source.migrations..", "..statements..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.schemaguard.ddl.script..", "dev.schemaguard.ddl.draft..", "dev.schemaguard.ddl.change..")
            .because("what is public there is public for its neighbours only");

    @ArchTest
    static final ArchRule THE_MODEL_IS_PLAIN = classes()
            .that()
            .resideInAPackage("..model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..model..", "..text..", "java.lang..", "java.util..", "org.jspecify..")
            .because("everybody shares the model, so it must ask nothing of anybody");

    @ArchTest
    static final ArchRule FILES_OF_OTHERS_ARE_READ_IN_ONE_WAY = classes()
            .that()
            .resideInAPackage("dev.schemaguard.input")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.schemaguard.input",
                    "dev.schemaguard.model",
                    "dev.schemaguard.text",
                    "java..",
                    "org.jspecify..")
            .because("a bound that some rooms have and others have not is none, so that all may use this one");

    @ArchTest
    static final ArchRule THE_PARSER_STAYS_IN_ITS_ROOM = noClasses()
            .that()
            .resideOutsideOfPackages("..postgres.ddl.query..", "..statements.reading..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.sf.jsqlparser..")
            .because("another parser must be able to take over, piece by piece");

    @ArchTest
    static final ArchRule STATEMENTS_ARE_READ_ABOVE_WHAT_THEY_ARE = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("values")
            .definedBy("dev.schemaguard.statements")
            .layer("reading")
            .definedBy("dev.schemaguard.statements.reading")
            .layer("files")
            .definedBy("dev.schemaguard.statements.file", "dev.schemaguard.statements.mybatis")
            .whereLayer("files")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("reading")
            .mayOnlyBeAccessedByLayers("files")
            .because("what a statement is and what a drift does to it need nobody who reads texts");

    @ArchTest
    static final ArchRule JSON_STAYS_AT_THE_BORDER = noClasses()
            .that()
            .resideOutsideOfPackages("..source.snapshot..", "..report..")
            .and(not(simpleName("BaselineFile")))
            .and(not(simpleName("LibraryFile")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson..")
            .because("only snapshots, reports, baselines and what libraries declare are JSON");

    @ArchTest
    static final ArchRule JSON_IS_STREAMED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson.databind..")
            .because("data binding costs a cold start more than all the rest");

    @ArchTest
    static final ArchRule ONLY_SOME_ROOMS_TALK_TO_DATABASES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..inspect..",
                    "..database..",
                    "..source.live..",
                    "..check..",
                    "..recording..",
                    "dev.schemaguard",
                    "dev.schemaguard.approval",
                    "dev.schemaguard.test")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..")
            .because("text and I/O live apart");

    @ArchTest
    static final ArchRule PUBLIC_CLASSES_ARE_FINAL = classes()
            .that()
            .arePublic()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and(not(assignableTo("org.assertj.core.api.AbstractAssert")))
            .should()
            .haveModifier(JavaModifier.FINAL)
            .because("nobody can rely on what he overrode; only AssertJ's soft assertions extend assertions");

    @ArchTest
    static final ArchRule NO_ROOM_FOR_ODDS_AND_ENDS = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helper|Manager|Impl)")
            .because("a method lives with its data");

    @ArchTest
    static final ArchRule FIELDS_ARE_NOT_PUBLIC = classes()
            .that(modifier(JavaModifier.PUBLIC))
            .and()
            .areNotInterfaces()
            .and()
            .resideOutsideOfPackages("..ddl..", "..check..", "..source.live..", "..database..")
            .and(not(simpleName("TextPool")))
            .should()
            .haveOnlyFinalFields()
            .orShould()
            .haveSimpleNameEndingWith("Builder")
            .because("what a user holds is a value; what is in the making stays with us");
}
