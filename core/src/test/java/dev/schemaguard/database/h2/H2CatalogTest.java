package dev.schemaguard.database.h2;

import static dev.schemaguard.database.postgres.catalog.Inspecting.everything;
import static dev.schemaguard.database.postgres.catalog.Inspecting.expecting;
import static dev.schemaguard.database.postgres.catalog.Inspecting.inspect;
import static dev.schemaguard.database.postgres.catalog.Inspecting.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemaguard.database.Databases;
import dev.schemaguard.database.h2.catalog.H2Catalog;
import dev.schemaguard.database.postgres.catalog.Inspecting;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Labelled;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.model.UserType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class H2CatalogTest {

    private static DataSource h2(String... statements) {
        return withSettings("", statements);
    }

    private static DataSource withSettings(String settings, String... statements) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + settings);
        TestPostgres.execute(database, statements);
        return database;
    }

    @Test
    void readsEveryType() {
        Table table = table(everything(h2("create domain email as varchar(80) check (value like '%@%')", """
                create table t (
                  a varchar, a2 varchar(20), b char(3), c decimal(12,4), c2 decfloat(10), c3 decimal, c4 numeric(5),
                  d double precision, d2 float(10), e boolean, f timestamp(3) with time zone, f2 timestamp, f3 time(3),
                  f4 time with time zone, f5 date, g integer array, g2 varchar(10) array, h uuid, i clob, i2 clob(100),
                  i3 blob, n enum('a', 'b''c'), o json, q varbinary(20), q2 binary(4), r varchar_ignorecase(9),
                  s interval day to second, s2 interval year(4) to month, u geometry(point, 4326), v email, x tinyint,
                  y smallint, z bigint)""")), "T");

        assertThat(table.columns())
                .extracting(column -> column.name() + " " + column.type())
                .containsExactly(
                        "A varchar",
                        "A2 varchar(20)",
                        "B char(3)",
                        "C numeric(12,4)",
                        "C2 decfloat(10)",
                        "C3 numeric",
                        "C4 numeric(5,0)",
                        "D double precision",
                        "D2 real",
                        "E boolean",
                        "F timestamp with time zone(3)",
                        "F2 timestamp",
                        "F3 time(3)",
                        "F4 time with time zone",
                        "F5 date",
                        "G integer[]",
                        "G2 varchar(10)[]",
                        "H uuid",
                        "I clob",
                        "I2 clob(100)",
                        "I3 blob",
                        "N enum('a','b''c')",
                        "O json",
                        "Q varbinary(20)",
                        "Q2 binary(4)",
                        "R varchar_ignorecase(9)",
                        "S interval day to second",
                        "S2 interval year to month(4)",
                        "U geometry(point,4326)",
                        "V PUBLIC.EMAIL",
                        "X tinyint",
                        "Y smallint",
                        "Z bigint");
        assertThat(table.column("N").orElseThrow().type())
                .isEqualTo(new Labelled(Labelled.Kind.ENUM, List.of("a", "b'c")));
    }

    @Test
    void readsDomainsAndEnumsWithANameOfTheirOwn() {
        LiveSchema live = everything(h2(
                "create domain email as varchar(80) default '@' check (value like '%@%')",
                "create domain work_email as email",
                "create type mood as enum('sad', 'ok')",
                "create table t (a work_email, b mood)"));

        assertThat(live.schema().type(ObjectName.of("MOOD")).orElseThrow())
                .isInstanceOfSatisfying(
                        UserType.EnumType.class,
                        type -> assertThat(type.labels()).containsExactly("sad", "ok"));
        assertThat(live.schema().type(ObjectName.of("EMAIL")).orElseThrow())
                .isInstanceOfSatisfying(UserType.DomainType.class, type -> {
                    assertThat(type.base()).isEqualTo(ColumnType.of("varchar", "80"));
                    assertThat(type.checks()).hasSize(1);
                });
        assertThat(table(live, "T").column("A").orElseThrow().columnDefault()).isEqualTo(ColumnDefault.of("'@'"));
    }

    @Test
    void readsHowColumnsAreFilled() {
        Table table = table(everything(h2("create sequence seq", """
                create table t (
                  a int generated always as identity, b int generated by default as identity, c int default next value for seq,
                  d int generated always as (e * 2), e int not null default 5 default on null, f varchar(9) default 'x''y',
                  g timestamp default current_timestamp on update current_timestamp, h int not null, i int default null)""")), "T");

        assertThat(table.columns())
                .extracting(
                        Column::name,
                        Column::identity,
                        column -> column.columnDefault().toString())
                .containsExactly(
                        Tuple.tuple("A", Identity.ALWAYS, "no default"),
                        Tuple.tuple("B", Identity.BY_DEFAULT, "no default"),
                        Tuple.tuple("C", Identity.SERIAL, "NEXT VALUE FOR \"PUBLIC\".\"SEQ\""),
                        Tuple.tuple("D", Identity.NONE, "no default"),
                        Tuple.tuple("E", Identity.NONE, "5"),
                        Tuple.tuple("F", Identity.NONE, "'x''y'"),
                        Tuple.tuple("G", Identity.NONE, "CURRENT_TIMESTAMP"),
                        Tuple.tuple("H", Identity.NONE, "no default"),
                        Tuple.tuple("I", Identity.NONE, "no default"));
        assertThat(table.column("D").orElseThrow().generation().expression()).isEqualTo("(\"E\" * 2)");
        assertThat(table.column("E").orElseThrow().nullability())
                .as("a null is written and never read")
                .isEqualTo(Nullability.UNSTATED);
        assertThat(table.column("H").orElseThrow().nullability()).isEqualTo(Nullability.NOT_NULL);
        assertThat(table.column("G").orElseThrow().onUpdate()).isInstanceOf(ColumnDefault.Expression.class);
        assertThat(table.column("H").orElseThrow().onUpdate()).isEqualTo(ColumnDefault.NONE);
    }

    @Test
    void readsKeysChecksAndIndexes() {
        LiveSchema live = everything(h2(
                "create table p (a int, b int, c varchar(9) unique, primary key (b, a))",
                """
                create table t (
                  id int primary key, x int, y int check (y > 0), z int,
                  foreign key (x, y) references p (a, b) on delete cascade on update set null)""",
                "alter table t add constraint both_known check (x is not null and y < 9)",
                "create index by_z on t (z desc, y)",
                "create unique nulls not distinct index one_z on t (z)",
                "alter table p add unique (a, b)"));

        Table parent = table(live, "P");
        assertThat(parent.primaryKey().orElseThrow().columns()).containsExactly("B", "A");
        assertThat(parent.constraints(Constraint.UniqueKey.class))
                .extracting(Constraint.UniqueKey::columns)
                .containsExactlyInAnyOrder(List.of("C"), List.of("A", "B"));
        Table table = table(live, "T");
        assertThat(table.constraints(Constraint.ForeignKey.class))
                .singleElement()
                .satisfies(key -> {
                    assertThat(key.columns()).containsExactly("X", "Y");
                    assertThat(key.target()).isEqualTo(ObjectName.of("PUBLIC", "P"));
                    assertThat(key.targetColumns()).containsExactly("A", "B");
                    assertThat(key.onDelete()).isEqualTo(Constraint.ReferentialAction.CASCADE);
                    assertThat(key.onUpdate()).isEqualTo(Constraint.ReferentialAction.SET_NULL);
                });
        assertThat(table.constraints(Constraint.Check.class))
                .extracting(Constraint.Check::expression)
                .containsExactlyInAnyOrder("(\"Y\" > 0)", "((\"X\" is not null) and (\"Y\" < 9))");
        assertThat(table.indexes())
                .extracting(Index::name, Index::unique, Index::nullsNotDistinct, Index::parts)
                .containsExactly(
                        Tuple.tuple(
                                "BY_Z",
                                false,
                                false,
                                List.of(new Index.ColumnPart("Z", true, true), Index.ColumnPart.of("Y"))),
                        Tuple.tuple("ONE_Z", true, true, List.of(Index.ColumnPart.of("Z"))));
    }

    @Test
    void readsViewsSynonymsAndTriggers() {
        LiveSchema live = everything(h2(
                "create table t (id int primary key)",
                "create view v as select id from t",
                "create synonym s for t",
                "create force trigger filling before insert, update on t for each row call 'x.Y'",
                "create force trigger instead instead of insert on v for each row call 'x.Y'"));

        assertThat(table(live, "V").kind()).isEqualTo(TableKind.VIEW);
        assertThat(table(live, "V").columns())
                .extracting(Column::nullability, Column::updatable)
                .containsExactly(Tuple.tuple(Nullability.UNSTATED, Presence.ABSENT));
        assertThat(table(live, "V").capabilities().insertable()).isEqualTo(Presence.PRESENT);
        assertThat(table(live, "T").capabilities().insertTrigger()).isEqualTo(Presence.PRESENT);
        assertThat(table(live, "S").primaryKey().orElseThrow().columns()).containsExactly("ID");
    }

    @Test
    void readsSequencesButNotThoseBehindColumns() {
        LiveSchema live = everything(h2(
                "create sequence posts_seq increment by 50",
                "create schema other",
                "create sequence other.hidden",
                "create table posts (id bigint generated by default as identity primary key)"));

        assertThat(live.schema().sequences())
                .extracting(Sequence::name, Sequence::increment)
                .containsExactly(Tuple.tuple(ObjectName.of("PUBLIC", "POSTS_SEQ"), OptionalLong.of(50)));
        assertThat(live.notLookedAt()).isEmpty();
        assertThat(live.schema().complete()).containsExactlyInAnyOrder(Family.values());
    }

    @Test
    void looksForNamesOnThePathOfTheSession() {
        DataSource database = withSettings(
                ";INIT=CREATE SCHEMA IF NOT EXISTS A_B\\;CREATE SCHEMA IF NOT EXISTS AXB\\;SET SCHEMA A_B\\;SET SCHEMA_SEARCH_PATH A_B,AXB",
                "create table A_B.posts (one int)",
                "create table AXB.posts (two int)",
                "create table AXB.other (three int)",
                "create table PUBLIC.hidden (four int)");

        LiveSchema live = inspect(database, expecting("POSTS", "OTHER", "HIDDEN"));

        assertThat(live.schema().searchPath()).containsExactly("A_B", "AXB");
        assertThat(live.schema().tables())
                .extracting(Table::name)
                .containsExactly(ObjectName.of("A_B", "POSTS"), ObjectName.of("AXB", "OTHER"));
        assertThat(table(live, "POSTS").columns()).extracting(Column::name).containsExactly("ONE");
    }

    @Test
    void takesNamesForEqualWhereTheDatabaseDoes() {
        DataSource database = withSettings(
                ";DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "create table Posts (Id int primary key)");

        LiveSchema live = inspect(database, expecting("posts"));

        assertThat(live.schema().tables()).extracting(Table::name).containsExactly(ObjectName.of("PUBLIC", "Posts"));
    }

    @Test
    void looksLikeItselfUnderEveryMode() {
        for (String mode : List.of(
                "Regular",
                "PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "MySQL;DATABASE_TO_LOWER=TRUE",
                "Oracle",
                "MSSQLServer",
                "MariaDB",
                "DB2",
                "Derby",
                "HSQLDB",
                "STRICT",
                "LEGACY")) {
            DataSource database = withSettings(
                    ";MODE=" + mode,
                    "create table t (id int primary key, a varchar(9) default 'x' check (a <> 'y'), b timestamp)",
                    "create index by_b on t (b)");

            LiveSchema live = everything(database);

            assertThat(live.schema().tables()).as(mode).singleElement().satisfies(table -> {
                assertThat(table.columns())
                        .extracting(column -> column.type().toString())
                        .containsExactly("integer", "varchar(9)", "timestamp");
                assertThat(table.indexes()).hasSize(1);
                assertThat(table.constraints(Constraint.Check.class)).hasSize(1);
            });
        }
    }

    @Test
    void readsHostileNames() {
        for (String name : List.of("it's", "100%", "a_b\\", "say \"hi\"", "new\nline", "größe")) {
            String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
            DataSource database = h2("create table " + quoted + " (" + quoted + " int primary key, b int unique)");

            LiveSchema live = inspect(database, expecting(name));

            assertThat(table(live, name).columns()).extracting(Column::name).containsExactly(name, "B");
            assertThat(table(everything(database), name)
                            .primaryKey()
                            .orElseThrow()
                            .columns())
                    .containsExactly(name);
        }
    }

    @Test
    void saysThatASchemaDoesNotExistAndWhichIsEmpty() {
        DataSource database = h2("create schema other", "create table t (id int)");

        InspectionException failure = catchThrowableOfType(
                InspectionException.class,
                () -> Inspecting.attempt(database, expecting("T").in(List.of("absent"))));

        assertThat(failure.reason()).isEqualTo(InspectionException.Reason.SCHEMA_NOT_FOUND);
        assertThat(inspect(database, expecting("T").in(List.of("OTHER"))).emptySchemas())
                .containsExactly("OTHER");
    }

    @Test
    void sendsAsManyStatementsForManyTablesAsForOne() throws Exception {
        DataSource few = h2("create table t0 (id int primary key, a enum('x') check (a = 'x'))");
        String[] tables = new String[40];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = "create table t" + i + " (id int primary key, b int unique, c int references t" + i + ")";
        }

        assertThat(statements(h2(tables))).isEqualTo(statements(few)).isLessThanOrEqualTo(H2Catalog.MOST_QUESTIONS);
    }

    private static int statements(DataSource database) throws Exception {
        AtomicInteger sent = new AtomicInteger();
        try (Connection connection = database.getConnection()) {
            Connection counting = (Connection) Proxy.newProxyInstance(
                    H2CatalogTest.class.getClassLoader(),
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
