package dev.schemaguard.database.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteDialectTest {

    private final Dialect dialect = Databases.named("sqlite").orElseThrow().dialect();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Posts | Posts",
                "\"My Posts\" | My Posts",
                "`My Posts` | My Posts",
                "[My Posts] | My Posts",
                "\"a\"\"b\" | a\"b"
            })
    void keepsNamesAsTheyAreWritten(String written, String kept) {
        assertThat(dialect.identifier(written)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"posts, posts", "Posts, Posts", "my posts, \"my posts\"", "order, \"order\"", "ORDER, \"ORDER\""})
    void quotesWhatWouldMeanSomethingElse(String name, String quoted) {
        assertThat(dialect.quote(name)).isEqualTo(quoted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Balance\" >= 0 | [balance] >= 0",
                "`a` in ('x', \"b\") | a in ('x', b)",
                "lower(\"A\") = 'It''s \"A\"' | LOWER([a]) = 'It''s \"A\"'"
            })
    void spellsExpressionsAlikeWhateverQuotesAndCaseTheirNamesHave(String one, String other) {
        assertThat(dialect.expression(one).text())
                .isEqualTo(dialect.expression(other).text());
        assertThat(dialect.expression(one).written()).isEqualTo(one);
    }

    @Test
    void takesTextsForWhatTheyAre() {
        assertThat(dialect.expression("a = 'X'").text())
                .isNotEqualTo(dialect.expression("a = 'x'").text());
    }

    @ParameterizedTest
    @CsvSource({
        "VARCHAR(20), varchar(20)",
        "Unsigned  Big Int, unsigned big int",
        "'', any",
        "'DECIMAL(10,2)', 'decimal(10,2)'"
    })
    void spellsTheWordsOfATypeInOneCase(String written, String spelled) {
        assertThat(dialect.type(written)).hasToString(spelled);
    }

    /** Nothing that a type says refuses a value, but where the table is strict. */
    @ParameterizedTest
    @CsvSource({
        "varchar(255), int",
        "varchar(255), date",
        "datetime, bigint",
        "double, float",
        "bigint, text",
        "blob, int"
    })
    void neverCallsATypeRefused(String expected, String live) {
        ColumnType meant = dialect.type(expected);
        TypeFit fit = Databases.named("sqlite")
                .orElseThrow()
                .types()
                .fit(
                        meant,
                        Schema.builder().build(),
                        dialect.type(live),
                        Schema.builder().build());

        assertThat(fit).isLessThanOrEqualTo(TypeFit.OTHER_FAMILY);
    }
}
