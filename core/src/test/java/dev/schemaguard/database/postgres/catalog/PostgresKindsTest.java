package dev.schemaguard.database.postgres.catalog;

import static dev.schemaguard.database.postgres.catalog.Inspecting.column;
import static dev.schemaguard.database.postgres.catalog.Inspecting.everything;
import static dev.schemaguard.database.postgres.catalog.Inspecting.expecting;
import static dev.schemaguard.database.postgres.catalog.Inspecting.inspect;
import static dev.schemaguard.database.postgres.catalog.Inspecting.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.model.Capabilities;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Privilege;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgresKindsTest {

    @Test
    void tellsWhatANameStandsFor() {
        LiveSchema live = everything(TestPostgres.freshDatabase(
                "create table plain (id int)",
                "create table parted (id int) partition by list (id)",
                "create table part partition of parted for values in (1)",
                "create view shown as select id from plain",
                "create materialized view kept as select id from plain",
                "create foreign data wrapper nothing",
                "create server far foreign data wrapper nothing",
                "create foreign table away (id int) server far",
                "create unlogged table loose (id int)"));

        assertThat(live.schema().tables())
                .extracting(table -> table.name().name(), Table::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("away", TableKind.FOREIGN_TABLE),
                        org.assertj.core.groups.Tuple.tuple("kept", TableKind.MATERIALIZED_VIEW),
                        org.assertj.core.groups.Tuple.tuple("loose", TableKind.TABLE),
                        org.assertj.core.groups.Tuple.tuple("part", TableKind.TABLE),
                        org.assertj.core.groups.Tuple.tuple("parted", TableKind.PARTITIONED_TABLE),
                        org.assertj.core.groups.Tuple.tuple("plain", TableKind.TABLE),
                        org.assertj.core.groups.Tuple.tuple("shown", TableKind.VIEW));
        assertThat(table(live, "away").capabilities().insertable()).isEqualTo(Presence.UNSTATED);
        assertThat(table(live, "kept").capabilities().insertable()).isEqualTo(Presence.ABSENT);
        assertThat(column(live, "kept", "id").updatable()).isEqualTo(Presence.ABSENT);
        assertThat(column(live, "plain", "id").updatable()).isEqualTo(Presence.PRESENT);
        assertThat(table(live, "part").parents()).containsExactly(ObjectName.of("public", "parted"));
    }

    @Test
    void tellsWhichColumnsOfAViewTakeWrites() {
        LiveSchema live = everything(TestPostgres.freshDatabase(
                "create table plain (id int not null default 1, name text)",
                "create view renamed as select id, name as label, upper(name) as loud from plain",
                "create view counted as select count(*) as n from plain",
                "create view helped as select count(*) as n from plain",
                "create function help() returns trigger language plpgsql as 'begin return null; end'",
                "create trigger t instead of insert on helped for each row execute function help()"));

        Table renamed = table(live, "renamed");
        assertThat(renamed.columns())
                .extracting(Column::updatable)
                .containsExactly(Presence.PRESENT, Presence.PRESENT, Presence.ABSENT);
        assertThat(renamed.columns()).extracting(Column::nullability).containsOnly(Nullability.UNSTATED);
        assertThat(renamed.capabilities().insertable()).isEqualTo(Presence.PRESENT);
        assertThat(table(live, "counted").capabilities().insertable()).isEqualTo(Presence.ABSENT);
        assertThat(column(live, "counted", "n").updatable()).isEqualTo(Presence.ABSENT);
        assertThat(table(live, "helped").capabilities().insertable()).isEqualTo(Presence.PRESENT);
        assertThat(table(live, "helped").capabilities().insertTrigger()).isEqualTo(Presence.PRESENT);
    }

    @Test
    void tellsWhichTriggersMayFillAColumn() {
        LiveSchema live = everything(TestPostgres.freshDatabase(
                "create function help() returns trigger language plpgsql as 'begin return new; end'",
                "create table filled (id int)",
                "create trigger t before insert on filled for each row execute function help()",
                "create table later (id int)",
                "create trigger t after insert on later for each row execute function help()",
                "create table changed (id int)",
                "create trigger t before update on changed for each row execute function help()",
                "create table off (id int)",
                "create trigger t before insert on off for each row execute function help()",
                "alter table off disable trigger t",
                "create table replicated (id int)",
                "create trigger t before insert on replicated for each row execute function help()",
                "alter table replicated enable replica trigger t",
                "create table per_statement (id int)",
                "create trigger t before insert on per_statement for each statement execute function help()",
                "create table always (id int)",
                "create trigger t before insert or update on always for each row execute function help()",
                "alter table always enable always trigger t"));

        assertThat(live.schema().tables())
                .filteredOn(table -> table.capabilities().insertTrigger() == Presence.PRESENT)
                .extracting(table -> table.name().name())
                .containsExactly("always", "filled");
    }

    @Test
    void asksForTriggersOnlyWhereAColumnNeedsFilling() {
        DataSource database = TestPostgres.freshDatabase(
                "create table posts (id int not null, slug text not null)",
                "create function help() returns trigger language plpgsql as 'begin return new; end'",
                "create trigger t before insert on posts for each row execute function help()");

        LiveSchema fitting =
                inspect(database, expecting("posts", t -> t.column("id").column("slug")));
        LiveSchema lacking = inspect(database, expecting("posts", t -> t.column("id")));

        assertThat(table(fitting, "posts").capabilities().insertTrigger()).isEqualTo(Presence.UNSTATED);
        assertThat(table(lacking, "posts").capabilities().insertTrigger()).isEqualTo(Presence.PRESENT);
        assertThat(table(lacking, "posts").columns()).hasSize(2);
    }

    @Test
    void readsPartitionsWithoutTheRowsThatForeignKeysAddForThem() {
        DataSource database = TestPostgres.freshDatabase(
                "create table parted (id int, day date, primary key (id, day)) partition by range (day)",
                "create table p1 partition of parted for values from ('2026-01-01') to ('2026-02-01')",
                "create table p2 partition of parted for values from ('2026-02-01') to ('2026-03-01')",
                "create table refs (id int, day date, constraint fk foreign key (id, day) references parted)");

        LiveSchema live = everything(database);

        assertThat(table(live, "refs").constraints(Constraint.ForeignKey.class))
                .extracting(Constraint.ForeignKey::name)
                .containsExactly("fk");
        assertThat(table(live, "p1").primaryKey().orElseThrow().columns()).containsExactly("id", "day");
    }

    @Test
    void readsInheritanceInOrder() {
        DataSource database = TestPostgres.freshDatabase(
                "create schema far",
                "create table far.a (x int)",
                "create table b (y int)",
                "create table child (z int) inherits (far.a, b)");

        Table child = table(everything(database), "child");

        assertThat(child.parents()).containsExactly(ObjectName.of("far", "a"), ObjectName.of("public", "b"));
        assertThat(child.columns()).extracting(Column::name).containsExactly("x", "y", "z");
    }

    @Test
    void readsGrantsOnTablesAndColumns() {
        String database = TestPostgres.freshDatabaseName();
        String role = TestPostgres.freshRole();
        String group = TestPostgres.freshRole();
        TestPostgres.execute(
                TestPostgres.dataSource(database, TestPostgres.SUPERUSER),
                "create table full_use (id int)",
                "create table partly (id int, name text, secret text)",
                "create table none (id int, name text)",
                "grant all on full_use to " + group,
                "grant " + group + " to " + role,
                "grant insert on partly to public",
                "grant select (id, name), update (name) on partly to " + role,
                "grant select (id) on none to " + TestPostgres.SUPERUSER);

        LiveSchema live = everything(TestPostgres.dataSource(database, role));

        assertThat(table(live, "full_use").capabilities())
                .isEqualTo(new Capabilities(
                        Presence.PRESENT,
                        Presence.ABSENT,
                        true,
                        Set.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE),
                        Map.of(),
                        Map.of(),
                        Set.of(),
                        Presence.UNSTATED,
                        Presence.ABSENT,
                        List.of()));
        Capabilities partly = table(live, "partly").capabilities();
        assertThat(partly.privileges()).containsExactly(Privilege.INSERT);
        assertThat(partly.columnPrivileges().get("id"))
                .contains(Privilege.SELECT)
                .doesNotContain(Privilege.UPDATE);
        assertThat(partly.columnPrivileges().get("name")).contains(Privilege.SELECT, Privilege.UPDATE);
        assertThat(partly.columnPrivileges()).doesNotContainKey("secret");
        assertThat(table(live, "none").capabilities().privileges()).isEmpty();
        assertThat(table(live, "none").capabilities().columnPrivileges()).isEmpty();
    }

    @Test
    void leavesOutWhatExtensionsOwnUnlessItIsExpected() {
        DataSource database =
                TestPostgres.freshDatabase("create extension pg_stat_statements", "create table posts ()");

        assertThat(everything(database).schema().tables())
                .extracting(Table::name)
                .containsExactly(ObjectName.of("public", "posts"));
        assertThat(inspect(database, expecting("pg_stat_statements")).schema().tables())
                .extracting(Table::kind)
                .containsExactly(TableKind.VIEW);
    }

    @Test
    void takesTheFirstTableOnThePathAsTheServerDoes() {
        DataSource database = TestPostgres.freshDatabase(
                "create schema one",
                "create schema two",
                "create table one.posts (a int)",
                "create table two.posts (b int)",
                "create table two.tags (c int)");

        LiveSchema live = inspect(database, expecting("posts", "tags").in(List.of("two", "one")));
        assertThat(live.schema().tables())
                .extracting(Table::name)
                .containsExactly(ObjectName.of("two", "posts"), ObjectName.of("two", "tags"));
        assertThat(live.schema().searchPath()).containsExactly("two", "one");

        Table qualified = Table.builder(ObjectName.of("one", "posts")).build();
        LiveSchema byName = inspect(
                database,
                InspectionScope.EVERYTHING.of(
                        dev.schemaguard.model.Schema.builder().table(qualified).build()));
        assertThat(byName.schema().tables()).extracting(Table::name).containsExactly(ObjectName.of("one", "posts"));
        assertThat(byName.schema().searchPath()).containsExactly("public");
        assertThat(byName.database().schemas()).containsExactly("public", "one");
    }

    @Test
    void seesTheTemporaryTableThatHidesAPermanentOneAsTheServerDoes() throws Exception {
        DataSource database = TestPostgres.freshDatabase("create table posts (id int)");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create temporary table posts (other int)");

            LiveSchema live = Databases.assumed().inspector().inspect(connection, expecting("posts"));
            LiveSchema captured = Databases.assumed().inspector().inspect(connection, InspectionScope.EVERYTHING);

            assertThat(table(live, "posts").columns()).extracting(Column::name).containsExactly("other");
            assertThat(live.schema().searchPath()).hasSize(2).last().isEqualTo("public");
            assertThat(captured.schema().tables())
                    .extracting(Table::name)
                    .containsExactly(ObjectName.of("public", "posts"));
        }
        assertThat(inspect(database, expecting("posts")).schema().searchPath()).containsExactly("public");
    }

    @Test
    void leavesOutWhatTheGlobsMatch() {
        DataSource database = TestPostgres.freshDatabase(
                "create schema app",
                "create table flyway_schema_history (id serial)",
                "create table legacy_a (id int)",
                "create table legacyb (id int)",
                "create table app.posts (id int)",
                "create table posts (id int)");
        InspectionScope scope = InspectionScope.EVERYTHING
                .in(List.of("public", "app"))
                .excluding(List.of("flyway*", "legacy_?", "app.p*"));

        LiveSchema live = inspect(database, scope);

        assertThat(live.schema().tables())
                .extracting(Table::name)
                .containsExactly(ObjectName.of("public", "legacyb"), ObjectName.of("public", "posts"));
        assertThat(live.schema().sequences()).isEmpty();
    }
}
