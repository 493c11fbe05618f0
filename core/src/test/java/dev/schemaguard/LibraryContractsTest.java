package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.LibraryCoverage;
import dev.schemaguard.source.library.LibraryContract;
import dev.schemaguard.source.library.LibraryContracts;
import dev.schemaguard.source.library.LibrarySettings;
import dev.schemaguard.source.library.MadeUpLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What libraries say of their own tables, beside what a release expects. */
class LibraryContractsTest {

    private static final Schema POSTS = Schema.builder()
            .table("posts", table -> table.column("id", "bigint"))
            .build();

    private static final String TABLES = "create table posts (id bigint);"
            + "create sequence lib_job_seq; create table lib_job (id bigint primary key, name text);"
            + "create table lib_step (id bigint references lib_job)";

    @TempDir
    private Path classpath;

    @Test
    void countsTheTablesOfALibraryThatAreAsItsContractSays() throws IOException {
        DriftReport report = check(MadeUpLibrary.in(classpath, "1.5.0"), TABLES);

        assertThat(report.verdict()).as(report.toText()).isEqualTo(Verdict.CONFORMS);
        assertThat(report.findings()).as(report.toText()).isEmpty();
        assertThat(report.coverage().libraries())
                .containsExactly(new LibraryCoverage("Lib 1.5.0", 2, Optional.empty()));
        assertThat(report.coverage().tablesExpected()).isEqualTo(1);
        assertThat(report.toText()).contains("Tables of libraries: Lib 1.5.0 2 tables compared.");
    }

    @Test
    void saysInALineThatALibraryHasNoTablesHere() throws IOException {
        DriftReport report = check(MadeUpLibrary.in(classpath, "1.5.0"), "create table posts (id bigint)");

        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(report.findings()).isEmpty();
        assertThat(report.toText()).contains("Tables of libraries: Lib 1.5.0 has none here.");
        assertThat(report.toJson())
                .contains("{\"library\":\"Lib 1.5.0\",\"state\":\"absent\",\"tables\":0,\"whyNot\":null}");
    }

    @Test
    void isRiskyAtMostAndNamesTheLibraryWhereItsTablesAreOnlyPartlyThere() throws IOException {
        DriftReport report = check(
                MadeUpLibrary.in(classpath, "1.5.0"),
                TABLES + "; drop table lib_step; alter table lib_job drop column name; drop sequence lib_job_seq");

        assertThat(report.verdict()).as(report.toText()).isEqualTo(Verdict.CONFORMS);
        assertThat(report.findings())
                .extracting(Finding::id)
                .containsExactlyInAnyOrder(
                        "missing-column:lib_job.name", "missing-table:lib_step", "missing-sequence:lib_job_seq");
        assertThat(report.findings()).allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.RISKY);
            assertThat(finding.expectation()).isEqualTo("Lib 1.5.0");
            assertThat(finding.hint()).get().asString().contains("Lib 1.5.0 expects it of its own tables");
        });
    }

    @Test
    void failsOnRiskWhereThatWasAskedFor() throws IOException {
        DriftReport report = check(
                MadeUpLibrary.in(classpath, "1.5.0").loader(),
                LibrarySettings.NONE,
                TABLES + "; alter table lib_job drop column name",
                Policy.failOn(Severity.RISKY));

        assertThat(report.verdict()).isEqualTo(Verdict.DRIFTED);
    }

    @Test
    void isBreakingWhereTheApplicationNamesTheLibrary() throws IOException {
        LibraryContracts libraries =
                LibraryContracts.on(MadeUpLibrary.in(classpath, "1.5.0").loader(), LibrarySettings.NONE);
        LibraryContract named = libraries.find("lib").orElseThrow();

        DriftReport report = SchemaGuard.expecting(named)
                .libraries(libraries)
                .build()
                .check(database(TABLES + "; alter table lib_job drop column name; create sequence lib_lock_seq;"
                        + " create table lib_lock (id bigint)"));

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("missing-column:lib_job.name");
            assertThat(finding.severity()).isEqualTo(Severity.BREAKING);
        });
        assertThat(report.coverage().libraries()).isEmpty();
        assertThat(report.expectations()).containsExactly("Lib 1.5.0");
    }

    @Test
    void isAsGraveAsTheReleasesOwnExpectationWhereBothMissIt() throws IOException {
        LibraryContracts libraries =
                LibraryContracts.on(MadeUpLibrary.in(classpath, "1.5.0").loader(), LibrarySettings.NONE);
        Schema own = Schema.builder()
                .table("lib_job", table -> table.column("name", "text"))
                .build();

        DriftReport report = SchemaGuard.expecting(own)
                .libraries(libraries)
                .build()
                .check(database(TABLES + "; alter table lib_job drop column name"));

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.BREAKING);
            assertThat(finding.hint()).get().asString().contains("also expected by Lib 1.5.0");
        });
    }

    @Test
    void missesNothingOfAPartOfWhichNoTableIsThereAndAllOfOneOfWhichSomeAre() throws IOException {
        DriftReport report = check(
                MadeUpLibrary.in(classpath, "1.5.0"),
                "create table posts (id bigint);" + " create table lib_lock (id bigint)");

        assertThat(report.findings()).extracting(Finding::id).containsExactly("missing-sequence:lib_lock_seq");
    }

    @Test
    void looksForTheTablesUnderThePrefixThatTheApplicationSets() throws IOException {
        DriftReport report = check(
                MadeUpLibrary.in(classpath, "1.5.0").loader(),
                property -> Optional.ofNullable(Map.of("lib.prefix", "jobs.MY_").get(property)),
                "create table posts (id bigint); create schema jobs; create sequence jobs.my_job_seq;"
                        + "create table jobs.my_job (id bigint primary key);"
                        + "create table jobs.my_step (id bigint references jobs.my_job)",
                Policy.DEFAULT);

        assertThat(report.findings())
                .as(report.toText())
                .extracting(Finding::id)
                .containsExactly("missing-column:my_job.name");
        assertThat(report.coverage().libraries())
                .containsExactly(new LibraryCoverage("Lib 1.5.0", 2, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lib.prefix=a\"b", "lib.legacy=true"})
    void doesNotCompareWhatASettingMakesUncertain(String setting) throws IOException {
        String[] parts = setting.split("=", 2);

        DriftReport report = check(
                MadeUpLibrary.in(classpath, "1.5.0").loader(),
                property -> property.equals(parts[0]) ? Optional.of(parts[1]) : Optional.empty(),
                TABLES + "; drop table lib_step",
                Policy.DEFAULT);

        assertThat(report.findings()).isEmpty();
        assertThat(report.coverage().libraries())
                .singleElement()
                .satisfies(library -> assertThat(library.whyNot()).isPresent());
    }

    @Test
    void saysWhyItDoesNotCompareALibraryOfAnotherVersionOrForAnotherDatabase() throws IOException {
        assertThat(check(MadeUpLibrary.in(classpath, "3.0.1"), TABLES).toText())
                .contains("Lib 3.0.1 not compared (no contract is known for this version)");
        assertThat(check(MadeUpLibrary.in(classpath, "2.0-RC1"), TABLES).toText())
                .contains("Lib 2.0-RC1 not compared (no contract is known for such a database)");
        assertThat(check(
                                MadeUpLibrary.in(classpath, "1.0").without("META-INF/maven/org.lib/lib/pom.properties"),
                                TABLES)
                        .toText())
                .contains("Lib not compared (its jar does not tell its version)");
    }

    @Test
    void takesTheVersionFromTheManifestWhereNothingElseTellsIt() throws IOException {
        MadeUpLibrary library = MadeUpLibrary.in(classpath, "").put(LibraryContracts.DECLARED, """
                {"version": 1, "libraries": [{"name": "driver", "marker": "org.postgresql.Driver", "contracts": []}]}
                """);

        DriftReport report =
                check(library.loader(getClass().getClassLoader()), LibrarySettings.NONE, TABLES, Policy.DEFAULT);

        assertThat(report.coverage().libraries())
                .extracting(LibraryCoverage::library)
                .containsExactly(
                        "driver " + org.postgresql.Driver.class.getPackage().getImplementationVersion());
    }

    @Test
    void saysNothingOfALibraryThatIsNotThere() throws IOException {
        DriftReport report = check(MadeUpLibrary.in(classpath, "1.5.0").without("org/lib/Marker.class"), TABLES);

        assertThat(report.coverage().libraries()).isEmpty();
    }

    @Test
    void doubtsNothingElseWhereASnapshotOfALibraryCannotBeRead() throws IOException {
        DriftReport report = check(MadeUpLibrary.in(classpath, "1.5.0").put("lib-1.json", "{\"version\": 1"), TABLES);

        assertThat(report.verdict()).as(report.toText()).isEqualTo(Verdict.CONFORMS);
        assertThat(report.toText()).contains("Lib 1.5.0 not compared (classpath:lib-1.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"version\": 2}",
                "{\"version\": 1, \"libraries\": [{\"name\": \"lib\"}]}",
                "{{",
                "\0"
            })
    void aDeclarationThatCannotBeReadDeclaresNothing(String text) throws IOException {
        ClassLoader loader = MadeUpLibrary.in(classpath, "1.5.0")
                .put(LibraryContracts.DECLARED, text)
                .loader();

        assertThat(LibraryContracts.on(loader, LibrarySettings.NONE).all()).isEmpty();
    }

    @Test
    void looksAtNoTableOfALibraryThatWasExcluded() throws IOException {
        DriftReport report = SchemaGuard.expecting(POSTS)
                .libraries(
                        LibraryContracts.on(MadeUpLibrary.in(classpath, "1.5.0").loader(), LibrarySettings.NONE))
                .scope(InspectionScope.EVERYTHING.excluding(List.of("lib_*")))
                .build()
                .check(database(TABLES + "; drop table lib_step"));

        assertThat(report.findings()).isEmpty();
    }

    private static DriftReport check(MadeUpLibrary library, String script) throws IOException {
        return check(library.loader(), LibrarySettings.NONE, script, Policy.DEFAULT);
    }

    private static DriftReport check(ClassLoader loader, LibrarySettings settings, String script, Policy policy) {
        return SchemaGuard.expecting(POSTS)
                .libraries(LibraryContracts.on(loader, settings))
                .policy(policy)
                .build()
                .check(database(script));
    }

    private static DataSource database(String script) {
        DataSource database = TestPostgres.freshDatabase();
        TestPostgres.execute(database, script);
        return database;
    }
}
