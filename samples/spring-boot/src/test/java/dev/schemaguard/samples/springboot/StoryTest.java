package dev.schemaguard.samples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StoryTest {

    @Test
    void showsTheFailedStartAndTheGoodOne() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream recorded = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        System.setOut(recorded);
        try {
            Story.play(recorded);
        } finally {
            System.setOut(out);
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "1. The database is at release 41.",
                        "APPLICATION FAILED TO START",
                        "The database behind DataSource 'dataSource' lacks what this application expects.",
                        "Schema Guard: DRIFTED: 2 breaking",
                        "missing-column  posts.quality",
                        "expected: jsonb  (dev.schemaguard.samples.springboot.Post#quality)",
                        "missing-table  reel_jobs",
                        "It did not start, and said why.",
                        "Schema Guard: conforms",
                        "5. It serves: the post 'Fresh bread' has quality {score=97}.");
    }
}
