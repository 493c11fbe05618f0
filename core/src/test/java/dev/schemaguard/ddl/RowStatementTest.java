package dev.schemaguard.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.ddl.RowStatement.None;
import dev.schemaguard.ddl.RowStatement.One;
import dev.schemaguard.ddl.script.LexicalRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowStatementTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '%',
            quoteCharacter = '"',
            value = {
                "select :a, x::int, ?1 from t;% select ?, x::int, ? from t% 2",
                "select * from t where a=:a and b = $2% select * from t where a=? and b = ?% 2",
                "update t set a=#{a.b,jdbcType=INTEGER} where c ?? 'x' and d=?% update t set a=? where c ?? 'x' and d=?% 2",
                "select ':a' /* :c */ from t -- :d% select ':a' /* :c */ from t -- :d% 0",
                "select a[1:n], a[lo:hi] from t where b ??| array[:c]% select a[1:n], a[lo:hi] from t where b ??| array[?]% 1",
            })
    void hasAQuestionMarkForEachValue(String text, String expected, int marks) {
        assertThat(of(text)).isInstanceOfSatisfying(One.class, one -> {
            assertThat(one.text()).isEqualTo(expected);
            assertThat(one.marks()).isEqualTo(marks);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(select 1) union (select 2)",
                "WITH x as (select 1) insert into t select * from x",
                "replace into t values (1)",
                "/* who */ merge into t using s on true when matched then delete",
                "values (1); ; \n"
            })
    void isOneWhereItBeginsAndEndsAsOne(String text) {
        assertThat(of(text)).isInstanceOf(One.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "select 1; select 2",
                "select 1 \\g",
                "select 'a",
                "select 1 /* open",
                "\"select\" 1",
                "call f()",
                "{? = call f()}",
                "select ${x}",
                "table t",
                "set role admin"
            })
    void isNoneWhereThatIsNotSure(String text) {
        assertThat(of(text)).isInstanceOf(None.class);
    }

    @Test
    void isNoneWhereItIsLongerThanAnybodyWrites() {
        assertThat(of("select 1" + " ".repeat(RowStatement.LONGEST) + ", 2")).isInstanceOf(None.class);
    }

    @Test
    void tellsWhatItCalls() {
        assertThat(of("select Lower(a), count(*) from t where b in (1)"))
                .isInstanceOfSatisfying(
                        One.class, one -> assertThat(one.calls()).contains("lower", "count"));
    }

    private static RowStatement of(String text) {
        return RowStatement.of(text, LexicalRules.standard());
    }
}
