package dev.schemaguard.source.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsSourceTest {

    @TempDir
    private Path folder;

    @Test
    void runsFlywayVersionsByNumberAndRepeatableOnesLast() throws IOException {
        write("V2__b.sql", "ALTER TABLE t ADD b int;");
        write("more/V10__d.sql", "ALTER TABLE t ADD d int;");
        write("V2_1__c.sql", "ALTER TABLE t ADD c int;");
        write("V1__a.sql", "CREATE TABLE t (a int);");
        write("R__views.sql", "CREATE OR REPLACE VIEW v (x) AS SELECT a FROM t;");
        write("U2__b.sql", "ALTER TABLE t DROP b;");
        write("v3__ignored.sql", "DROP TABLE t;");
        write("V1__a.sql.conf", "executeInTransaction=false");
        Schema schema = load();

        assertThat(columns(schema)).containsExactly("a", "b", "c", "d");
        assertThat(schema.table("v")).isPresent();
        assertThat(schema.table("t").orElseThrow().column("d").orElseThrow().origin())
                .isEqualTo(Origin.of("more/V10__d.sql", 1));
        assertThat(schema.gaps()).isEmpty();
    }

    @Test
    void beginsWithTheNewestBaselineOfFlyway() throws IOException {
        write("V1__a.sql", "CREATE TABLE old (a int);");
        write("B2__base.sql", "CREATE TABLE t (a int);");
        write("V2__b.sql", "CREATE TABLE old2 (a int);");
        write("V3__c.sql", "ALTER TABLE t ADD c int;");

        assertThat(load().tables())
                .singleElement()
                .satisfies(table -> assertThat(table.columns()).hasSize(2));
    }

    @Test
    void takesFlywaysNamesAsConfigured() throws IOException {
        write("mig-1-a.ddl", "CREATE TABLE t (a @{type});");
        write("mig-2-b.ddl", "ALTER TABLE t ADD b int;");
        Schema schema = MigrationsSource.builder()
                .folder("db", folder)
                .settings(MigrationSettings.DEFAULT
                        .withLayout(MigrationLayout.FLYWAY)
                        .withFlyway(new FlywayNaming("mig-", "rep", "base", "-", List.of(".ddl")))
                        .withPlaceholders(Map.of("Type", "text"))
                        .withPlaceholderMarks("@{", "}"))
                .build()
                .load(Databases.assumed());

        assertThat(columns(schema)).containsExactly("a", "b");
    }

    @Test
    void leavesOpenWhatARollbackMayReachWhereTheToolBeginsTheTransaction() throws IOException {
        write("V1__a.sql", "CREATE TABLE before (a int);");
        write(
                "V2__b.sql",
                "CREATE TABLE t (a int); BEGIN; CREATE TABLE gone (a int); ROLLBACK; CREATE TABLE u (a int);");

        Schema schema = load();

        assertThat(schema.tables()).extracting(table -> table.name().name()).containsExactly("before", "u");
        assertThat(schema.gaps())
                .extracting(Gap::reach)
                .containsExactly(new Gap.Reach.Tables(Set.of(ObjectName.of("t"))));
    }

    @Test
    void notesMigrationsThatArePrograms() throws IOException {
        write("V1__a.sql", "CREATE TABLE t (a int);");
        write("V2__Seed.java", "class V2__Seed {}");

        assertThat(load().gaps())
                .containsExactly(Gap.everywhere(
                        Origin.of("V2__Seed.java"),
                        "the migration is a program in Java, and what it changes is known only when it runs",
                        Set.of(ObjectName.of("t"))));
    }

    @Test
    void runsPrismasFoldersInOrder() throws IOException {
        write("20240102000000_b/migration.sql", "ALTER TABLE \"t\" ADD COLUMN \"b\" TEXT;");
        write("20240101000000_a/migration.sql", "CREATE TABLE \"t\" (\"a\" INTEGER);");
        write("migration_lock.toml", "provider = \"postgresql\"");

        assertThat(columns(load())).containsExactly("a", "b");
    }

    @Test
    void runsDieselsFoldersByTheirVersionsWithoutHyphens() throws IOException {
        write("20170308000000_a/up.sql", "CREATE TABLE t (a int);");
        write("20170308000000_a/down.sql", "DROP TABLE t;");
        write("2017-09-23-120000_b/up.sql", "ALTER TABLE t ADD b int;");

        assertThat(columns(load())).containsExactly("a", "b");
    }

    @Test
    void runsOnlyTheUpScriptsOfPairs() throws IOException {
        write("10_b.up.sql", "ALTER TABLE t ADD b int;");
        write("9_a.up.sql", "CREATE TABLE t (a int);");
        write("9_a.down.sql", "DROP TABLE t;");
        write("10_b.down.sql", "ALTER TABLE t DROP b;");

        assertThat(columns(load())).containsExactly("a", "b");
    }

    @Test
    void prefersTheScriptForItsOwnDatabase() throws IOException {
        write("1_a.up.sql", "CREATE TABLE t (wrong int);");
        write("1_a.postgres.up.sql", "CREATE TABLE t (a int);");
        write("1_a.mysql.up.sql", "CREATE TABLE t (wrong2 int);");
        write("mysql/2_b.up.sql", "ALTER TABLE t ADD wrong3 int;");

        assertThat(columns(load())).containsExactly("a");
    }

    @Test
    void runsPlainScriptsInTheOrderInWhichPeopleNumberThem() throws IOException {
        write("10-c.sql", "ALTER TABLE t ADD c int;");
        write("2-b.sql", "ALTER TABLE t ADD b int;");
        write("1-a.sql", "CREATE TABLE t (a int);");
        write("1-a-down.sql", "DROP TABLE t;");

        assertThat(columns(load())).containsExactly("a", "b", "c");
    }

    @Test
    void leavesOutTheSectionsThatTakeAScriptBack() throws IOException {
        List<String[]> tools = List.of(
                new String[] {"-- +goose Up", "-- +goose Down"},
                new String[] {"-- +migrate Up notransaction", "-- +migrate Down"},
                new String[] {"-- migrate:up", "-- migrate:down"},
                new String[] {"-- Up Migration", "-- Down Migration"},
                new String[] {"# --- !Ups", "# --- !Downs"},
                new String[] {"-- // first", "-- //@UNDO"},
                new String[] {"-- tern", "---- create above / drop below ----"});
        for (String[] marks : tools) {
            write("1.sql", marks[0] + "\nCREATE TABLE t (a int);\n\n" + marks[1] + "\nDROP TABLE t;\n");

            Schema schema = load();
            assertThat(columns(schema)).as(marks[1]).containsExactly("a");
            assertThat(schema.gaps()).as(marks[1]).isEmpty();
        }
    }

    @Test
    void readsAFolderOfTheClassPathWithinAJar() throws IOException {
        Path jar = folder.resolve("app.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry("db/migration/"));
            entry(out, "db/migration/V1__a.sql", "CREATE TABLE t (a int);");
            entry(out, "db/migration/V2__b.sql", "ALTER TABLE t ADD b int;");
            entry(out, "db/other/V3__c.sql", "ALTER TABLE t ADD c int;");
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Schema schema = MigrationsSource.classpath("db/migration", loader).load(Databases.assumed());

            assertThat(columns(schema)).containsExactly("a", "b");
            assertThat(schema.tables().iterator().next().origin()).isEqualTo(Origin.of("V1__a.sql", 1));
        }
    }

    @Test
    void refusesAFolderWithoutMigrationsAndSaysWhatItLookedFor() throws IOException {
        write("readme.md", "nothing");

        assertThatExceptionOfType(SchemaSourceException.class)
                .isThrownBy(this::load)
                .withMessageStartingWith(
                        "db/migration: holds no migrations among its 1 files; name a folder with scripts such as ")
                .withMessageContaining("'V1__name.sql', '20240131120000_name/migration.sql'");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        for (MigrationsSource source : List.of(
                MigrationsSource.folder("db", folder.resolve("nowhere")),
                MigrationsSource.classpath("no/where", getClass().getClassLoader()))) {
            assertThatExceptionOfType(SchemaSourceException.class)
                    .isThrownBy(() -> source.load(Databases.assumed()))
                    .withMessageContaining("no such folder");
        }
    }

    @Test
    void refusesMigrationsThatSayNothingOfASchema() throws IOException {
        write("V1__a.sql", "INSERT INTO t VALUES (1);");

        assertThatExceptionOfType(SchemaSourceException.class)
                .isThrownBy(this::load)
                .withMessageStartingWith("db/migration: the migrations say nothing about a schema");
    }

    private Schema load() {
        return MigrationsSource.folder("db/migration", folder).load(Databases.assumed());
    }

    private static List<String> columns(Schema schema) {
        return schema.table("t").orElseThrow().columns().stream()
                .map(Column::name)
                .toList();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void entry(JarOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
