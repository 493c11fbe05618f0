package dev.schemaguard.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QuickstartTest {

    @Test
    void showsTheRefusalTheCureAndTheQuery() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Quickstart.play(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        String shown = withoutWhatDiffers(bytes.toString(StandardCharsets.UTF_8));

        assertThat(shown).contains(reportInReadme());
        assertThat(shown).isEqualTo("""
                        1. The database is at release 41: businesses and posts.
                        2. Release 42 starts without its migration. Its first connection is refused:

                           Schema Guard: DRIFTED: 2 breaking

                             posts
                               BREAKING  missing-column  posts.quality
                                 every statement that names `posts.quality` fails: the column does not exist
                                 expected: jsonb  (V42__quality_and_reel_jobs.sql:1)
                                 found:    nothing
                                 hint:     V42__quality_and_reel_jobs.sql:1 adds it

                             reel_jobs
                               BREAKING  missing-table  reel_jobs
                                 every statement on `reel_jobs` fails: the table does not exist
                                 expected: a table of 3 columns  (V42__quality_and_reel_jobs.sql:3)
                                 found:    nothing
                                 hint:     V42__quality_and_reel_jobs.sql:3 adds it

                           What to do: run this release's pending migrations against this database, or deploy the release that
                           matches it. Until then its statements fail as said above. `schema-guard fix` prints SQL that cures it.

                           Checked 2 of 3 tables, 6 columns, as role postgres in schema public of PostgreSQL VERSION (jdbc:postgresql://localhost:PORT/postgres).
                           Expected by classpath:db/migration.
                           What a finding means: https://github.com/schemaguard/schemaguard/blob/main/docs/findings/README.md

                        3. Somebody remembers: the migration runs.
                        4. The same service looks again, without a restart:

                           Schema Guard: conforms: the database has what this release expects

                           Checked 3 of 3 tables, 10 columns, as role postgres in schema public of PostgreSQL VERSION (jdbc:postgresql://localhost:PORT/postgres).
                           Expected by classpath:db/migration.

                        5. A query works: the post 'Fresh bread' has quality 97.
                        """);
    }

    /** What people see first has to be what they get. */
    private static String reportInReadme() throws IOException {
        String readme = Files.readString(Path.of("..", "..", "README.md"));
        int begin = readme.indexOf("```\n") + 4;
        return withoutWhatDiffers(readme.substring(begin, readme.indexOf("```", begin)))
                .lines()
                .map(line -> line.isEmpty() ? "" : "   " + line)
                .collect(Collectors.joining("\n"));
    }

    private static String withoutWhatDiffers(String shown) {
        return shown.replaceAll("localhost:[0-9]+", "localhost:PORT")
                .replaceAll("PostgreSQL [0-9.]+", "PostgreSQL VERSION");
    }
}
