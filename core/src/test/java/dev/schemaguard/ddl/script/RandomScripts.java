package dev.schemaguard.ddl.script;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Scripts of random pieces, and of sound statements that were damaged. An ordinary build looks at some thousands of them;
 * {@code -Dproof.full=true} at a hundred times as many, with other seeds each time.
 */
public final class RandomScripts {

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

    private final Random random;

    private RandomScripts(Random random) {
        this.random = random;
    }

    /** As many random scripts as the build has time for, the same ones in each ordinary build. */
    public static Stream<String> some(int count) {
        boolean full = Boolean.getBoolean("proof.full");
        RandomScripts scripts = new RandomScripts(new Random(full ? System.nanoTime() : 42));
        return IntStream.range(0, full ? count * 100 : count)
                .mapToObj(number -> number % 4 == 0 ? scripts.damaged() : scripts.pieces());
    }

    private String pieces() {
        StringBuilder script = new StringBuilder();
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            script.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return script.toString();
    }

    private String damaged() {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            script.append(STATEMENTS.get(random.nextInt(STATEMENTS.size()))).append('\n');
        }
        for (int i = 0; i < 3; i++) {
            int from = random.nextInt(script.length());
            script.replace(
                    from,
                    Math.min(script.length(), from + random.nextInt(6)),
                    PIECES.get(random.nextInt(PIECES.size())));
        }
        return script.toString();
    }
}
