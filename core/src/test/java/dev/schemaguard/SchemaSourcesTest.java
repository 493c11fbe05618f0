package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaSourcesTest {

    private static final Database POSTGRESQL = Databases.assumed();

    private static final String SNAPSHOT =
            "{\"version\": 1, \"dialect\": \"postgresql\", \"tables\": [{\"name\": \"posts\"}]}";

    @TempDir
    private Path folder;

    @Test
    void recognisesASnapshotByItsEnding() throws IOException {
        Path file = Files.writeString(folder.resolve("Schema.JSON"), SNAPSHOT);

        SchemaSource source = SchemaSources.of(file.toString());

        assertThat(source.name()).isEqualTo(file.toString());
        assertThat(source.load(POSTGRESQL).table("posts")).isPresent();
    }

    @Test
    void recognisesADdlScriptByItsEnding() throws IOException {
        Path file = Files.writeString(folder.resolve("schema.sql"), "create table posts (id bigint);");

        SchemaSource source = SchemaSources.of(file.toString());

        assertThat(source.name()).isEqualTo(file.toString());
        assertThat(source.load(POSTGRESQL).table("posts")).isPresent();
    }

    @Test
    void recognisesAFolderOfMigrations() throws IOException {
        Files.writeString(folder.resolve("V1__posts.sql"), "create table posts (id bigint);");

        SchemaSource source = SchemaSources.of(folder.toString());

        assertThat(source.name()).isEqualTo(folder.toString());
        assertThat(source.load(POSTGRESQL).table("posts")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:", "filesystem:"})
    void takesAPathWithThePrefixOfOtherTools(String prefix) throws IOException {
        Path file = Files.writeString(folder.resolve("schema.json"), SNAPSHOT);

        SchemaSource source = SchemaSources.of(prefix + file);

        assertThat(source.name()).isEqualTo(prefix + file);
        assertThat(source.load(POSTGRESQL).table("posts")).isPresent();
    }

    @Test
    void findsFilesAndFoldersInsideAJarOnTheClassPath() throws Exception {
        Path jar = folder.resolve("app.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            entry(zip, "META-INF/schema-guard/schema.json", SNAPSHOT);
            entry(zip, "db/schema.sql", "create table posts (id bigint);");
            entry(zip, "db/migration/", "");
            entry(zip, "db/migration/V1__posts.sql", "create table posts (id bigint);");
        }
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            for (String location : new String[] {
                "classpath:META-INF/schema-guard/schema.json", "classpath:/db/schema.sql", "classpath:db/migration"
            }) {
                SchemaSource source = SchemaSources.of(location);

                assertThat(source.load(POSTGRESQL).table("posts")).as(location).isPresent();
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void capturesTheDatabaseThatAJdbcUrlNames() {
        String database = TestPostgres.freshDatabaseName();
        TestPostgres.execute(
                TestPostgres.dataSource(database, TestPostgres.SUPERUSER), "create table posts (id bigint)");

        SchemaSource source = SchemaSources.of(TestPostgres.url(database));

        assertThat(source.name()).startsWith("jdbc:postgresql://localhost").endsWith("/" + database);
        assertThat(source.load(POSTGRESQL).table("posts")).isPresent();
    }

    @Test
    void capturesTheDatabaseBehindADataSource() {
        DataSource database = TestPostgres.freshDatabase("create table posts (id bigint)");

        SchemaSource source = SchemaSources.database(database);

        assertThat(source.name()).isEqualTo("live database");
        assertThat(source.load(POSTGRESQL).table("posts")).isPresent();
    }

    @Test
    void takesAContractWrittenByHand() {
        Schema contract = Schema.builder()
                .table("Posts", table -> table.column("id", "int8"))
                .build();

        assertThat(SchemaSources.of(contract).load(POSTGRESQL).table("posts")).isPresent();
    }

    @Test
    void takesASnapshotWhateverItsFileIsCalled() throws IOException {
        Path file = Files.writeString(folder.resolve("release-42"), SNAPSHOT);

        assertThat(SchemaSources.snapshot(file).load(POSTGRESQL).table("posts")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no/such/schema.json", "no/such/schema.sql", "classpath:no/such.json"})
    void saysOnlyWhenItIsLoadedThatAFileIsNotThere(String location) {
        SchemaSource source = SchemaSources.of(location);

        assertThatThrownBy(() -> source.load(POSTGRESQL))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessageStartingWith(location + ": no such file; ");
    }

    @Test
    void saysOnlyWhenItIsLoadedThatAJsonFileIsNoSnapshot() throws IOException {
        Path file = Files.writeString(folder.resolve("openapi.json"), "{\"openapi\": \"3.1.0\"}");
        SchemaSource source = SchemaSources.of(file.toString());

        assertThatThrownBy(() -> source.load(POSTGRESQL))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessageContaining("is not a snapshot of a schema");
    }

    @Test
    void refusesAPlaceThatIsNotThereAndSaysWhatWasLookedFor() {
        assertThat(failure("no/such/folder"))
                .hasMessage(
                        "no/such/folder: there is no such folder, and the name ends in neither .json nor .sql; name a"
                                + " snapshot (.json), a DDL script (.sql), a schema of Prisma (.prisma), a Liquibase changelog (.xml, .yaml, .json, .sql),"
                                + " a folder of migrations, any of them with 'classpath:' before it, or a 'jdbc:' URL");
        assertThat(failure("classpath:no/such/folder"))
                .hasMessageStartingWith("classpath:no/such/folder: there is no such folder on the class path");
        assertThat(failure("classpath:")).hasMessageStartingWith("classpath:: there is no such folder");
    }

    @Test
    void refusesAFileWithAnotherEnding() throws IOException {
        Path file = Files.writeString(folder.resolve("schema.txt"), "a: b");

        assertThat(failure(file.toString()))
                .hasMessageStartingWith(
                        file
                                + ": the file's name ends in neither .json nor .sql, nor in what Liquibase has; name a snapshot");
    }

    @Test
    void refusesAFolderWithoutScripts() throws IOException {
        Files.writeString(folder.resolve("readme.md"), "x");
        Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> SchemaSources.of(folder.toString()).load(POSTGRESQL))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessage(folder + ": holds no migrations among its 1 files; name a folder with scripts such as"
                        + " 'V1__name.sql', '20240131120000_name/migration.sql', '2024-01-31-120000_name/up.sql',"
                        + " '1_name.up.sql', 'sqitch.plan and deploy/name.sql', 'any name.sql, in the order of the"
                        + " names'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "file:"})
    void refusesAnEmptyLocation(String location) {
        assertThat(failure(location)).hasMessageContaining("the location is empty; name a snapshot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://app:secret@host/db",
                "app:secret@host/db",
                "app:a/secret@host/db.sql",
                "password=secret",
                "classpath:password=secret"
            })
    void showsNoPartOfAPasswordThatIsTakenForALocation(String location) {
        assertThat(loading(location)).hasMessageNotContaining("secret").hasMessageContaining("may hold a password");
    }

    @Test
    void namesTheFileThatIsNotInAFolderThatIs() throws IOException {
        Path workspace = Files.createDirectory(folder.resolve("job@2"));

        assertThat(loading(workspace.resolve("V1.sql").toString()))
                .hasMessageStartingWith(workspace.resolve("V1.sql") + ": no such file");
        assertThat(loading(workspace.resolve("migrations").toString()))
                .hasMessageStartingWith(workspace.resolve("migrations") + ": there is no such folder");
    }

    @Test
    void saysThatNoDriverKnowsTheUrl() {
        SchemaSource source = SchemaSources.of("jdbc:nosuch://app:secret@host/db?password=secret");

        assertThatThrownBy(() -> source.load(POSTGRESQL))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessageContaining("no JDBC driver knows this URL; check its beginning, and put the driver")
                .hasMessageNotContaining("secret");
    }

    @Test
    void saysThatTheDatabaseIsNotReachableWithoutThePassword() {
        SchemaSource source = SchemaSources.of("jdbc:postgresql://127.0.0.1:1/app?user=app&password=secret");

        assertThat(source.name()).isEqualTo("jdbc:postgresql://127.0.0.1:1/app");
        assertThatThrownBy(() -> source.load(POSTGRESQL))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessageStartingWith("jdbc:postgresql://127.0.0.1:1/app: no connection to the database (")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesALiveDatabaseOfAnotherKind() {
        SchemaSource source = SchemaSources.of("jdbc:h2:mem:");

        assertThatThrownBy(() -> source.load(POSTGRESQL))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessageContaining("is a 'h2' database, but the one to be checked is 'postgresql'; take the");
    }

    @Test
    void replaysOnlyWhatADatabaseCanRun() {
        assertThatThrownBy(() -> SchemaSources.replay("schema.json", TestPostgres.freshDatabase()))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessage(
                        "schema.json: this is neither a folder nor a .sql file; name what a database can run: a folder"
                                + " of migrations or a DDL script (.sql); a Liquibase changelog is for Liquibase to run,"
                                + " then expect that database with 'jdbc:'");
    }

    private static SchemaSourceException failure(String location) {
        return catchThrowableOfType(SchemaSourceException.class, () -> SchemaSources.of(location));
    }

    private static SchemaSourceException loading(String location) {
        return catchThrowableOfType(
                SchemaSourceException.class, () -> SchemaSources.of(location).load(POSTGRESQL));
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
