package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectationOptionsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeMigrations() throws IOException {
        Files.writeString(folder.resolve("V2__b.sql"), "ALTER TABLE ${schema}.posts ADD title text;");
        Files.writeString(folder.resolve("V10__c.sql"), "ALTER TABLE ${schema}.posts ADD at date;");
        Files.writeString(folder.resolve("V1__a.sql"), "CREATE TABLE ${schema}.posts (id int);");
    }

    @Test
    void listsTheLayoutsWhereThereIsNoneOfThatName() {
        assertThat(run("--layout", "flyaway")).isEqualTo(3);
        assertThat(err())
                .contains(
                        "--layout: there is no such layout; name one of flyway, prisma, diesel, up-down, sqitch, sorted");
    }

    @Test
    void listsTheKindsOfDatabaseWhereThereIsNoneOfThatName() {
        assertThat(run("--database", "postgres")).isEqualTo(3);
        assertThat(err())
                .contains("--database: nothing is known of such a kind without a connection; name one of"
                        + " mariadb, mysql, postgresql, sqlite");
        assertThat(run("--database", "PostgreSQL", "--placeholder", "schema=blog"))
                .as(err())
                .isZero();
    }

    @Test
    void refusesAPlaceholderThatIsNoPair() {
        assertThat(run("--placeholder", "schema")).isEqualTo(3);
        assertThat(err()).contains("--placeholder").contains("schema");
    }

    @Test
    void givesPlaceholdersTheirValues() {
        assertThat(run("--placeholder", "schema=blog", "--layout", "flyway"))
                .as(err())
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("blog").contains("\"title\"");
    }

    @Test
    void namesFileAndLineOfAPlaceholderWithoutAValue() {
        assertThat(run()).isEqualTo(2);
        assertThat(err())
                .contains("not read: V2__b.sql:1: ")
                .contains("the placeholder '${schema}' has no value; give it one, as with --placeholder");
    }

    @Test
    void takesASnapshotOfOneExpectationOnly() {
        assertThat(run("--expect", "more.sql")).isEqualTo(3);
        assertThat(err()).contains("a snapshot is of one --expect only");
    }

    @Test
    void namesTheViewWhoseColumnsASnapshotDoesNotHold() throws IOException {
        Path script = Files.writeString(
                folder.resolve("views.sql"),
                "create table t(id int);\ncreate view v as select * from json_each('{}');");

        int code = Main.run(new String[] {"snapshot", "--expect", script.toString()}, stream(out), stream(err));

        assertThat(code).isZero();
        assertThat(err()).containsPattern("not known: the columns of v, .*views.sql:2");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"notKnown\": [\"columns\"]");
    }

    @Test
    void saysWhatToDoWhereLiquibaseIsNotThere() throws IOException {
        Path changelog = Files.writeString(folder.resolve("changelog.yaml"), "databaseChangeLog: []");

        int code = Main.run(new String[] {"snapshot", "--expect", changelog.toString()}, stream(out), stream(err));

        assertThat(code).isEqualTo(2);
        assertThat(err())
                .contains(
                        "Liquibase, which is not on the class path; add org.liquibase:liquibase-core (on the command line, name");
    }

    private int run(String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "snapshot";
        args[1] = "--expect";
        args[2] = folder.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return Main.run(args, stream(out), stream(err));
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
