package dev.schemaguard.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.model.ColumnDefault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionSpellingTest {

    private static final DataSource DATABASE = TestPostgres.freshDatabase();

    private final Dialect dialect = Databases.assumed().dialect();

    /** Each default is given to the server, which prints it in its own way. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "varchar(20) | 'draft'",
                "varchar(20) | 'it''s'",
                "text | 'draft'::text",
                "text | ('')",
                "text | '(a) or (b)'",
                "text | lower('A' || 'b')",
                "text | current_user",
                "integer | 0",
                "integer | '0'",
                "integer | -1",
                "integer | (1 + 2) * 3",
                "integer | 1 + 2 * 3",
                "integer | - (1 + 2)",
                "bigint | 0",
                "bigint | 9223372036854775807",
                "numeric(10,2) | 0.00",
                "numeric(10,2) | -1.5",
                "boolean | true",
                "boolean | TRUE",
                "boolean | 'false'::boolean",
                "boolean | cast('t' as boolean)",
                "boolean | (not true)",
                "jsonb | '{}'",
                "jsonb | '{\"a\": [1, 2]}'::jsonb",
                "jsonb | jsonb_build_object('a', 1)",
                "text[] | '{}'",
                "text[] | array[]::text[]",
                "text[] | ARRAY['a', 'b']",
                "uuid | gen_random_uuid()",
                "uuid | pg_catalog.gen_random_uuid()",
                "timestamptz | now()",
                "timestamptz | NOW()",
                "timestamptz | CURRENT_TIMESTAMP",
                "timestamptz | current_timestamp",
                "timestamptz | now() + interval '1 day'",
                "timestamptz | now() - '7 days'::interval",
                "timestamp | (now() at time zone 'utc')",
                "timestamp | timezone('utc', now())",
                "timestamp | now()",
                "timestamp | localtimestamp",
                "date | CURRENT_DATE",
                "date | now()::date",
                "time | current_time::time",
                "bigint | (extract(epoch from now()) * 1000)::bigint",
                "interval | interval '1 day'",
                "inet | '127.0.0.1'",
                "integer | case when true then 1 else 2 end",
                "integer | coalesce(null, 3)",
                "bit(3) | B'010'",
                "text | substr(md5(random()::text), 1, 8)"
            })
    void spellsDefaultsLikeTheServerThatPrintsThem(String type, String written) throws SQLException {
        TestPostgres.execute(
                DATABASE,
                "drop table if exists spelled",
                "create table spelled (it " + type + " default " + written + ")");

        String printed = one("select pg_get_expr(adbin, adrelid) from pg_attrdef where adrelid = 'spelled'::regclass");

        assertThat(compared(printed)).as(printed).isEqualTo(compared(written));
    }

    private String compared(String columnDefault) {
        return dialect.columnDefault(columnDefault) instanceof ColumnDefault.Expression expression
                ? expression.text()
                : "";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a > 0",
                "a>0 and b < 1",
                "a > 0 and b < 1 and a <> b",
                "a > 0 or b < 1 and a <> b",
                "(a > 0 or b < 1) and a != b",
                "not (a = b)",
                "a between 1 and 10",
                "a not between 1 and 10",
                "s in ('x', 'y')",
                "v in ('x', 'y')",
                "v not in ('x', 'y')",
                "v in ('x')",
                "s = any (array['x', 'y'])",
                "s like 'x%'",
                "s not like 'x%'",
                "v ilike 'x%'",
                "s ~ '^[a-z]+$'",
                "v ~* '^[a-z]+$'",
                "s is not null",
                "s is null or v is null",
                "s is distinct from v",
                "length(s) <= 255",
                "char_length(v) > 0",
                "lower(v) = v",
                "a = -1",
                "a=-1 and b=+1",
                "a + b * 2 - 1 >= 0",
                "(a + b) * 2 >= 0",
                "a % 2 = 0",
                "a - b - a = 0",
                "a - (b - a) = 0",
                "j ->> 'kind' is not null",
                "j ? 'kind'",
                "(j ->> 'n')::int > 3",
                "cast(s as integer) > 3",
                "case when a > 0 then b > 0 else true end",
                "coalesce(a, b, 0) > 0",
                "s || v <> ''",
                "flag",
                "not flag",
                "flag is true",
                "flag is not false",
                "(a is null) = (b is null)",
                "num_nonnulls(a, b) = 1",
                "d >= date '2020-01-01'",
                "t < now()",
                "extract(year from d) > 2000",
                "tags <@ array['a', 'b']",
                "tags[1] = 'a'",
                "array_length(tags, 1) > 0",
                "\"Mixed\" > 0",
                "trim(s) <> ''",
                "trim(both from s) <> ''",
                "btrim(s) <> ''",
                "trim(leading 'x' from s) = ltrim(v, 'x')",
                "trim(trailing from s) = rtrim(v)",
                "substring(s from 2 for 3) = 'abc'",
                "substring(s, 2) = 'bc'",
                "substring(s from '^a') is not null",
                "position('a' in s) > 0",
                "overlay(s placing 'x' from 1 for 2) <> v",
            })
    void spellsChecksLikeTheServerThatPrintsThem(String written) throws SQLException {
        TestPostgres.execute(
                DATABASE,
                "drop table if exists checked",
                "create table checked (a int, b int, s text, v varchar(9), j jsonb, flag boolean, d date, t timestamptz,"
                        + " tags text[], \"Mixed\" int, check (" + written + "))");

        String printed = one("select pg_get_expr(conbin, conrelid) from pg_constraint"
                + " where conrelid = 'checked'::regclass and contype = 'c'");

        assertThat(dialect.expression(printed).text())
                .as(printed)
                .isEqualTo(dialect.expression(written).text());
    }

    /** What is spelled is valid SQL with the same meaning, so that a table made from it spells the same again. */
    @ParameterizedTest
    @ValueSource(strings = {"a > 0 or b < 1 and a <> b", "s in ('x', 'y')", "v not in ('x', 'y')", "s not like 'x%'"})
    void spellsValidSql(String written) throws SQLException {
        String spelled = dialect.expression(written).text();
        TestPostgres.execute(
                DATABASE,
                "drop table if exists respelled",
                "create table respelled (a int, b int, s text, v varchar(9), check (" + spelled + "))");

        String printed = one("select pg_get_expr(conbin, conrelid) from pg_constraint"
                + " where conrelid = 'respelled'::regclass and contype = 'c'");

        assertThat(dialect.expression(printed).text()).isEqualTo(spelled);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a > 0 | a >= 0",
                "a > 0 and b > 0 or c > 0 | a > 0 and (b > 0 or c > 0)",
                "a - (b - c) | a - b - c",
                "'a' | 'b'",
                "a | \"A\"",
                "now() | clock_timestamp()",
                "s in ('x', 'y') | s not in ('x', 'y')",
                "s like 'x' | s ilike 'x'",
                "'x  y' | 'x y'"
            })
    void tellsOtherMeaningsApart(String one, String other) {
        assertThat(dialect.expression(one).text())
                .isNotEqualTo(dialect.expression(other).text());
    }

    @Test
    void takesDefaultNullForNoDefault() {
        assertThat(dialect.columnDefault("NULL")).isEqualTo(ColumnDefault.NONE);
        assertThat(dialect.columnDefault("NULL::character varying")).isEqualTo(ColumnDefault.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a >", "((", "'open", "\"open", "", "a b c", "select 1 from x where y", "f(", "case when", "a::"
            })
    void leavesWhatItCannotTakeApartAsItIs(String odd) {
        assertThat(dialect.expression(odd).text()).isEqualTo(odd.strip());
    }

    private static String one(String sql) throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    @Test
    void leavesHostileNestingAndLengthAsTheyAre() {
        String deep = "(".repeat(5_000) + "a" + ")".repeat(5_000);
        String chain = "a = 1 or ".repeat(100_000) + "a = 2";

        assertThat(dialect.expression(deep).text()).isEqualTo(deep);
        assertThat(dialect.expression(chain).text()).isEqualTo(chain);
    }
}
