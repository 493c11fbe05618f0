package dev.schemaguard.database.sqlite.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.fix.Cure;
import dev.schemaguard.fix.UnsafeText;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed for SQLite runs there, and cures; where nothing can, it is said why. */
class SqliteFixTest {

    private static final String MADE_ANEW = "it is made anew and its rows are copied";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "integer",
                "int",
                "bigint",
                "unsigned big int",
                "double precision",
                "real",
                "text",
                "varchar(40)",
                "varchar(40) collate nocase",
                "national varchar(10)",
                "numeric(10,2)",
                "numeric(10,-2)",
                "boolean default true not null",
                "boolean default 0 not null",
                "date",
                "datetime",
                "blob",
                "blob default x'00ff'",
                "text default 'it''s \\ so' not null",
                "real default -1.5e3 not null",
                "json",
                "any",
                "\"Select\"",
                "[of two]",
                "text not null default 'x'"
            })
    void makesTablesAndColumnsOfEachType(String type) throws Exception {
        try (Connection connection = open(
                "create table gone (id integer primary key, c " + type + ")",
                "create table stays (id integer primary key, c " + type + ")",
                "insert into stays (id) values (1)")) {
            Cure cure = Cure.of(connection);

            cure.execute("drop table gone", "alter table stays drop column c");

            cure.mustWork();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table t (a text not null, b integer, primary key (b, a))",
                "create table t (a text primary key, b integer unique) without rowid",
                "create table t (a text check (length(a) < 10 and a not in ('x', 'y')), b int, check (b > 0 or b is null))",
                "create table t (a text default current_timestamp, b text default (lower('X')))",
                "create table t (a integer references parents on delete cascade, b integer, foreign key (b) references parents (id))",
                "create table t (\"order\" int, [group] int, unique (\"order\", [group]))",
                "create table t (a, b); create index i on t (a desc); create unique index u on t (lower(a)) where b > 0",
                "create table t (a int) strict"
            })
    void makesTablesWithAllTheirRules(String table) throws Exception {
        try (Connection connection = open("create table parents (id integer primary key)")) {
            execute(connection, table.split("; "));
            Cure cure = Cure.of(connection);

            cure.execute("drop table t");

            cure.mustWork();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop index by_born",
                "drop index by_title",
                "drop table authors",
                "alter table posts drop column author",
                "drop index by_title; alter table posts drop column score",
                "drop index by_born; alter table posts drop column born"
            })
    void addsColumnsAndIndexes(String change) throws Exception {
        try (Connection connection = release()) {
            Cure cure = Cure.of(connection);

            cure.execute(change.split("; "));

            cure.mustWork();
        }
    }

    @Test
    void makesAllThatAnEmptyDatabaseLacks() throws Exception {
        try (Connection connection = release()) {
            Cure cure = Cure.of(connection);

            cure.execute("drop table posts", "drop table authors");

            cure.mustWork();
        }
    }

    @Test
    void keepsAKeyByAUniqueIndex() throws Exception {
        try (Connection connection = open("create table t (a text, b text, unique (a, b))")) {
            Cure cure = Cure.of(connection);

            cure.execute("drop table t", "create table t (a text, b text)", "insert into t values ('x', 'y')");

            cure.mustWork();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a integer not null, primary key (a)",
                "a integer, check (a > 0)",
                "a integer, foreign key (a) references parents",
                "a integer not null",
                "a integer default 7",
                "a text"
            })
    void saysThatATableWouldHaveToBeMadeAnew(String table) throws Exception {
        try (Connection connection =
                open("create table parents (id integer primary key)", "create table t (b text, " + table + ")")) {
            Cure cure = Cure.of(connection);
            String live = table.startsWith("a text") ? "a integer" : "a int";

            cure.execute("drop table t", "create table t (b text, " + live + ")");

            assertThat(cure.reasons()).isNotEmpty().allMatch(reason -> reason.contains(MADE_ANEW));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text not null",
                "text default current_timestamp",
                "text default (lower('X'))",
                "text default ('a' || 'b')"
            })
    void saysWhichColumnsCannotBeAdded(String definition) throws Exception {
        try (Connection connection = open("create table t (a " + definition + ", b int)")) {
            Cure cure = Cure.of(connection);

            cure.execute("drop table t", "create table t (b int)", "insert into t values (1)");

            assertThat(cure.reasons())
                    .singleElement()
                    .asString()
                    .contains("cannot be added")
                    .contains(MADE_ANEW);
        }
    }

    /** The text of a schema is what somebody wrote: no second statement comes of it, and no comment hides what follows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1); drop table parents; --",
                "a > 0 -- and",
                "a > 0 /* and */",
                "a, b",
                "(a > 0",
                "exists (select 1)",
                "a > 'x",
                "a > \"x",
                "a ; b",
                "1e5x",
                ""
            })
    void letsNothingThroughThatIsNoExpression(String text) {
        assertThat(refusal(text)).contains("is not written into SQL");
    }

    @Test
    void takesTextsOfAnyKindUpToItsBound() {
        assertThat(ExpressionGate.through("check", "a <> '" + "''".repeat(1_900) + "'")
                        .text())
                .startsWith("(a <> ");
        assertThat(refusal("a <> '" + "''".repeat(100_000) + "'")).contains("longer than any expression");
    }

    private static String refusal(String text) {
        try {
            return ExpressionGate.through("check", text).text();
        } catch (UnsafeText e) {
            return e.reason();
        }
    }

    @Test
    void tellsWhatAnExpressionCalls() {
        assertThat(ExpressionGate.through("check", "length(a) > 0 and a in ('x')")
                        .calls()
                        .functions())
                .extracting(Object::toString)
                .isEqualTo(List.of("length"));
    }

    private static Connection release() throws SQLException {
        return open(
                "create table authors (id integer primary key, name text not null unique)",
                """
                create table posts (
                    id integer primary key,
                    title text not null,
                    score real not null default 1.5,
                    born date,
                    author integer references authors (id) on delete set null)""",
                "create index by_born on posts (born desc)",
                "create unique index by_title on posts (title) where score > 0",
                "insert into posts (title) values ('one'), ('two')");
    }

    private static Connection open(String... statements) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        execute(connection, statements);
        return connection;
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
