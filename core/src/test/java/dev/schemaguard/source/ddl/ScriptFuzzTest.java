package dev.schemaguard.source.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.source.SchemaSourceException;
import dev.schemaguard.source.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Feeds scripts of random pieces: whatever comes, every character is accounted for and nothing but the room's own exception is thrown. */
class ScriptFuzzTest {

    private static final List<String> PIECES = List.of(
            "CREATE ",
            "TABLE ",
            "ALTER ",
            "DROP ",
            "a",
            "b.c",
            "\"d\"",
            "\"",
            "'",
            "''",
            "E'\\'",
            "U&\"\\0061\"",
            "U&'x'",
            "$$",
            "$t$",
            "$1",
            "$",
            "(",
            ")",
            "[",
            "]",
            ",",
            ";",
            ";\n",
            ".",
            "::",
            ":",
            ":=",
            "--",
            "-- x\n",
            "/*",
            "*/",
            "/",
            "*",
            "+",
            "-",
            "\\",
            "\\gset\n",
            "\\.\n",
            "\n",
            "\r\n",
            " ",
            "\t",
            "1",
            "1.5e3",
            "0x1F",
            "..",
            "int ",
            "text ",
            "serial ",
            "NOT NULL ",
            "DEFAULT ",
            "PRIMARY KEY ",
            "REFERENCES ",
            "CHECK ",
            "UNIQUE ",
            "CONSTRAINT ",
            "ADD ",
            "COLUMN ",
            "TYPE ",
            "AS ENUM ",
            "INDEX ",
            "ON ",
            "USING ",
            "WHERE ",
            "COPY t FROM stdin;\n",
            "BEGIN ",
            "ATOMIC ",
            "END ",
            "CASE ",
            "DO ",
            "IF ",
            "THEN ",
            "LOOP ",
            "EXECUTE ",
            "SELECT ",
            "INSERT INTO ",
            "VALUES ",
            "FUNCTION f() ",
            "AS $x$ BEGIN ",
            " END $x$;",
            "format('%I %s', ",
            "||",
            "LANGUAGE sql ",
            "RENAME TO ",
            "SET ",
            "search_path = ",
            "SCHEMA ",
            "PARTITION OF ",
            "LIKE ",
            "INHERITS ",
            "SEQUENCE ",
            "OWNED BY ",
            "VIEW ",
            "DOMAIN ",
            "\u00e9",
            "\ud83d\ude00",
            "\uFEFF",
            "\uFFFD",
            "${x}",
            "{{ y }}",
            "`",
            "#",
            "@");

    private static final List<String> STATEMENTS = List.of(
            "CREATE TABLE a (x int, y text DEFAULT 'z' CHECK (y <> ''), UNIQUE (x));",
            "ALTER TABLE a ADD COLUMN z numeric(5,2) NOT NULL DEFAULT 0, DROP COLUMN x;",
            "CREATE INDEX i ON a USING gin (lower(y) gin_trgm_ops DESC) WHERE x > 0;",
            "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_class WHERE relname = 'a') THEN EXECUTE 'DROP TABLE ' || 'a'; END IF; END $$;",
            "CREATE TYPE m AS ENUM ('a', 'b'); ALTER TYPE m ADD VALUE 'c' BEFORE 'b';",
            "CREATE FUNCTION f() RETURNS void LANGUAGE sql BEGIN ATOMIC SELECT 1; END; SELECT f();",
            "COPY a FROM stdin;\n1\t2\n\\.\n");

    @Test
    void accountsForEveryCharacterOfRandomScripts() {
        Random random = new Random(42);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int round = 0; round < 20_000; round++) {
                check(pieces(random));
            }
        });
    }

    @Test
    void readsDamagedStatementsWithoutAnyOtherException() {
        Random random = new Random(7);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int round = 0; round < 5_000; round++) {
                StringBuilder script = new StringBuilder();
                for (int i = 0; i < 4; i++) {
                    script.append(STATEMENTS.get(random.nextInt(STATEMENTS.size())))
                            .append('\n');
                }
                for (int i = 0; i < 3; i++) {
                    int from = random.nextInt(script.length());
                    script.replace(
                            from,
                            Math.min(script.length(), from + random.nextInt(6)),
                            PIECES.get(random.nextInt(PIECES.size())));
                }
                check(script.toString());
            }
        });
    }

    @Test
    void survivesStatementsThatNestVeryDeeply() {
        int deep = 20_000;
        for (String script : List.of(
                "CREATE TABLE a (x int CHECK (" + "(".repeat(deep) + "x" + ")".repeat(deep) + " > 0));",
                "CREATE TABLE a (x int" + "[".repeat(deep) + "]".repeat(deep) + ");",
                "CREATE VIEW v AS SELECT " + "(".repeat(deep) + "1" + ")".repeat(deep) + ";",
                "/*".repeat(deep) + "*/".repeat(deep) + "CREATE TABLE a (x int);",
                "DO $$ " + "BEGIN ".repeat(deep) + "NULL; " + "END; ".repeat(deep) + "$$;",
                "DO $$ BEGIN IF " + "NOT ".repeat(deep) + "true THEN DROP TABLE a; END IF; END $$;",
                "DO $$ BEGIN EXECUTE " + "lower(".repeat(deep) + "'x'" + ")".repeat(deep) + "; END $$;",
                "DO $$ BEGIN IF EXISTS (SELECT 1 FROM pg_class WHERE " + "NOT ".repeat(deep)
                        + "a) THEN DROP TABLE a; END IF; END $$;",
                "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS 'BEGIN PERFORM f(); END'; SELECT f();")) {
            check(script);
        }
    }

    private static String pieces(Random random) {
        StringBuilder script = new StringBuilder();
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            script.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return script.toString();
    }

    private static void check(String script) {
        SourceText text = SourceText.text("fuzz.sql", script);
        try (SqlScript split = SqlScript.open(text, Placeholders.NONE)) {
            long end = 0;
            StringBuilder joined = new StringBuilder();
            Optional<SqlStatement> statement = split.next();
            while (statement.isPresent()) {
                assertThat(statement.get().start()).as(script).isEqualTo(end);
                end = statement.get().end();
                joined.append(script, (int) statement.get().start(), (int) end);
                statement = split.next();
            }
            assertThat(split.offset()).as(script).isEqualTo(script.length());
            assertThat(script).startsWith(joined.toString());
        } catch (SchemaSourceException e) {
            assertThat(e.origin().location()).isEqualTo("fuzz.sql");
        }
        try {
            DdlSource.of(text).load(Dialect.postgresql());
        } catch (SchemaSourceException e) {
            assertThat(e.remedy()).isNotEmpty();
        }
    }
}
