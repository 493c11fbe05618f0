package dev.schemaguard.source.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiquibaseSourceTest {

    private static final Database POSTGRESQL = Databases.assumed();

    private static final String MASTER = "db/changelog/db.changelog-master.yaml";

    @TempDir
    private Path folder;

    @Test
    void namesTheChangeSetAsOrigin() {
        Schema schema = classpath(MASTER).load(POSTGRESQL);

        assertThat(schema.table("users").orElseThrow().origin())
                .isEqualTo(Origin.of("db/changelog/01-users.xml::1::alice"));
        assertThat(schema.table("users")
                        .orElseThrow()
                        .column("city")
                        .orElseThrow()
                        .origin())
                .isEqualTo(Origin.of("db/changelog/01-users.xml::3::alice"));
        assertThat(schema.table("reports").orElseThrow().origin())
                .isEqualTo(Origin.of("db/changelog/03-reports.sql::1::dora"));
        assertThat(schema.table("databasechangelog")).isEmpty();
    }

    @Test
    void runsOnlyWhatIsForTheContextsAndLabels() throws IOException {
        Path file = write("changelog.yaml", """
                databaseChangeLog:
                  - changeSet: {id: 1, author: a, changes: [{createTable: {tableName: always, columns: [{column: {name: id, type: int}}]}}]}
                  - changeSet: {id: 2, author: a, context: test, changes: [{createTable: {tableName: tested, columns: [{column: {name: id, type: int}}]}}]}
                  - changeSet: {id: 3, author: a, labels: later, changes: [{createTable: {tableName: late, columns: [{column: {name: id, type: int}}]}}]}
                """);
        LiquibaseSource source = LiquibaseSource.file("changelog.yaml", file);

        assertThat(tables(source)).containsExactly("always", "late", "tested");
        assertThat(tables(source.withContexts("prod").withLabels("!later"))).containsExactly("always");
        assertThat(tables(source.withContexts("test, prod").withLabels("!later")))
                .containsExactly("always", "tested");
    }

    @Test
    void leavesOutTheSqlOfOtherDatabases() throws IOException {
        Path file = write("changelog.yaml", """
                databaseChangeLog:
                  - changeSet:
                      id: 1
                      author: a
                      changes:
                        - sql: {dbms: postgresql, sql: create table ours (id int)}
                        - sql: {dbms: "mysql,mariadb", sql: create table theirs (id int)}
                        - sql: {dbms: "!postgresql", sql: create table others (id int)}
                        - sql: {sql: create table everyones (id int)}
                """);

        assertThat(tables(LiquibaseSource.file("changelog.yaml", file))).containsExactly("everyones", "ours");
    }

    @Test
    void replacesParameters() throws IOException {
        Path file = write("changelog.yaml", """
                databaseChangeLog:
                  - changeSet: {id: 1, author: a, changes: [{createTable: {tableName: "${prefix}_posts", columns: [{column: {name: id, type: int}}]}}]}
                """);

        assertThat(tables(LiquibaseSource.file("changelog.yaml", file).withParameters(Map.of("prefix", "blog"))))
                .containsExactly("blog_posts");
    }

    @Test
    void notesWhatLiquibaseCannotSayWithoutADatabase() throws IOException {
        Path file = write("changelog.yaml", """
                databaseChangeLog:
                  - changeSet: {id: 1, author: a, changes: [{createTable: {tableName: t, columns: [{column: {name: id, type: int}}]}}]}
                  - changeSet: {id: 2, author: a, changes: [{dropAllForeignKeyConstraints: {baseTableName: t}}]}
                  - changeSet: {id: 3, author: a, changes: [{customChange: {class: com.acme.Fill}}]}
                  - changeSet: {id: 4, author: a, changes: [{executeCommand: {executable: psql}}]}
                """);

        assertThat(LiquibaseSource.file("changelog.yaml", file).load(POSTGRESQL).gaps())
                .extracting(gap -> gap.origin() + " " + gap.reason())
                .containsExactly(
                        "changelog.yaml::2::a the change 'dropAllForeignKeyConstraints' cannot be rendered without a database",
                        "changelog.yaml::3::a the change 'customChange' is a program (class com.acme.Fill), and what it"
                                + " changes is known only when it runs",
                        "changelog.yaml::4::a the change 'executeCommand' is a program (command psql), and what it"
                                + " changes is known only when it runs");
    }

    @Test
    void knowsWhichChangeSetsHaveRunOverAnEmptyDatabase() throws IOException {
        Path file = write("changelog.xml", """
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                  <changeSet id="1" author="a"><createTable tableName="t"><column name="id" type="int"/></createTable></changeSet>
                  <changeSet id="2" author="a">
                    <preConditions onFail="MARK_RAN"><not><changeSetExecuted id="old" author="b" changeLogFile="gone.xml"/></not></preConditions>
                    <addColumn tableName="t"><column name="fresh" type="int"/></addColumn>
                  </changeSet>
                  <changeSet id="3" author="a">
                    <preConditions onFail="MARK_RAN"><changeSetExecuted id="1" author="a" changeLogFile="changelog.xml"/></preConditions>
                    <addColumn tableName="t"><column name="behind" type="int"/></addColumn>
                  </changeSet>
                  <changeSet id="4" author="a">
                    <preConditions onFail="CONTINUE"><not><changeSetExecuted id="3" author="a" changeLogFile="./changelog.xml"/></not></preConditions>
                    <addColumn tableName="t"><column name="never" type="int"/></addColumn>
                  </changeSet>
                  <changeSet id="5" author="a">
                    <preConditions onFail="CONTINUE"><changeSetExecuted id="4" author="a" changeLogFile="changelog.xml"/></preConditions>
                    <addColumn tableName="t"><column name="neither" type="int"/></addColumn>
                  </changeSet>
                </databaseChangeLog>
                """);
        Schema schema = LiquibaseSource.file("changelog.xml", file).load(POSTGRESQL);

        assertThat(schema.gaps()).isEmpty();
        assertThat(schema.table("t").orElseThrow().columns())
                .extracting(Column::name)
                .containsExactly("id", "fresh", "behind");
    }

    @Test
    void leavesOpenWhatHangsOnAPreconditionThatOnlyADatabaseCanTell() throws IOException {
        Path file = write("changelog.yaml", """
                databaseChangeLog:
                  - changeSet: {id: 1, author: a, changes: [{createTable: {tableName: t, columns: [{column: {name: id, type: int}}]}}]}
                  - changeSet:
                      id: 2
                      author: a
                      preConditions: [{onFail: MARK_RAN}, {sqlCheck: {expectedResult: 0, sql: select count(*) from t}}]
                      changes: [{addColumn: {tableName: t, columns: [{column: {name: perhaps, type: int}}]}}]
                """);
        Schema schema = LiquibaseSource.file("changelog.yaml", file).load(POSTGRESQL);

        assertThat(schema.table("t").orElseThrow().column("perhaps")).isEmpty();
        assertThat(schema.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.origin()).isEqualTo(Origin.of("changelog.yaml::2::a")))
                .extracting(Gap::reason)
                .asString()
                .contains("precondition");
    }

    @Test
    void saysNothingAndLeavesNothingBehind() throws IOException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream recorded = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(recorded);
            System.setErr(recorded);
            classpath(MASTER).load(POSTGRESQL);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
        try (Stream<Path> files = Files.list(Path.of(""))) {
            assertThat(files.map(Path::toString).filter(name -> name.endsWith(".csv")))
                    .isEmpty();
        }
    }

    @Test
    void saysThatAnIncludedFileIsNotThere() throws IOException {
        Path file = write("changelog.yaml", "databaseChangeLog:\n  - include: {file: nowhere.xml}\n");

        assertThatThrownBy(
                        () -> LiquibaseSource.file("app/changelog.yaml", file).load(POSTGRESQL))
                .hasMessageStartingWith("app/changelog.yaml: Liquibase cannot read the changelog (")
                .hasMessageContaining("nowhere.xml");
    }

    @Test
    void saysThatThereIsNoSuchChangelog() {
        assertThatThrownBy(() -> classpath("no/such.xml").load(POSTGRESQL))
                .hasMessageStartingWith("classpath:no/such.xml: no such file");
        assertThatThrownBy(() ->
                        LiquibaseSource.file("x.xml", folder.resolve("x.xml")).load(POSTGRESQL))
                .hasMessageStartingWith("x.xml: no such file");
    }

    private static LiquibaseSource classpath(String resource) {
        return LiquibaseSource.classpath(resource, LiquibaseSourceTest.class.getClassLoader());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Stream<String> tables(LiquibaseSource source) {
        return source.load(POSTGRESQL).tables().stream()
                .map(table -> table.name().name())
                .sorted();
    }
}
