package dev.schemaguard.source.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tools run beside scripts: callbacks, and migrations that are programs. */
class BesideMigrationsTest {

    private static final String CALLBACK = "a callback runs with each deployment, so that what it left behind";

    @TempDir
    private Path folder;

    @Test
    void leavesOpenWhatACallbackMayHaveTouchedAndNoMore() throws IOException {
        write("V1__a.sql", "CREATE TABLE t (a int); CREATE TABLE u (b int); CREATE VIEW v AS SELECT a FROM t;");
        write(
                "afterMigrateApplied__views.sql",
                "SET search_path TO public;\nDROP VIEW IF EXISTS v;\nALTER TABLE t ADD COLUMN IF NOT EXISTS late int;");

        Schema schema = load();

        assertThat(schema.table("u").orElseThrow().complete()).isNotEmpty();
        assertThat(schema.gaps())
                .allSatisfy(gap -> assertThat(gap.reason()).startsWith(CALLBACK))
                .extracting(gap -> gap.origin() + " " + names(gap))
                .containsExactly("afterMigrateApplied__views.sql:2 [v]", "afterMigrateApplied__views.sql:3 [t]");
        assertThat(schema.gaps()).noneMatch(gap -> gap.reach() instanceof Gap.Reach.Everything);
    }

    @Test
    void namesEachCallbackOfAMigrate() throws IOException {
        write("V1__a.sql", "CREATE TABLE t (a int);");
        List<String> events = List.of(
                "beforeMigrate.sql",
                "afterMigrate.sql",
                "afterMigrateApplied__a.sql",
                "afterMigrateError.sql",
                "beforeEachMigrate.sql",
                "afterEachMigrate__b.sql",
                "afterVersioned.sql",
                "beforeRepeatables.sql",
                "beforeValidate.sql",
                "afterConnect__c.sql",
                "createSchema.sql");
        for (String event : events) {
            Files.writeString(folder.resolve(event), "ALTER TABLE IF EXISTS t ALTER COLUMN a TYPE bigint;");
        }
        for (String other : List.of("beforeClean.sql", "afterMigrated.sql", "afterInfo.sql", "beforeUndo__x.sql")) {
            Files.writeString(folder.resolve(other), "DROP TABLE t;");
        }

        assertThat(load().gaps())
                .extracting(gap -> gap.origin().location())
                .containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void saysNothingOfCallbacksThatChangeNoSchema() throws IOException {
        write("V1__a.sql", "CREATE TABLE t (a int); CREATE MATERIALIZED VIEW m AS SELECT a FROM t;");
        write("beforeMigrate.sql", "CREATE EXTENSION IF NOT EXISTS pgcrypto;\nSET lock_timeout = '4s';");
        write("afterMigrate__rights.sql", """
                -- rights and rows
                GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader;
                BEGIN;
                INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING;
                UPDATE t SET a = 2;
                COMMIT;
                REFRESH MATERIALIZED VIEW m;
                ANALYZE t;
                VACUUM;
                """);

        assertThat(load().gaps()).isEmpty();
    }

    @Test
    void followsARenameBetweenDeploymentsWithACallback() throws IOException {
        write("V1__a.sql", "CREATE TABLE t (a int);");
        write("V2__b.sql", "ALTER TABLE t RENAME TO u;");
        write("afterMigrate.sql", "ALTER TABLE IF EXISTS t ADD COLUMN IF NOT EXISTS late int;");

        assertThat(load().gaps())
                .singleElement()
                .satisfies(gap -> assertThat(names(gap)).contains("u"));
    }

    @Test
    void doesNotTakeAFunctionForTheOneThatACallbackPutsInItsPlace() throws IOException {
        write("V1__a.sql", "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'CREATE TABLE made (a int)';");
        write("V2__b.sql", "SELECT f();");
        write(
                "afterMigrate.sql",
                "CREATE OR REPLACE FUNCTION f() RETURNS void LANGUAGE sql AS 'CREATE TABLE made (b int)';");

        assertThat(load().gaps()).extracting(Gap::reason).containsExactly("calls 'f', whose program is not known");
    }

    @Test
    void namesGosMigrationsBetweenTheFilesOfGoose() throws IOException {
        write("00001_a.sql", "-- +goose Up\nCREATE TABLE t (a int);\n-- +goose Down\nDROP TABLE t;");
        write("00002_fill.go", "package migrations");
        write("00002_fill_test.go", "package migrations");
        write("00003_b.sql", """
                -- +goose NO TRANSACTION
                -- +goose Up
                -- +goose StatementBegin
                CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
                -- +goose StatementEnd
                CREATE TABLE u (b int);
                -- +goose Down
                DROP TABLE u;
                """);
        write("main.go", "package main");

        Schema schema = load();

        assertThat(schema.gaps())
                .extracting(gap -> gap.origin() + " " + gap.reason() + " " + names(gap))
                .containsExactly(
                        "00002_fill.go the migration is a program in Go, and what it changes is known only when"
                                + " it runs [t]");
        assertThat(schema.table("u").orElseThrow().column("b")).isPresent();
    }

    @Test
    void knowsLayoutsByTheNamesOfTheirTools() {
        assertThat(Stream.of("flyway", "golang-migrate", "sqlx", "goose", "dbmate", "flyaway")
                        .map(MigrationLayout::named)
                        .map(layout -> layout.map(Enum::name).orElse("none")))
                .containsExactly("FLYWAY", "UP_DOWN", "UP_DOWN", "SORTED", "SORTED", "none");
    }

    @Test
    void namesProgramsOfOtherToolsInTheirPlaces() throws IOException {
        write("1690000000001_a.sql", "CREATE TABLE t (a int);");
        write("1690000000002_b.js", "exports.up = pgm => {};");
        write("1690000000003_c.ts", "export {};");
        write("1690000000003_c.d.ts", "export {};");
        write("1690000000004_d.py", "");
        write("1690000000005_e.test.js", "");

        assertThat(load().gaps())
                .extracting(gap -> gap.origin() + " " + gap.reason().substring(0, 36))
                .containsExactly(
                        "1690000000002_b.js the migration is a program in JavaSc",
                        "1690000000003_c.ts the migration is a program in TypeSc",
                        "1690000000004_d.py the migration is a program in Python");
    }

    @Test
    void saysThatAFolderHoldsProgramsOnly() throws IOException {
        write("1690000000002_b.js", "exports.up = pgm => {};");

        assertThatExceptionOfType(SchemaSourceException.class)
                .isThrownBy(this::load)
                .withMessageStartingWith("migrations: holds no scripts, only migrations that are programs, such as"
                        + " '1690000000002_b.js'; ")
                .withMessageContaining("schema-guard snapshot --url");
    }

    @Test
    void givesCallbacksInTheOrderOfAnEmptyDatabase() throws IOException {
        for (String name : Stream.of(
                        "V1__a",
                        "R__r",
                        "beforeMigrate",
                        "beforeEachMigrate",
                        "afterEachMigrate__x",
                        "afterVersioned",
                        "afterMigrateApplied",
                        "afterMigrate",
                        "afterMigrateError")
                .map(name -> name + ".sql")
                .toList()) {
            write(name, "SELECT 1;");
        }

        assertThat(MigrationScripts.folder("migrations", folder).ordered(Databases.assumed()))
                .extracting(MigrationScript::location)
                .containsExactly(
                        "beforeMigrate.sql",
                        "beforeEachMigrate.sql",
                        "V1__a.sql",
                        "afterEachMigrate__x.sql",
                        "afterVersioned.sql",
                        "beforeEachMigrate.sql",
                        "R__r.sql",
                        "afterEachMigrate__x.sql",
                        "afterMigrateApplied.sql",
                        "afterMigrate.sql");
    }

    private Schema load() {
        return MigrationsSource.folder("migrations", folder).load(Databases.assumed());
    }

    private static List<String> names(Gap gap) {
        return gap.reach().names().stream().map(ObjectName::name).distinct().toList();
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(folder.resolve(path), text);
    }
}
