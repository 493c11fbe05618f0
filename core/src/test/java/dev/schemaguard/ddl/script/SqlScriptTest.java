package dev.schemaguard.ddl.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SqlScriptTest {

    @Test
    void splitsAtSemicolonsAndKnowsTheLineOfEachStatement() {
        List<SqlStatement> statements =
                split("CREATE TABLE a (x int);\n\n-- a comment; with one\nDROP TABLE a;;\n;ALTER TABLE b\nADD y int");

        assertThat(statements)
                .extracting(SqlStatement::opening)
                .containsExactly("CREATE TABLE a (x int)", "DROP TABLE a", "ALTER TABLE b ADD y int");
        assertThat(statements)
                .extracting(statement -> statement.origin().line())
                .containsExactly(1, 4, 5);
    }

    @Test
    void keepsSemicolonsInQuotesOfEveryKind() {
        List<String> texts = List.of(
                "'a;b'",
                "'it''s;'",
                "E'a\\';b'",
                "e'\\\\'",
                "U&'d\\0061;t'",
                "N';'",
                "B'1;0'",
                "X'1;F'",
                "$$a;b$$",
                "$tag$ a; $$ ; $other$ ; $tag$",
                "$_x1$;$_x1$",
                "\"a;b\"",
                "\"a\"\";b\"",
                "U&\"d\\0061;\"",
                "/* ; /* nested; */ ; */ 1",
                "1 -- ;\n");

        for (String text : texts) {
            assertThat(split("SELECT " + text + ";\nSELECT 2;")).as(text).hasSize(2);
        }
    }

    @Test
    void joinsLiteralsThatGoOnOnALaterLineAndEscapesThemAlike() {
        List<SqlStatement> statements = split("SELECT E'x\\''\n -- why\n 'y\\';z'; DROP TABLE a");

        assertThat(statements).hasSize(2);
        assertThat(statements.get(0).tokens().get(1).text()).isEqualTo("E'x\\'y\\';z'");
    }

    @Test
    void doesNotTakeADollarWithinANameForAQuote() {
        assertThat(split("SELECT a$b$c; SELECT $1; SELECT $2")).hasSize(3);
    }

    @Test
    void keepsTheBodyOfASqlFunctionTogether() {
        String script = "CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC\n"
                + " SELECT CASE WHEN a > 1 THEN 1 ELSE 2 END; SELECT 3;\nEND;\nBEGIN; CREATE TABLE t (x int); END;";

        assertThat(split(script))
                .extracting(statement -> statement.tokens().get(0).text())
                .containsExactly("CREATE", "BEGIN", "CREATE", "END");
    }

    @Test
    void keepsTheActionsOfARuleTogether() {
        assertThat(split("CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO a VALUES (1); DELETE FROM b); SELECT 1"))
                .hasSize(2);
    }

    @Test
    void recoversAtTheNextSemicolonWhereAParenthesisIsMissing() {
        assertThat(split("CREATE TABLE a (x int; CREATE TABLE b (y int);")).hasSize(2);
    }

    @Test
    void skipsTheRowsOfACopy() {
        String script = "COPY public.a (x, y) FROM stdin;\n1\tit's; \"\n2\t$$\n\\.\n\nDROP TABLE a;\n"
                + "\\copy b from stdin\n'\n\\.\nDROP TABLE b;";

        assertThat(split(script))
                .extracting(SqlStatement::opening)
                .contains("DROP TABLE a", "DROP TABLE b")
                .hasSize(4);
    }

    @Test
    void takesACommandToPsqlForAStatementOfItsOwn() {
        List<SqlStatement> statements = split("\\connect app\n\\set x 'it''s\nSELECT 1 AS x \\gset\nDROP TABLE a;");

        assertThat(statements)
                .extracting(statement -> statement.tokens().get(0).text())
                .containsExactly("\\connect app", "\\set x 'it''s", "SELECT", "DROP");
    }

    @Test
    void treatsBackslashesAsTheScriptSaysForOrdinaryStrings() {
        assertThat(split("SET standard_conforming_strings = off; SELECT 'a\\';'; DROP TABLE a"))
                .hasSize(3);
    }

    @Test
    void saysWhereAnUnfinishedQuoteBegan() {
        for (String text : List.of("'abc", "\"abc", "$x$ abc $$", "/* a /* b */", "E'abc\\'")) {
            assertThatExceptionOfType(SchemaSourceException.class)
                    .as(text)
                    .isThrownBy(() -> split("SELECT 1;\n\nSELECT " + text + "\n\n"))
                    .withMessageStartingWith("script.sql:3: the ")
                    .withMessageContaining("that begins here does not end; close it with ");
        }
    }

    @Test
    void refusesWhatIsNoText() {
        assertThatExceptionOfType(SchemaSourceException.class)
                .isThrownBy(() -> split("PGDMP\0\1"))
                .withMessageContaining("is not a text in UTF-8")
                .withMessageContaining("save the script as UTF-8");
    }

    @Test
    void accountsForEveryCharacter() {
        String script = " ;; SELECT 1; /* x */ INSERT INTO a VALUES ('" + "x".repeat(40_000)
                + "') ; \\echo\nDROP TABLE a \n -- end";
        long end = 0;
        for (SqlStatement statement : split(script)) {
            assertThat(statement.start()).isEqualTo(end);
            end = statement.end();
        }
        assertThat(end).isEqualTo(script.length());
    }

    @Test
    void showsNoContentOfLiterals() {
        assertThat(split("ALTER ROLE app PASSWORD 'secret'").get(0).opening())
                .isEqualTo("ALTER ROLE app PASSWORD '...'");
        assertThat(split("DO $$ secret $$").get(0).opening()).isEqualTo("DO $$...$$");
    }

    @Test
    void keepsOnlyTheBeginningOfRows() {
        String rows = "(1, 'abcdefgh'), ".repeat(100_000);
        List<SqlStatement> statements =
                split("INSERT INTO a VALUES " + rows + "(2, '" + "y".repeat(1_000_000) + "'); DROP TABLE a");
        SqlStatement insert = statements.get(0);

        assertThat(statements).hasSize(2);
        assertThat(insert.whole()).isFalse();
        assertThat(insert.tokens().stream()
                        .map(Token::text)
                        .collect(Collectors.joining())
                        .length())
                .isLessThanOrEqualTo(SqlScript.SKIMMED);
    }

    static List<SqlStatement> split(String text) {
        List<SqlStatement> statements = new ArrayList<>();
        try (SqlScript script = SqlScript.open(SourceText.text("script.sql", text), Placeholders.NONE)) {
            Optional<SqlStatement> statement = script.next();
            while (statement.isPresent()) {
                statements.add(statement.get());
                statement = script.next();
            }
        }
        return statements;
    }
}
