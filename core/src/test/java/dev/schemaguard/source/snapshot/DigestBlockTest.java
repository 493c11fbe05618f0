package dev.schemaguard.source.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.ObjectDigest;
import dev.schemaguard.inspect.ObjectDigest.Kind;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DigestBlockTest {

    private static final String FACTS = """
            {
              "version": 1,
              "dialect": "postgresql",
              "tables": [
                {
                  "name": "posts"
                }
              ]
            }
            """;

    private static final DigestBlock TWO_VERSIONS =
            new DigestBlock("postgresql", List.of(version(15, "posts", "ab", "cd"), version(16, "posts", "ef", "01")));

    @Test
    void readsWhatWasWrittenBehindTheFacts() {
        String text = TWO_VERSIONS.addedTo(FACTS);

        assertThat(read(text)).contains(TWO_VERSIONS);
        assertThat(DigestBlock.leftOutOf(text)).isEqualTo(FACTS);
        assertThat(text).startsWith(FACTS.substring(0, FACTS.length() - 3)).endsWith("    ]\n  }\n}\n");
    }

    @Test
    void isSkippedByWhoReadsTheFacts() {
        String text = TWO_VERSIONS.addedTo(FACTS);

        assertThat(SnapshotJson.read(SourceText.text("schema.json", text)).schema())
                .isEqualTo(
                        SnapshotJson.read(SourceText.text("schema.json", FACTS)).schema());
    }

    @Test
    void refusesDigestsOfOtherFacts() {
        String edited = TWO_VERSIONS.addedTo(FACTS).replace("\"name\": \"posts\"", "\"name\": \"users\"");

        assertThatThrownBy(() -> read(edited))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("they are not of the facts before them, which somebody edited or merged");
    }

    @Test
    void refusesWhatIsLaidOutOtherwise() {
        String text = TWO_VERSIONS.addedTo(FACTS);

        for (String other : List.of(
                text.replace("[15, 16]", "[15, 16, 17]"),
                text.replace("[15, 16]", "[15, sixteen]"),
                text.replace("\"table\"", "\"folder\""),
                text.replace("\"12\"", "\"many\""),
                text.replace("    ]\n  }\n}\n", "    ],\n    \"more\": 1\n  }\n}\n"),
                text.substring(0, text.length() - 10))) {
            assertThatThrownBy(() -> read(other)).as(other).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void isLeftOutWhereANameDoesNotStandInJsonAsItIs() {
        DigestBlock hostile = new DigestBlock("postgresql", List.of(version(15, "a\"]}", "ab", "cd")));

        assertThat(hostile.addedTo(FACTS)).isEqualTo(FACTS);
        assertThat(read(FACTS)).isEmpty();
    }

    private static TableDigests version(int major, String table, String ofTable, String ofType) {
        return new TableDigests(
                major,
                List.of(
                        new ObjectDigest(Kind.TABLE, ObjectName.of(table), 12, ofTable),
                        new ObjectDigest(Kind.TYPE, ObjectName.of("app", "mood"), 0, ofType)));
    }

    private static Optional<DigestBlock> read(String text) {
        return DigestBlock.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
