package dev.schemaguard.database.sqlite;

import static dev.schemaguard.database.postgres.catalog.Inspecting.everything;
import static dev.schemaguard.database.postgres.catalog.Inspecting.expecting;
import static dev.schemaguard.database.postgres.catalog.Inspecting.inspect;
import static dev.schemaguard.database.postgres.catalog.Inspecting.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.Databases;
import dev.schemaguard.database.postgres.catalog.Inspecting;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class SqliteCatalogTest {

    private static final String CLINIC = """
            create table owners (
              id integer primary key,
              name varchar(30) not null,
              code text unique,
              balance decimal(10, 2) default 0 check (balance >= 0),
              state varchar(9) check (state in ('open', 'shut')),
              made timestamp default current_timestamp,
              unique (name, code)
            );
            create table pets (
              owner_id integer not null references owners (id) on delete cascade,
              number_of integer not null,
              kind text default 'cat',
              primary key (owner_id, number_of)
            );
            create index owners_by_name on owners (name desc, made);
            create unique index pets_by_number on pets (number_of) where number_of > 0;
            create view cats as select owner_id, number_of from pets where kind = 'cat';
            """;

    @TempDir
    private Path folder;

    private DataSource database(String... statements) throws SQLException {
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + folder.resolve("database.db"));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
        return database;
    }

    @Test
    void readsColumns() throws SQLException {
        Table table = table(everything(database("""
                create table t (
                  id integer primary key autoincrement, a varchar(20) not null default 'x', b decimal(10,2), c, d DateTime
                  default current_timestamp, e int generated always as (b + 1) stored, f int as (b + 2), "Mixed Name" double precision)""")), "t");

        assertThat(table.columns())
                .extracting(
                        Column::name,
                        column -> column.type().toString(),
                        Column::nullability,
                        Column::identity,
                        column -> column.columnDefault().toString(),
                        column -> column.generation().isComputed())
                .containsExactly(
                        Tuple.tuple("id", "integer", Nullability.UNSTATED, Identity.BY_DEFAULT, "no default", false),
                        Tuple.tuple("a", "varchar(20)", Nullability.NOT_NULL, Identity.NONE, "'x'", false),
                        Tuple.tuple("b", "decimal(10,2)", Nullability.NULLABLE, Identity.NONE, "no default", false),
                        Tuple.tuple("c", "any", Nullability.NULLABLE, Identity.NONE, "no default", false),
                        Tuple.tuple("d", "datetime", Nullability.NULLABLE, Identity.NONE, "now()", false),
                        Tuple.tuple("e", "int", Nullability.NULLABLE, Identity.NONE, "no default", true),
                        Tuple.tuple("f", "int", Nullability.NULLABLE, Identity.NONE, "no default", true),
                        Tuple.tuple(
                                "Mixed Name",
                                "double precision",
                                Nullability.NULLABLE,
                                Identity.NONE,
                                "no default",
                                false));
    }

    @Test
    void tellsTheNumberOfARowFromOtherKeys() throws SQLException {
        LiveSchema live = everything(database(
                "create table a (id integer primary key)",
                "create table b (id int primary key)",
                "create table c (id integer primary key) without rowid",
                "create table d (id integer, other integer, primary key (id, other))",
                "create table e (id integer, primary key (id))"));

        assertThat(live.schema().tables())
                .extracting(
                        table -> table.name().name(),
                        table -> table.columns().get(0).identity())
                .containsExactly(
                        Tuple.tuple("a", Identity.BY_DEFAULT),
                        Tuple.tuple("b", Identity.NONE),
                        Tuple.tuple("c", Identity.NONE),
                        Tuple.tuple("d", Identity.NONE),
                        Tuple.tuple("e", Identity.BY_DEFAULT));
    }

    @Test
    void readsKeysChecksAndIndexesWhateverStandsAroundThem() throws SQLException {
        LiveSchema live = everything(database(
                "create table p (a int, b int, c text unique, primary key (b, a))",
                """
                create table t (
                  x int /* check (not this) */, y int check (y > 0), -- check (nor this)
                  z text check (z <> 'check (' and z in ('a', 'b')), "check" int, w int constraint "my rule" check ("w" < 9),
                  foreign key (x, y) references p (a, b) on delete cascade on update set null, foreign key (x, y) references p)""",
                "create index plain on t (z desc, y)",
                "create unique index odd on t (lower(z), w, substr(z, 1, 2) desc) where w > 0 and z <> ')'"));

        assertThat(table(live, "p").primaryKey().orElseThrow().columns()).containsExactly("b", "a");
        assertThat(table(live, "p").constraints(Constraint.UniqueKey.class))
                .extracting(Constraint.UniqueKey::columns)
                .containsExactly(List.of("c"));
        Table table = table(live, "t");
        assertThat(table.constraints(Constraint.ForeignKey.class))
                .extracting(
                        Constraint.ForeignKey::columns,
                        Constraint.ForeignKey::targetColumns,
                        Constraint.ForeignKey::onDelete)
                .containsExactlyInAnyOrder(
                        Tuple.tuple(List.of("x", "y"), List.of("a", "b"), Constraint.ReferentialAction.CASCADE),
                        Tuple.tuple(List.of("x", "y"), List.of(), Constraint.ReferentialAction.NO_ACTION));
        assertThat(table.constraints(Constraint.Check.class))
                .extracting(Constraint.Check::name, Constraint.Check::expression)
                .containsExactly(
                        Tuple.tuple("", "(y > 0)"),
                        Tuple.tuple("", "((z <> 'check (') and (z = any (array['a', 'b'])))"),
                        Tuple.tuple("my rule", "(w < 9)"));
        Index odd = table.indexes().stream().filter(Index::unique).findFirst().orElseThrow();
        assertThat(odd.parts()).extracting(Index.Part::text).containsExactly("lower(z)", "w", "substr(z, 1, 2)");
        assertThat(odd.predicate()).isEqualTo("((w > 0) and (z <> ')'))");
        assertThat(table.indexes()).extracting(Index::name).containsExactlyInAnyOrder("plain", "odd");
    }

    @Test
    void readsViewsThoughOneOfThemIsBroken() throws SQLException {
        LiveSchema live = everything(database(
                "create table t (id integer primary key, a text)",
                "create table gone (id int)",
                "create view good as select id, a from t",
                "create view broken as select id from gone",
                "create trigger filling instead of insert on good begin insert into t (a) values (new.a); end",
                "drop table gone"));

        assertThat(table(live, "good").kind()).isEqualTo(TableKind.VIEW);
        assertThat(table(live, "good").columns())
                .extracting(Column::name, Column::updatable)
                .containsExactly(Tuple.tuple("id", Presence.ABSENT), Tuple.tuple("a", Presence.ABSENT));
        assertThat(table(live, "good").capabilities().insertable()).isEqualTo(Presence.PRESENT);
        assertThat(table(live, "broken").columns()).isEmpty();
    }

    @Test
    void leavesOutWhatIsNobodys() throws SQLException {
        LiveSchema live = everything(database(
                "create table t (id integer primary key autoincrement)",
                "create virtual table pages using fts5(body)"));

        assertThat(live.schema().tables())
                .extracting(table -> table.name().name())
                .containsExactly("pages", "t");
    }

    @Test
    void findsNamesInAnyCase() throws SQLException {
        LiveSchema live = inspect(database("create table Posts (Id integer primary key)"), expecting("POSTS"));

        assertThat(live.schema().tables()).extracting(Table::name).containsExactly(ObjectName.of("main", "Posts"));
    }

    @Test
    void saysThatASchemaDoesNotExistAndWhichIsEmpty() throws SQLException {
        DataSource database = database();

        InspectionException failure = catchThrowableOfType(
                InspectionException.class,
                () -> Inspecting.attempt(database, expecting("t").in(List.of("absent"))));

        assertThat(failure.reason()).isEqualTo(InspectionException.Reason.SCHEMA_NOT_FOUND);
        assertThat(inspect(database, expecting("t")).emptySchemas()).containsExactly("main");
    }

    @Test
    void readsHostileNames() throws SQLException {
        for (String name :
                List.of("it's", "100%", "a_b\\", "say \"hi\"", "new\nline", "größe", "a.b", "[x]", "in (?)")) {
            String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
            DataSource database = database(
                    "drop table if exists " + quoted,
                    "create table " + quoted + " (" + quoted + " int primary key, b int unique check (" + quoted
                            + " > 0))");

            LiveSchema live = inspect(database, expecting(name));

            assertThat(table(live, name).columns()).extracting(Column::name).containsExactly(name, "b");
            assertThat(table(live, name).primaryKey().orElseThrow().columns()).containsExactly(name);
        }
    }

    @Test
    void hasNoFindingUnderTheScriptThatMadeItNorUnderItself() throws Exception {
        DataSource database = database(CLINIC);
        Path script = Files.writeString(folder.resolve("schema.sql"), CLINIC);

        DriftReport report = SchemaGuard.expecting(SchemaSources.of(script.toString()))
                .build()
                .check(database);
        DriftReport itself = SchemaGuard.expecting(
                        SchemaSources.of(SchemaCapture.capture(database, InspectionScope.EVERYTHING)))
                .build()
                .check(database);

        assertThat(report.findings()).as(report.toText()).isEmpty();
        assertThat(report.verdict()).as(report.toText()).isEqualTo(Verdict.CONFORMS);
        assertThat(itself.verdict()).as(itself.toText()).isEqualTo(Verdict.CONFORMS);
        assertThat(itself.findings()).isEmpty();
    }

    @Test
    void sendsAsManyStatementsForManyTablesAsForOne() throws Exception {
        DataSource database = database("create table t0 (id int primary key, a text check (a = 'x'))");
        int few = statements(database);
        for (int i = 1; i < 40; i++) {
            database("create table t" + i + " (id int primary key, b int unique, c int references t" + (i - 1) + ")");
        }

        assertThat(statements(database)).isEqualTo(few).isLessThanOrEqualTo(SqliteCatalog.MOST_QUESTIONS);
    }

    private static int statements(DataSource database) throws Exception {
        AtomicInteger sent = new AtomicInteger();
        try (Connection connection = database.getConnection()) {
            Connection counting = (Connection) Proxy.newProxyInstance(
                    SqliteCatalogTest.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        sent.addAndGet(method.getName().equals("prepareStatement") ? 1 : 0);
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
            Databases.behind(connection).inspector().inspect(counting, InspectionScope.EVERYTHING);
        }
        return sent.get();
    }
}
