package dev.schemaguard.database.postgres.catalog;

import static dev.schemaguard.database.postgres.catalog.Inspecting.inspect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.database.Databases;
import dev.schemaguard.database.postgres.catalog.query.PostgresQuery;
import dev.schemaguard.database.postgres.catalog.query.PostgresQuestion;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.CatalogReader;
import dev.schemaguard.inspect.CatalogTooLargeException;
import dev.schemaguard.inspect.InspectionFailure;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.inspect.ObjectDigest;
import dev.schemaguard.inspect.ObjectDigest.Kind;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.ForeignKey;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.report.DriftReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileDatabaseTest {

    static List<String> names() {
        return List.of(
                "it's",
                "say \"hi\"",
                "\"",
                "'",
                "E'x",
                "100%_sure",
                "back\\slash",
                "\\",
                "new\nline\ttab",
                " leading and trailing ",
                "a,b {c} (d) \"e\" NULL",
                "NULL",
                "null",
                "select",
                "MixedCase",
                "{1,2}",
                "-1 0 t",
                "x'); drop table posts; --",
                "? ?? :question $1 {fn now()} /*",
                "größe_日本語_\ud83d\ude00",
                "\u0001\u001f\u2028",
                "x".repeat(63),
                "ä".repeat(31));
    }

    @ParameterizedTest
    @MethodSource("names")
    void takesNoNameForAnythingElse(String name) {
        Dialect dialect = Databases.assumed().dialect();
        String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
        String other = other(name);
        String literal = " e'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'";
        DataSource database = TestPostgres.freshDatabase(
                "create schema " + quoted,
                "create type " + quoted + "." + quoted + " as enum (" + literal + ")",
                "create sequence " + quoted + ".\"" + "s" + "\"",
                "create table " + quoted + ".t (id int, constraint " + quoted + " primary key (id))",
                "create table " + quoted + ".\"" + other.replace("\"", "\"\"") + "\" (" + quoted + " " + quoted + "."
                        + quoted + " default " + literal + ", b int references " + quoted + ".t, c text)");

        InspectionScope scope = InspectionScope.EVERYTHING.in(List.of(name));
        LiveSchema captured = inspect(database, scope);
        LiveSchema expected = inspect(
                database,
                scope.of(Schema.builder()
                        .table(Table.builder(ObjectName.of(name, other))
                                .column(name)
                                .build())
                        .build()));

        for (LiveSchema live : List.of(captured, expected)) {
            Table table = live.schema().table(ObjectName.of(name, other)).orElseThrow();
            assertThat(table.columns()).extracting(Column::name).containsExactly(name, "b", "c");
            assertThat(table.columns().get(0).type()).isEqualTo(ColumnType.of(name));
            assertThat(live.schema().types()).hasSize(1);
        }
        Table table = captured.schema().table(ObjectName.of(name, other)).orElseThrow();
        assertThat(table.constraints(ForeignKey.class))
                .singleElement()
                .satisfies(key -> assertThat(key.target()).isEqualTo(ObjectName.of(name, "t")));
        assertThat(captured.schema()
                        .table(ObjectName.of(name, "t"))
                        .orElseThrow()
                        .primaryKey())
                .hasValueSatisfying(key -> assertThat(key.name()).isEqualTo(name));
        assertThat(captured.schema().sequences()).extracting(Sequence::name).containsExactly(ObjectName.of(name, "s"));
        assertThat(captured.database().schemas()).containsExactly(name);
        assertThat(dialect.identifier(quoted)).isEqualTo(name);
        makesDigestsOf(database, scope, other, name);
    }

    private static void makesDigestsOf(DataSource database, InspectionScope scope, String table, String type) {
        CatalogReader catalog = Databases.assumed().catalog();
        List<ObjectDigest> objects = List.of(
                new ObjectDigest(Kind.TABLE, ObjectName.of(table), 3, ""),
                new ObjectDigest(Kind.TYPE, ObjectName.of(type), 0, ""));
        try (Connection connection = database.getConnection()) {
            TableDigests made = catalog.digests(connection, scope, objects).orElseThrow();
            assertThat(catalog.differing(connection, scope, List.of(made))
                            .orElseThrow()
                            .differing())
                    .isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(table, e);
        }
    }

    /** A table and a type share their names, so the table's is another one. */
    private static String other(String name) {
        return name.length() < 30 ? name + "2" : name.substring(1);
    }

    @Test
    void isNotMisledByASearchPathThatPutsOtherThingsBeforeTheCatalog() throws Exception {
        DataSource database = TestPostgres.freshDatabase(
                "create type mood as enum ('a', 'b')", """
                create table posts (id serial primary key, name varchar(20) not null default 'x' check (name <> ''), m mood,
                  parent int references posts, at timestamptz default now())""", "create index on posts (lower(name)) where id > 3");
        LiveSchema honest = inspect(database, InspectionScope.EVERYTHING.in(List.of("public")));
        TestPostgres.execute(database, evil());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table pg_class (oid oid, relname text)");
            statement.execute("create temporary table pg_attribute (oid oid)");
            statement.execute("set search_path = evil, pg_temp, public, pg_catalog");
            for (String ordinary : List.of("select 1 = 1", "select quote_ident('x')", "select 'x'::text")) {
                assertThatThrownBy(() -> statement.execute(ordinary)).isInstanceOf(SQLException.class);
            }

            LiveSchema misled = Databases.assumed()
                    .inspector()
                    .inspect(connection, InspectionScope.EVERYTHING.in(List.of("public")));

            InspectionScope ofPublic = InspectionScope.EVERYTHING.in(List.of("public"));
            List<ObjectDigest> objects = List.of(
                    new ObjectDigest(Kind.TABLE, ObjectName.of("posts"), 5, ""),
                    new ObjectDigest(Kind.TYPE, ObjectName.of("mood"), 0, ""));
            TableDigests digests = Databases.assumed()
                    .catalog()
                    .digests(connection, ofPublic, objects)
                    .orElseThrow();
            assertThat(Databases.assumed()
                            .catalog()
                            .differing(connection, ofPublic, List.of(digests))
                            .orElseThrow()
                            .differing())
                    .isEmpty();

            // What the server prints qualified because of the path is the dialect's to strip, so only names are
            // compared here.
            assertThat(misled.schema().tables()).hasSize(1);
            assertThat(misled.schema().sequences())
                    .containsExactlyElementsOf(honest.schema().sequences());
            assertThat(misled.schema().types())
                    .hasToString(honest.schema().types().toString());
            Table posts = Inspecting.table(misled, "posts");
            Table before = Inspecting.table(honest, "posts");
            assertThat(posts.columns()).extracting(Column::type).isEqualTo(types(before));
            assertThat(posts.columns())
                    .extracting(Column::identity)
                    .containsExactlyElementsOf(
                            before.columns().stream().map(Column::identity).toList());
            assertThat(posts.capabilities()).isEqualTo(before.capabilities());
            assertThat(posts.constraints())
                    .extracting(Constraint::name)
                    .containsExactlyElementsOf(
                            before.constraints().stream().map(Constraint::name).toList());
            assertThat(posts.indexes())
                    .extracting(Index::name)
                    .isEqualTo(List.of(before.indexes().get(0).name()));
        }
    }

    @Test
    void takesNoMoreFromTheCatalogThanTheHeapCanHold() throws Exception {
        DataSource database = TestPostgres.freshDatabase("create schema a_schema_of_some_length");
        PostgresQuery query = new PostgresQuery(TestPostgres.majorVersion()).ask(PostgresQuestion.EXISTING_SCHEMAS);
        try (Connection connection = database.getConnection()) {
            assertThat(query.run(connection, 5, 100).all(PostgresQuestion.EXISTING_SCHEMAS))
                    .containsValue("a_schema_of_some_length");

            assertThatThrownBy(() -> query.run(connection, 5, 20))
                    .isInstanceOfSatisfying(
                            CatalogTooLargeException.class,
                            tooLarge -> assertThat(InspectionFailure.tooLarge(tooLarge))
                                    .hasMessageContaining("look for a default, check or label of unusual length"));
        }
    }

    @Test
    void comparesAsUsualBehindSuchASearchPath() throws Exception {
        String name = TestPostgres.freshDatabaseName();
        String role = TestPostgres.freshRole();
        DataSource owner = TestPostgres.dataSource(name, TestPostgres.SUPERUSER);
        TestPostgres.execute(
                owner,
                "create type mood as enum ('a', 'b')",
                "create domain price as numeric(9,2) check (value >= 0)",
                """
                create table posts (id serial primary key, name varchar(20) not null default 'x' check (name <> ''), m mood,
                  cost price, parent int references posts, at timestamptz default now())""",
                "create view shown as select id, name from posts",
                "grant select (id), insert, update, delete on posts to " + role,
                "grant select on shown to " + role);
        SchemaGuard guard = SchemaGuard.expecting(SchemaCapture.capture(owner, InspectionScope.EVERYTHING))
                .scope(InspectionScope.EVERYTHING.in(List.of("public")))
                .build();
        DataSource asRole = TestPostgres.dataSource(name, role);
        List<String> before = findings(guard.check(asRole));
        TestPostgres.execute(owner, evil());
        TestPostgres.execute(
                owner,
                "grant usage on schema evil to public",
                "alter role " + role + " in database " + name + " set search_path = evil, public, pg_catalog");

        assertThat(findings(guard.check(asRole))).isEqualTo(before).hasSize(2);
    }

    private static List<String> findings(DriftReport report) {
        assertThat(report.unverified()).as(report.toText()).isEmpty();
        return report.findings().stream().map(Finding::id).toList();
    }

    private static List<ColumnType> types(Table table) {
        return table.columns().stream().map(Column::type).toList();
    }

    /** A schema in which everything is called like something of the catalog and fails when it is used. */
    private static String[] evil() {
        List<String> statements = new ArrayList<>(List.of("create schema evil"));
        for (String type : List.of("name", "text", "oid", "int4", "int2", "int8", "bool", "\"char\"")) {
            String both = "(pg_catalog." + type + ", pg_catalog." + type + ")";
            statements.add("create function evil.refuse" + both + " returns pg_catalog.bool language plpgsql as "
                    + "'begin raise exception ''evil operator''; end'");
            for (String operator : List.of("=", "<>", ">", ">=", "<")) {
                statements.add("create operator evil." + operator + " (leftarg = pg_catalog." + type
                        + ", rightarg = pg_catalog." + type + ", function = evil.refuse)");
            }
        }
        for (String function : List.of(
                "quote_ident(text)",
                "quote_nullable(text)",
                "current_schemas(bool)",
                "current_setting(text)",
                "concat_ws(text, variadic text[])",
                "concat(variadic text[])",
                "cardinality(name[])",
                "cardinality(anyarray)",
                "array_cat(anyarray, anyarray)",
                "pg_get_expr(pg_node_tree, oid)",
                "pg_get_indexdef(oid, int4, bool)",
                "has_table_privilege(oid, text)",
                "has_schema_privilege(oid, text)",
                "has_sequence_privilege(oid, text)",
                "has_column_privilege(oid, int2, text)",
                "pg_column_is_updatable(regclass, int2, bool)",
                "pg_get_constraintdef(oid)",
                "unnest(anyarray)",
                "format_type(oid, int4)",
                "starts_with(text, text)",
                "nextval(regclass)",
                "pg_relation_is_updatable(regclass, bool)")) {
            statements.add("create function evil." + function
                    + " returns text language plpgsql as 'begin raise exception ''evil function''; end'");
        }
        for (String aggregate : List.of("string_agg", "array_agg", "min")) {
            statements.add("create function evil." + aggregate
                    + "(text, text) returns text language plpgsql as 'begin raise exception ''evil''; end'");
        }
        for (String type : List.of("text", "oid", "name", "\"char\"", "int4", "int2", "regclass")) {
            statements.add("create type evil." + type + " as enum ('evil')");
        }
        statements.add("create view evil.pg_namespace as select 1 as oid");
        statements.add("create table evil.pg_constraint (oid pg_catalog.oid)");
        return statements.toArray(String[]::new);
    }
}
