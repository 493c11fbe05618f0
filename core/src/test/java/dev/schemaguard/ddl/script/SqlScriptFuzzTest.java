package dev.schemaguard.ddl.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Splits random scripts: whatever comes, each character belongs to one statement and nothing but the own exception is thrown. */
class SqlScriptFuzzTest {

    @Test
    void accountsForEveryCharacterOfRandomScripts() {
        assertTimeoutPreemptively(
                Duration.ofMinutes(20), () -> RandomScripts.some(24_000).forEach(SqlScriptFuzzTest::check));
    }

    private static void check(String script) {
        try (SqlScript split = SqlScript.open(SourceText.text("fuzz.sql", script), Placeholders.NONE)) {
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
    }
}
