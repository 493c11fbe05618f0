package dev.schemaguard.source.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.database.Databases;
import dev.schemaguard.model.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlywayConfigurationTest {

    private static final String TOML = """
            # how this project names its migrations
            [flyway]
            sqlMigrationPrefix = "mig" # V elsewhere
            sqlMigrationSeparator = '-'
            sqlMigrationSuffixes = [".ddl", ".sql"]
            locations = [
              "filesystem:sql", # the ordinary ones
              'classpath:db/more',
            ]
            outOfOrder = true

            [flyway.placeholders]
            type = "text \\"x\\""
            table = 'posts'

            [environments.prod]
            url = "jdbc:postgresql://db/app"
            """;

    @TempDir
    private Path project;

    @Test
    void takesWhatAFileInTheFolderSays() throws IOException {
        write("flyway.conf", """
                flyway.sqlMigrationPrefix=mig-
                flyway.sqlMigrationSeparator=-
                flyway.placeholderPrefix=@{
                flyway.placeholders.type=text
                """);
        write("mig-1-a.sql", "CREATE TABLE posts (id int);");
        write("mig-2-b.sql", "ALTER TABLE posts ADD title @{type};");

        assertThat(load(project).table("posts").orElseThrow().columns()).hasSize(2);
    }

    @Test
    void takesWhatAFileBesideTheFolderSays() throws IOException {
        write("flyway.toml", TOML);
        write("sql/mig1-a.ddl", "CREATE TABLE ${Table} (id int);");
        write("src/main/resources/db/more/mig2-b.sql", "ALTER TABLE posts ADD title text;");
        write("other/mig9-c.ddl", "CREATE TABLE ${table} (id int);");

        assertThat(load(project.resolve("sql")).table("posts").orElseThrow().columns())
                .as("one of the places that it names: all of them count")
                .hasSize(2);
        assertThat(load(project).table("posts").orElseThrow().columns())
                .as("the folder of the file itself: the places that it names count")
                .hasSize(2);
        assertThat(load(project.resolve("other")).table("posts").orElseThrow().columns())
                .as("none of the places that it names: only this one counts")
                .hasSize(1);
    }

    @Test
    void givesWayToWhatIsSaidOutright() throws IOException {
        write("conf/flyway.conf", "flyway.placeholders.table=posts\nflyway.placeholders.column=id\n");
        write("sql/V1__a.sql", "CREATE TABLE ${table} (${column} int);");
        MigrationSettings settings = MigrationSettings.DEFAULT.withPlaceholders(Map.of("TABLE", "users"));

        Schema schema = MigrationsSource.builder()
                .folder("sql", project.resolve("sql"))
                .settings(settings)
                .build()
                .load(Databases.assumed());

        assertThat(schema.table("users").orElseThrow().column("id")).isPresent();
    }

    @Test
    void readsListsStringsAndTables() throws IOException {
        assertThat(FlywayToml.read(new java.io.StringReader(TOML)))
                .containsEntry("flyway.sqlMigrationPrefix", "mig")
                .containsEntry("flyway.sqlMigrationSuffixes", ".ddl,.sql")
                .containsEntry("flyway.locations", "filesystem:sql,classpath:db/more")
                .containsEntry("flyway.outOfOrder", "true")
                .containsEntry("flyway.placeholders.type", "text \"x\"")
                .containsEntry("environments.prod.url", "jdbc:postgresql://db/app");
    }

    @Test
    void saysThatAListDoesNotEnd() throws IOException {
        write("flyway.toml", "[flyway]\nlocations = [\n\"filesystem:sql\"\n");
        write("V1__a.sql", "CREATE TABLE t (id int);");

        assertThatThrownBy(() -> load(project))
                .hasMessageContaining("Flyway's configuration cannot be read (the list of 'locations' does not end)");
    }

    @Test
    void notesAPlaceholderWithoutAValueWithFileAndLine() throws IOException {
        write("V1__a.sql", "CREATE TABLE posts (id int);\n\nALTER TABLE ${schema}.posts ADD title text;");

        assertThat(load(project).gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.origin()).hasToString("V1__a.sql:3");
            assertThat(gap.reason())
                    .contains("the placeholder '${schema}' has no value; give it one, as with --placeholder");
        });
    }

    @Test
    void namesTheLayouts() {
        assertThat(MigrationLayout.names())
                .isEqualTo(List.of("flyway", "prisma", "diesel", "up-down", "sqitch", "sorted"))
                .allMatch(name -> MigrationLayout.named(name).isPresent());
    }

    private void write(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Schema load(Path folder) {
        return MigrationsSource.folder(folder.toString(), folder).load(Databases.assumed());
    }
}
