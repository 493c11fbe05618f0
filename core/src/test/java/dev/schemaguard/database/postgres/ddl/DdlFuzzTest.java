package dev.schemaguard.database.postgres.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.schemaguard.database.Databases;
import dev.schemaguard.ddl.script.RandomScripts;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.source.migrations.DdlSource;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads random scripts: nothing but the own exception is thrown, and it always says what to do. */
@Tag("proof")
class DdlFuzzTest {

    @Test
    void readsRandomScriptsWithoutAnyOtherException() {
        assertTimeoutPreemptively(
                Duration.ofMinutes(20), () -> RandomScripts.some(24_000).forEach(DdlFuzzTest::check));
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

    private static void check(String script) {
        try {
            DdlSource.of(SourceText.text("fuzz.sql", script)).load(Databases.assumed());
        } catch (SchemaSourceException e) {
            assertThat(e.remedy()).isNotEmpty();
        }
    }
}
