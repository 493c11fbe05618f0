package dev.schemaguard.database.postgres.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.fix.UnsafeText;
import dev.schemaguard.model.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into SQL is one expression, by the rules of the server and of those who send it there. */
class ExpressionWriterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1, DROP COLUMN n",
                "1; create table pwned()",
                "true); create table pwned(); --",
                "1; commit",
                "1\n\\! touch marker",
                "1 \\! touch marker",
                "'a' || \\gexec",
                "1 -- 2",
                "1 /* 2 */",
                "1 /* /* 2 */",
                "a*/*b*/c",
                "1 CHECK (id > 0)",
                "1 REFERENCES victim",
                "1 PRIMARY KEY",
                "(select 1)",
                "exists (table victim)",
                "(values (1))",
                "(with d as (delete from victim returning 1) select 1)",
                "(1",
                "1)",
                "(1]",
                "a[(1])",
                "'it''s",
                "\"name",
                "\"\"",
                "E'it\\'s'",
                "E'end\\'",
                "U&'\\0061'",
                "u&\"\\0061\"",
                "N'x'",
                "'a'\n'b'",
                "$$text",
                "$1 + 1",
                "${secret}",
                ":name",
                "a = :'name'",
                ":{?name}",
                "f(x := 1)",
                "{fn now()}",
                "'a\u0000b'",
                "1\u0001",
                "",
                "   "
            })
    void refusesWhatMayBeMoreThanOneExpression(String text) {
        assertThatThrownBy(() -> ExpressionWriter.expression("default", text)).isInstanceOf(UnsafeText.class);
        assertThatThrownBy(() -> ExpressionWriter.columnDefault(text))
                .isInstanceOfSatisfying(
                        UnsafeText.class,
                        e -> assertThat(e.reason()).startsWith("the default `").contains("is not written into SQL: "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '@',
            value = {
                "1 => 1",
                "-1.5e3 => -1.5e3",
                "'it''s; -- /* \\!' => E'it''s; -- /* \\\\!'",
                "'plain; text' => 'plain; text'",
                "$tag$it's$tag$ => 'it''s'",
                "nextval('a_seq'::regclass) => nextval('a_seq'::regclass)",
                "nextval('a_seq') => nextval('a_seq')",
                "now() => (now())",
                "('a') || 'b' => (('a') || 'b')",
                "(a) and (b) => ((a) and (b))",
                "(a and (b)) => (a and (b))",
                "a[1:2] => (a[1 : 2])",
                "x::varchar(20)::\"od;d\" => (x::varchar(20)::\"od;d\")",
                "E'\\n' || B'01' => (E'\\n' || B'01')",
                "größe > 1 => (\"größe\" > 1)",
                "f('a', (b, c)) => (f('a', (b, c)))",
                "a ? 'x' => (a ? 'x')",
                "now() at time zone 'utc'::text => (now() at time zone 'utc'::text)",
                "'1'::timestamp with time zone => ('1'::timestamp with time zone)"
            })
    void writesAnExpressionAnewInParentheses(String text, String written) {
        assertThat(ExpressionWriter.columnDefault(text).text()).isEqualTo(written);
    }

    @Test
    void takesNoMoreMemoryOrStackThanTheTextIsLong() {
        String quotes = "'" + "''".repeat(100_000) + "'";

        assertThat(ExpressionWriter.columnDefault(quotes).text()).isEqualTo(quotes);
        assertThat(ExpressionWriter.expression("check", "(".repeat(50_000) + "1" + ")".repeat(50_000))
                        .text())
                .hasSize(100_001);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '@',
            value = {
                "setval('s', 1) => setval",
                "lower(setval('s', 1)::text) => setval",
                "\"pg_read_file\" ('/etc/passwd') => pg_read_file",
                "app.lower(x) => app.lower",
                "pg_catalog.setval('s', 1) => pg_catalog.setval",
                "posts.evil => posts.evil",
                "(posts).evil => evil",
                "'x'::evil => evil",
                "cast('x' as app.evil) => app.evil",
                "evil 'x' => evil",
                "is(1) => is",
                "similar(a) and isnull(b) => similar|isnull",
                "like 'x' => like",
                "a and not like 'x' => like",
                "'x'::lower => lower",
                "lower 'x' => lower",
                "cast(lower('x') as upper) => upper",
                "a operator(app.=) b => app.=",
                "'a' || nextval('s') => nextval",
                "like(a, b) and evil(a) => evil",
                "EVIL(1) => evil",
                "zone('utc') => zone",
                "a between escape('x') and 'y' => escape",
                "escape 'x' => escape",
                "operator(1) => operator",
                "varying(1) + second('x') => varying|second",
                "\"and\"(1) => and",
                "case when evil (1) > 0 then 1 end => evil"
            })
    void namesWhatItDoesNotKnowToBeHarmless(String text, String called) {
        assertThat(ExpressionWriter.columnDefault(text).calls().unknown())
                .extracting(ObjectName::toString)
                .containsExactlyInAnyOrder(called.split("[|]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "now()",
                "gen_random_uuid()",
                "(lower((a)::text) = upper(b)) and (c in (1, 2))",
                "coalesce(a, 0) between (1) and (2)",
                "nextval('s'::regclass)",
                "date_trunc('day', a at time zone 'utc')",
                "a like ('b%') escape ('x') or not (a is distinct from (b))",
                "to_tsvector('english'::regconfig, coalesce(title, ''))",
                "a = any (array['x', 'y']::text[])",
                "current_timestamp(3)",
                "cast(a as numeric(10, 2)) + interval '1 day' + time '10:00'",
                "'x'::\"char\"",
                "extract(epoch from a)::double precision",
                "a like 'x' and b not ilike 'y' and (c) similar to 'z'",
                "a collate \"C\" > 'b' collate pg_catalog.\"C\"",
                "pg_catalog.lower(a)",
                "value ~ '^[^@]+@.+$'"
            })
    void knowsWhatDoesNothingButCompute(String text) {
        assertThat(ExpressionWriter.columnDefault(text).calls().unknown()).isEmpty();
    }

    @Test
    void takesTheRuleOfAnExclusionApart() {
        String rule = "USING gist (room WITH =, tsrange(a, b) WITH &&) WHERE (room > 0)";

        assertThat(ExpressionWriter.exclusion(rule).text()).isEqualTo(rule);
        assertThat(ExpressionWriter.exclusion(rule).calls().unknown()).isEmpty();
        for (String hostile : new String[] {
            "USING gist (a WITH =), DROP COLUMN n",
            "USING gist (a WITH =) WHERE (true) DEFERRABLE",
            "USING gist (a WITH =); drop table victim",
            "USING gist (a WITH =) --",
            "USING gist",
            "USING"
        }) {
            assertThatThrownBy(() -> ExpressionWriter.exclusion(hostile)).isInstanceOf(UnsafeText.class);
        }
    }

    @Test
    void tellsOneStatementFromSeveral() {
        assertThat(SqlLexer.isOneStatement("CREATE TABLE \"a;b\" (c text DEFAULT ';')"))
                .isTrue();
        assertThat(SqlLexer.isOneStatement("SELECT 1; SELECT 2")).isFalse();
        assertThat(SqlLexer.isOneStatement("SELECT 1;")).isFalse();
        assertThat(SqlLexer.isOneStatement("SELECT 1 -- 2")).isFalse();
        assertThat(SqlLexer.isOneStatement("")).isFalse();
    }
}
