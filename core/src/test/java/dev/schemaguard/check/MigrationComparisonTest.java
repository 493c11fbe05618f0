package dev.schemaguard.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.TableUse;
import dev.schemaguard.model.Use;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.MigrationFindings;
import dev.schemaguard.source.PackagedMigrations;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.migrations.DdlSource;
import dev.schemaguard.source.migrations.MigrationsSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What packaged migrations say of a database beside a mapping that leaves things open. */
class MigrationComparisonTest {

    private static final String NOTE =
            "create table note (id bigint primary key, title varchar(200), body text not null, pages int, price"
                    + " numeric(12,2), source varchar(20) default 'web' not null, legacy varchar(10) check (legacy in ('a', 'b')));";

    private static final String HISTORY =
            "create table flyway_schema_history (installed_rank int primary key, version varchar(50), description"
                    + " varchar(200), type varchar(20), script varchar(1000), checksum int, success boolean)";

    @TempDir
    private Path folder;

    private final DataSource database = TestPostgres.freshDatabase(NOTE);

    @Test
    void saysNothingWhereTheDatabaseIsAsTheScriptMadeIt() throws SQLException {
        assertThat(found()).isEmpty();
    }

    @Test
    void namesAColumnThatBecameShorterThanTheScriptMakesIt() throws SQLException {
        TestPostgres.execute(database, "alter table note alter title type varchar(50)");

        MigrationFindings beside = compare(script()).orElseThrow();

        assertThat(beside.sources()).containsExactly("schema.sql");
        assertThat(beside.findings()).hasSize(1);
        assertThat(beside.findings().get(0).id()).isEqualTo("type-narrower:note.title");
        assertThat(beside.findings().get(0).drift().origin()).hasToString("schema.sql:1");
        assertThat(beside.findings().get(0).drift().message()).contains("varchar(200)", "varchar(50)");
    }

    @Test
    void namesWhatElseMayMakeAStatementFail() throws SQLException {
        TestPostgres.execute(
                database,
                "alter table note alter title set not null, alter price type numeric(6,2), alter source drop default",
                "alter table note add check (pages > 3), add unique (title)");

        assertThat(found())
                .containsExactlyInAnyOrder(
                        "not-null-added:note.title",
                        "type-narrower:note.price",
                        "default-missing:note.source",
                        "extra-check:note((pages > 3))",
                        "extra-unique:note(title)");
    }

    @Test
    void saysNothingOfWhatOnlyGetsSlowerOrLessProtected() throws SQLException {
        TestPostgres.execute(database, "alter table note drop constraint note_pkey, alter body drop not null");

        assertThat(found()).isEmpty();
    }

    @Test
    void saysNothingOfColumnsThatAreNotMapped() throws SQLException {
        TestPostgres.execute(
                database,
                "alter table note alter legacy type varchar(2), add unique (legacy), drop constraint note_legacy_check,"
                        + " add constraint note_legacy_check check (legacy in ('a'))");

        assertThat(found()).isEmpty();
    }

    @Test
    void whatTheMappingStatesStands() throws SQLException {
        TestPostgres.execute(
                database,
                "alter table note alter pages type smallint, alter title type varchar(100), alter title set not null");
        Schema stated = Schema.builder()
                .table(
                        "note",
                        table -> table.column("pages", "smallint")
                                .column("title", "varchar(100)", Column.Builder::notNull))
                .build();

        assertThat(found(stated, script())).isEmpty();
    }

    @Test
    void saysNothingThatTheCheckOfTheMappingSaid() throws SQLException {
        TestPostgres.execute(
                database, "alter table note alter title type varchar(50)", "alter table note drop column body");
        Schema stated = Schema.builder()
                .table("note", table -> table.column("title", "varchar(100)").column("body"))
                .build();

        assertThat(found(stated, script())).isEmpty();
    }

    @Test
    void anIntegerOfAMappingNeedsNoMoreThanItWrites() throws SQLException {
        TestPostgres.execute(database, "drop table note", "create table note (id int primary key, pages int)");
        SchemaSource wider =
                DdlSource.of(SourceText.text("schema.sql", "create table note (id bigint primary key, pages bigint)"));
        Schema mapping = Schema.builder()
                .table("note", table -> table.column("id", "integer").column("pages", "integer"))
                .build();

        assertThat(found(mapping, new PackagedMigrations(wider, List.of(), false)))
                .isEmpty();
    }

    @Test
    void whoLeavesNoNumbersToTheDatabaseMissesNone() throws SQLException {
        TestPostgres.execute(database, "drop table note", "create table note (id bigint primary key)");
        SchemaSource numbered =
                DdlSource.of(SourceText.text("schema.sql", "create table note (id bigserial primary key)"));
        Schema mapping = Schema.builder()
                .table("note", table -> table.column("id", "bigint"))
                .build();

        assertThat(found(mapping, new PackagedMigrations(numbered, List.of(), false)))
                .isEmpty();
    }

    @Test
    void aCheckThatListsTheValuesOfAnEnumIsNotToldOfOnItsOwn() throws SQLException {
        TestPostgres.execute(
                database,
                "alter table note add check (title in ('NEW', 'PAID')), add check (pages >= 0 and pages <= 2),"
                        + " add check (pages between 0 and 4)");

        assertThat(found()).isEmpty();
    }

    @Test
    void aTableOfAnotherSchemaIsAnother() throws SQLException {
        TestPostgres.execute(
                database, "create schema app", "create table app.note (title varchar(20))", "drop table note");

        assertThat(found()).isEmpty();
        assertThat(found(mapping(), new PackagedMigrations(script().source(), List.of("app"), false)))
                .isEmpty();
    }

    @Test
    void migrationsBelowABaselineSayNothing() throws IOException, SQLException {
        Files.writeString(folder.resolve("V1__note.sql"), NOTE);
        Files.writeString(folder.resolve("V2__tag.sql"), "\ncreate table tag (label varchar(30));");
        TestPostgres.execute(
                database,
                HISTORY,
                "insert into flyway_schema_history (installed_rank, version, type, script, success) values"
                        + " (1, '1', 'BASELINE', '<< Flyway Baseline >>', true), (2, '2', 'SQL', 'V2__tag.sql', true)",
                "create table tag (label varchar(3))",
                "alter table note alter title type varchar(50)");

        assertThat(found(mapping(), flyway())).containsExactly("type-narrower:tag.label");

        TestPostgres.execute(
                database, "update flyway_schema_history set type = 'SQL', script = 'V1__note.sql' where version = '1'");

        assertThat(found(mapping(), flyway())).containsExactly("type-narrower:note.title", "type-narrower:tag.label");
    }

    @Test
    void migrationsThatNoHistoryRemembersSayNothing() throws IOException, SQLException {
        Files.writeString(folder.resolve("V1__note.sql"), NOTE);
        TestPostgres.execute(database, "alter table note alter title type varchar(50)");

        assertThat(found(mapping(), flyway())).isEmpty();
    }

    @Test
    void aStatementThatCannotBeReadIsNoReasonForAnything() throws SQLException {
        TestPostgres.execute(database, "alter table note alter title type varchar(50), alter price type numeric(6,2)");
        String open = NOTE + "\ndo $$ begin execute (select sql from changes where id = 1); end $$;";
        SchemaSource script = DdlSource.of(SourceText.text("schema.sql", open));

        assertThat(found(mapping(), new PackagedMigrations(script, List.of(), false)))
                .isEmpty();
    }

    @Test
    void otherDatabasesAreNotCompared() throws SQLException {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:beside;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE");
        TestPostgres.execute(h2, NOTE.replace("varchar(200)", "varchar(20)"));

        assertThat(found(h2, mapping(), script())).isEmpty();
    }

    private static Schema mapping() {
        ColumnType.Named open = ColumnType.of("varchar").with(ColumnType.Modifier.UNSTATED);
        ColumnType.Named decimal = ColumnType.of("numeric").with(ColumnType.Modifier.UNSTATED);
        return Schema.builder()
                .table(
                        "note",
                        table -> table.column(Column.builder("id")
                                        .type(ColumnType.of("bigint"))
                                        .nullability(Nullability.NOT_NULL)
                                        .build())
                                .column(Column.builder("title").type(open).build())
                                .column(Column.builder("body").type(open).build())
                                .column("pages", "integer")
                                .column(Column.builder("price").type(decimal).build())
                                .column(Column.builder("source")
                                        .type(open)
                                        .written(Use.NEVER)
                                        .build())
                                .use(TableUse.UNSTATED.with(StatementKind.UPSERT, Use.NEVER)))
                .table(
                        "tag",
                        table -> table.column(Column.builder("label").type(open).build()))
                .build();
    }

    private static PackagedMigrations script() {
        return new PackagedMigrations(DdlSource.of(SourceText.text("schema.sql", NOTE)), List.of(), false);
    }

    private PackagedMigrations flyway() {
        return new PackagedMigrations(MigrationsSource.folder("db/migration", folder), List.of(), true);
    }

    private List<String> found() throws SQLException {
        return found(mapping(), script());
    }

    private List<String> found(Schema mapping, PackagedMigrations migrations) throws SQLException {
        return found(database, mapping, migrations);
    }

    private static List<String> found(DataSource database, Schema mapping, PackagedMigrations migrations)
            throws SQLException {
        return compare(database, mapping, migrations).stream()
                .flatMap(beside -> beside.findings().stream())
                .map(Finding::id)
                .toList();
    }

    private Optional<MigrationFindings> compare(PackagedMigrations migrations) throws SQLException {
        return compare(database, mapping(), migrations);
    }

    private static Optional<MigrationFindings> compare(
            DataSource database, Schema mapping, PackagedMigrations migrations) throws SQLException {
        SchemaGuard guard = SchemaGuard.expecting(mapping).build();
        DriftReport report = guard.check(database);
        Optional<MigrationComparison> comparison = guard.beside(migrations);
        if (comparison.isEmpty()) {
            return Optional.empty();
        }
        try (Connection connection = database.getConnection()) {
            return Optional.of(comparison.get().compare(connection, report));
        }
    }
}
