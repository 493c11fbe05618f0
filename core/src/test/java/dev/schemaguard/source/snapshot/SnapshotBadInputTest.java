package dev.schemaguard.source.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotBadInputTest {

    private static final String HEAD = "{\"version\": 1, \"dialect\": \"postgresql\",\n";

    @Test
    void tellsThatTheFileIsEmpty() {
        assertThat(failure("  \n"))
                .hasMessage("schema.json: is empty, so it is not a snapshot of a schema;"
                        + " name a file that 'schema-guard snapshot' wrote");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [1, 2]                                                         | holds an array instead of an object
            "text"                                                         | holds a text instead of an object
            17                                                             | holds a whole number instead of an object
            null                                                           | holds null instead of an object
            {}                                                             | tells no "version" of its format
            {"openapi": "3.1.0", "info": {"version": "1"}, "paths": {}}    | tells no "version" of its format
            {"name": "app", "version": "1.0.0", "dependencies": {}}        | tells no "version" of its format
            {"version": 3, "sources": ["a.js"], "mappings": "AAAA"}        | tells no "dialect" beside its version
            {"version": 0, "dialect": "postgresql"}                        | tells no "version" of its format
            """)
    void tellsThatJsonOfAnotherKindIsNoSnapshot(String text, String reason) {
        SchemaSourceException failure = failure(text);

        assertThat(failure.reason()).isEqualTo(reason + ", so it is not a snapshot of a schema");
        assertThat(failure.origin()).hasToString("schema.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\": 2, \"dialect\": \"postgresql\", \"tables\": {\"posts\": 1}}",
                "{\"version\": 2, \"tables\": 7, \"dialect\": {\"name\": \"postgresql\"}}"
            })
    void tellsThatANewerVersionWroteIt(String text) {
        assertThat(failure(text))
                .hasMessage(
                        "schema.json: written by a newer Schema Guard (version 2 of the format, this one reads up to"
                                + " version 1); update schemaguard, or write the snapshot again with this one"
                                + " ('schema-guard snapshot')");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a": secret}                | schema.json:1 | broken JSON at column 7 (a word without quotes)
            {"a" "secret"}               | schema.json:1 | broken JSON at column 6 (a character that cannot stand there)
            {"a": 1,}                    | schema.json:1 | broken JSON at column 9 (a character that cannot stand there)
            {"a": "\\x"}                 | schema.json:1 | broken JSON at column 9 (an escape that JSON does not know)
            {"a": 01}                    | schema.json:1 | broken JSON at column 8 (not as JSON is written)
            """)
    void tellsLineAndColumnOfBrokenJsonWithoutItsContent(String text, String place, String reason) {
        SchemaSourceException failure = failure(text);

        assertThat(failure.origin()).hasToString(place);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.getMessage()).doesNotContain("secret");
    }

    @Test
    void tellsTheLineOfALineBreakInsideAText() {
        assertThat(failure(HEAD + "\"tables\": [{\"name\": \"a\nb\"}]}").reason())
                .startsWith("broken JSON at column ")
                .endsWith("(a control character or line break inside a text)");
    }

    @Test
    void tellsOfAMergeConflictThatWasLeftBehind() {
        SchemaSourceException failure = failure(HEAD + "<<<<<<< HEAD\n\"tables\": []}");

        assertThat(failure.origin()).hasToString("schema.json:2");
        assertThat(failure.reason()).contains("the mark of a merge conflict");
        assertThat(failure.remedy()).startsWith("resolve the conflict");
    }

    @Test
    void tellsThatTheFileWasCutOffWhereverThatHappens() {
        String whole = SnapshotJson.toText(
                        BlogSchema.live(), Databases.assumed().dialect())
                .strip();
        for (int length = 1; length < whole.length(); length += 3) {
            assertThat(failure(whole.substring(0, length)).reason())
                    .as("cut off after %d characters", length)
                    .matches("ends too early at column \\d+, it was cut off"
                            + "|broken JSON at column \\d+ \\(a word without quotes\\)");
        }
    }

    @Test
    void tellsThatSomethingFollowsTheEnd() {
        assertThat(failure(HEAD + "\"tables\": []}\n{\"version\": 1}"))
                .hasMessageStartingWith("schema.json:3: goes on after the end of the snapshot; ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "tables": {}                                                  | tables: an array was expected, found an object
            "tables": [7]                                                 | tables[0]: an object was expected, found a whole number
            "tables": [{"columns": []}]                                   | tables[0]: the table has no name
            "tables": [{"name": ""}]                                      | tables[0].name: '' breaks off or goes on unexpectedly at character 1
            "tables": [{"name": "a.b.c"}]                                 | tables[0].name: 'a.b.c' breaks off or goes on unexpectedly at character 4
            "tables": [{"name": "a"}, {"name": "a"}]                      | tables[1]: the table 'a' is there twice
            "tables": [{"name": "a", "kind": "temp"}]                     | tables[0].kind: one of 'table', 'partitioned-table', 'view', 'materialized-view', 'foreign-table' was expected, found 'temp'
            "tables": [{"name": "a", "columns": [{"name": "x"}], "kind": "view"}] | tables[0].kind: it was expected before "columns"
            "tables": [{"name": "a", "use": {"insert": "sometimes"}}]     | tables[0].use.insert: one of 'always', 'never' was expected, found 'sometimes'
            "tables": [{"name": "a", "columns": [{"name": "x", "type": ["text"]}]}]          | tables[0].columns[0].type: a text was expected, found an array
            "tables": [{"name": "a", "columns": [{"name": "x"}, {"name": "y", "type": 1}]}]  | tables[0].columns[1].type: a text was expected, found a whole number
            "tables": [{"name": "a", "columns": [{"name": "x", "type": "numeric(10"}]}]      | tables[0].columns[0].type: 'numeric(10' breaks off or goes on unexpectedly at character 11
            "tables": [{"name": "a", "columns": [{"name": "x", "nullable": "no"}]}]          | tables[0].columns[0].nullable: true or false was expected, found a text
            "tables": [{"name": "a", "columns": [{"name": ""}]}]                             | tables[0].columns[0].name: a name was expected, but it is empty
            "tables": [{"name": "a", "columns": [{"type": "text"}]}]                         | tables[0].columns[0]: the column has no name
            "tables": [{"name": "a", "columns": [{"name": "x"}, {"name": "x"}]}]             | tables[0].columns[1]: the column 'x' is there twice
            "tables": [{"name": "a", "columns": [{"name": "x", "generated": {}}]}]           | tables[0].columns[0].generated: "stored" or "virtual" was expected
            "tables": [{"name": "a", "constraints": [{"primaryKey": []}]}]                   | tables[0].constraints[0].primaryKey: at least one column was expected, but it is empty
            "tables": [{"name": "a", "constraints": [{"foreignKey": ["x"]}]}]                | tables[0].constraints[0]: the foreign key does not say what it "references"
            "tables": [{"name": "a", "constraints": [{"name": "x"}]}]                        | tables[0].constraints[0]: the rule is none of "primaryKey", "unique", "foreignKey", "check" and "exclude"
            "tables": [{"name": "a", "constraints": [{"unique": ["x"], "check": "y"}]}]      | tables[0].constraints[0].check: the rule is of another kind already
            "tables": [{"name": "a", "indexes": [{"name": "x"}]}]                            | tables[0].indexes[0]: the index does not say what it is "on"
            "tables": [{"name": "a", "indexes": [{"on": [{}]}]}]                             | tables[0].indexes[0].on[0]: either a "column" or an "expression" was expected
            "sequences": [{"name": "s", "increment": 1.5}]                | sequences[0].increment: a whole number was expected, found a number
            "sequences": [{"name": "s", "increment": 99999999999999999999}] | sequences[0].increment: a whole number of at most 64 bits was expected, found a larger one
            "sequences": [{"role": "owned"}]                              | sequences[0]: the sequence has no name
            "sequences": [{"name": "s"}, {"name": "s"}]                   | sequences[1]: the sequence 's' is there twice
            "types": [{"name": "t"}]                                      | types[0]: the type 't' is none of "enum", "domain", "composite", "range" and "opaque"
            "types": [{"name": "t", "composite": [{"name": "x"}, {"name": "x"}]}] | types[0].composite[1]: the attribute 'x' is there twice
            "complete": ["colums"]                                        | complete[0]: one of 'tables', 'columns', 'primary-keys', 'unique-keys', 'foreign-keys', 'checks', 'indexes', 'sequences', 'types' was expected, found 'colums'
            "tables": [], "leftOut": "ordinary"                           | leftOut: it was expected before "types" and "tables"
            """)
    void tellsWhereAValueIsNotWhatItShouldBe(String body, String reason) {
        SchemaSourceException failure = failure(HEAD + body + "}");

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.origin()).hasToString("schema.json:2");
        assertThat(failure.remedy()).contains("schema-guard snapshot");
    }

    @Test
    void refusesAFileNestedTooDeeply() {
        assertThat(failure(HEAD + "\"x\": " + "[".repeat(100_000)).reason())
                .startsWith("goes beyond the bounds of a snapshot")
                .endsWith("(too deeply nested)");
    }

    @Test
    void refusesASnapshotWithoutAnEnd() {
        SourceText endless = SourceText.of("schema.json", () -> new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                Arrays.fill(bytes, offset, offset + length, (byte) ' ');
                return length;
            }
        });

        assertThat(catchThrowableOfType(SchemaSourceException.class, () -> SnapshotJson.read(endless))
                        .reason())
                .startsWith("goes beyond the bounds of a snapshot")
                .endsWith("(too long)");
    }

    @Test
    void readsATextAsLongAsOneThatIsWritten() {
        Schema schema = Schema.builder()
                .table(
                        "posts",
                        table -> table.constraint(new Constraint.Check(
                                "long", "x".repeat(3_000_000), Constraint.Enforcement.ORDINARY, Origin.NONE)))
                .build();

        String text = SnapshotJson.toText(schema, Databases.assumed().dialect());

        assertThat(SnapshotJson.read(SourceText.text("schema.json", text)).schema())
                .isEqualTo(schema);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"dialect\": \"h2\", \"tables\": []",
                "\"tables\": [], \"tables\": []",
                "\"tables\": [{\"name\": \"a\", \"name\": \"b\"}]",
                "\"tables\": [{\"name\": \"a\", \"n\\u0061me\": \"b\"}]",
                "\"tables\": [{\"name\": \"a\", \"columns\": [{\"name\": \"a\", \"type\": \"text\", \"type\": \"uuid\"}]}]",
                "\"types\": [{\"name\": \"a\", \"enum\": [\"x\"], \"enum\": [\"y\"]}]",
                "\"to-come\": [{\"a\": {\"x\": {}, \"b\": 1, \"x\": {}}}]",
                "\"to-come\": {\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"i\":1,\"j\":{},\"k\":1,"
                        + "\"l\":1,\"m\":1,\"n\":1,\"o\":1,\"p\":1,\"q\":{},\"r\":1,\"j\":1}"
            })
    void refusesAFieldThatIsThereTwice(String body) {
        SchemaSourceException failure = failure(HEAD + body + "}");

        assertThat(failure.origin()).hasToString("schema.json:2");
        assertThat(failure.reason()).contains("' is there twice, at column ");
    }

    @Test
    void refusesBytesThatAreNoUtf8WithTheirPlace(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("schema.json");
        byte[] text = (HEAD + "\"tables\": [{\"name\": \"caf#\"}]}").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < text.length; i++) {
            text[i] = text[i] == '#' ? (byte) 0xE9 : text[i];
        }
        Files.write(file, text);

        assertThat(catchThrowableOfType(
                        SchemaSourceException.class, () -> SnapshotJson.read(SourceText.file("schema.json", file))))
                .hasMessage("schema.json:2: is not a text in UTF-8: the bytes at column 25 of line 2 are none;"
                        + " save it as UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tables\": [{\"name\": \"posts\\u0000\"}]",
                "\"tables\": [{\"name\": \"posts\", \"columns\": [{\"name\": \"a\\u0000b\"}]}]",
                "\"types\": [{\"name\": \"mood\", \"enum\": [\"\\u0000\"]}]",
                "\"searchPath\": [\"\\u0000\"]"
            })
    void refusesANameThatNoDatabaseStores(String body) {
        assertThat(failure(HEAD + body + "}").reason())
                .endsWith("the text holds a NUL character, which no database stores");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"types\": [{\"name\": \"#\"}]",
                "\"tables\": [{\"name\": \"a\", \"columns\": [{\"name\": \"a\", \"type\": \"#((\"}]}]",
                "\"tables\": [{\"name\": \"#\"}, {\"name\": \"#\"}]",
                "\"tables\": [{\"name\": \"a\", \"kind\": \"#\"}]",
                "\"complete\": [\"#\"]",
                "\"#\": 1, \"#\": 1",
                "\"leftOut\": [\"#\"]",
                "\"tables\": [{\"#\": [{\"a\": 1, \"a\": 1}]}]"
            })
    void repeatsNoMoreOfTheFileThanAnybodyReads(String body) {
        String hostile = "\\u001b[2J\\u202e" + "x".repeat(900);

        assertThat(failure(HEAD + body.replace("#", hostile) + "}").getMessage())
                .hasSizeLessThan(700)
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void refusesANumberThatIsTooLong() {
        assertThat(failure("{\"version\": " + "9".repeat(100_000) + "}").reason())
                .startsWith("goes beyond the bounds of a snapshot")
                .endsWith("(a name, text or number is too long)");
    }

    @Test
    void readsThousandsOfNamesThatWereChosenToCollide() {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < 1 << 16; i++) {
            StringBuilder name = new StringBuilder();
            for (int bit = 0; bit < 16; bit++) {
                name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            columns.append(i == 0 ? "" : ",")
                    .append("{\"name\":\"")
                    .append(name)
                    .append("\"}");
        }

        Snapshot snapshot = SnapshotJson.read(
                SourceText.text("schema.json", HEAD + "\"tables\":[{\"name\":\"a\",\"columns\":[" + columns + "]}]}"));

        assertThat(snapshot.schema().table("a").orElseThrow().columns()).hasSize(1 << 16);
    }

    @Test
    void tellsThatThereIsNoSuchFile(@TempDir Path folder) {
        SourceText text = SourceText.file("db/schema.json", folder.resolve("schema.json"));

        assertThat(catchThrowableOfType(SchemaSourceException.class, () -> SnapshotJson.read(text)))
                .hasMessage("db/schema.json: no such file; check the location and the working directory");
    }

    @Test
    void tellsThatAFolderIsNoFile(@TempDir Path folder) throws Exception {
        Path inner = Files.createDirectory(folder.resolve("schema.json"));

        assertThat(catchThrowableOfType(
                        SchemaSourceException.class, () -> SnapshotJson.read(SourceText.file("schema.json", inner))))
                .hasMessage("schema.json: is a folder; name a file in it");
    }

    private static SchemaSourceException failure(String text) {
        return catchThrowableOfType(
                SchemaSourceException.class, () -> SnapshotJson.read(SourceText.text("schema.json", text)));
    }
}
