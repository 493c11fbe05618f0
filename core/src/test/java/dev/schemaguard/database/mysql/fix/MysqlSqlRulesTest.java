package dev.schemaguard.database.mysql.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.fix.SqlRules;
import dev.schemaguard.fix.UnsafeText;
import dev.schemaguard.fix.WrittenExpression;
import dev.schemaguard.model.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MysqlSqlRulesTest {

    private final SqlRules rules = new MysqlSqlRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1); drop table victim; -- ",
                "1; drop table victim",
                "1) engine=memory comment='",
                "'a'), add column x int",
                "1, drop column a",
                "1 -- comment",
                "1 # comment",
                "1 /* comment",
                "1 /*! drop table victim */",
                "1 */",
                "'open",
                "`open",
                "(1",
                "1)",
                "'\\' or 1 or '",
                "\"a\"",
                "@@datadir",
                "@x := 1",
                "(select user from mysql.user)",
                "(1 union select 2)",
                "?",
                "{d '2020-01-01'}",
                "1x",
                "a\\g",
                "",
                "'a\0b'"
            })
    void refusesWhatIsNotCertainToBeOneExpression(String text) {
        assertThatThrownBy(() -> rules.expression("check", text)).isInstanceOf(UnsafeText.class);
        assertThatThrownBy(() -> rules.columnDefault(text)).isInstanceOf(UnsafeText.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "1 | 1",
                "-1.5e3 | -1.5e3",
                "'it''s' | 'it''s'",
                "'two\\\\' | 'two\\\\'",
                "b'101' | b'101'",
                "x'4142' | x'4142'",
                "null | null",
                "current_timestamp | current_timestamp",
                "CURRENT_TIMESTAMP(6) | CURRENT_TIMESTAMP(6)",
                "now() | now()",
                "uuid() | (uuid())",
                "(uuid()) | (uuid())",
                "a + 1 | (a + 1)",
                "(a) + (1) | ((a) + (1))",
                "_utf8mb4'x' | (_utf8mb4'x')"
            })
    void writesDefaultsInParenthesesUnlessTheyAreConstantsOrTheClock(String text, String written) {
        assertThat(rules.columnDefault(text).text()).isEqualTo(written);
    }

    @Test
    void namesWhatAnExpressionCalls() {
        WrittenExpression known =
                rules.expression("check", "json_valid(`doc`) and a in (1, 2) and cast(b as char(10)) <> ''");
        WrittenExpression unknown = rules.expression("check", "app.f(a) or sleep(10) or `g`(1)");

        assertThat(known.calls().unknown()).isEmpty();
        assertThat(unknown.calls().unknown()).extracting(ObjectName::name).containsExactlyInAnyOrder("f", "sleep", "g");
    }

    @Test
    void refusesABackslashInAText() {
        assertThat(rules.literal("it's")).isEqualTo("'it''s'");
        assertThatThrownBy(() -> rules.literal("a\\")).isInstanceOf(UnsafeText.class);
        assertThatThrownBy(() -> rules.literal("a\0")).isInstanceOf(UnsafeText.class);
    }

    @Test
    void takesOneStatementForOneOnly() {
        assertThat(rules.isOneStatement("ALTER TABLE `a;b` ADD COLUMN c int")).isTrue();
        assertThat(rules.isOneStatement("ALTER TABLE a ADD COLUMN c int; DROP TABLE a"))
                .isFalse();
        assertThat(rules.isOneStatement("ALTER TABLE a /*!50000 ADD COLUMN c int */"))
                .isFalse();
    }
}
