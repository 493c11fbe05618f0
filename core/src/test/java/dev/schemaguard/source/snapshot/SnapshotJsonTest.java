package dev.schemaguard.source.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.database.Databases;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotJsonTest {

    private static final Dialect POSTGRESQL = Databases.assumed().dialect();

    @TempDir
    private Path folder;

    @Test
    void writesOneLineForEachColumnRuleAndIndex() {
        assertThat(SnapshotJson.toText(BlogSchema.live(), POSTGRESQL)).isEqualTo(resource("blog.json"));
    }

    @Test
    void readsTheGoldenFileAsTheSchemaItWasWrittenFrom() {
        Snapshot snapshot = SnapshotJson.read(SourceText.text("blog.json", resource("blog.json")));

        assertThat(snapshot).isEqualTo(new Snapshot("postgresql", BlogSchema.live()));
    }

    @Test
    void writesOfAMinimalContractOnlyWhatItStates() {
        Schema contract = Schema.builder()
                .table(
                        "posts",
                        table -> table.column(Column.builder("id").build())
                                .column(Column.builder("quality")
                                        .type(ColumnType.of("jsonb"))
                                        .nullable()
                                        .columnDefault(ColumnDefault.NONE)
                                        .build())
                                .upserts())
                .build();

        assertThat(SnapshotJson.toText(contract, POSTGRESQL)).isEqualTo("""
                {
                  "version": 1,
                  "dialect": "postgresql",
                  "tables": [
                    {
                      "name": "posts",
                      "use": {"upsert": "always"},
                      "columns": [
                        {"name": "id"},
                        {"name": "quality", "type": "jsonb", "nullable": true, "default": null}
                      ]
                    }
                  ]
                }
                """);
    }

    @Test
    void listsTheFactsThatAColumnOfACompleteSchemaLeavesOpen() {
        Schema schema = Schema.builder()
                .complete(EnumSet.of(Family.COLUMNS))
                .table(
                        "posts",
                        table -> table.complete(EnumSet.of(Family.COLUMNS))
                                .column("id")
                                .column(Column.builder("title")
                                        .nullable()
                                        .columnDefault(ColumnDefault.NONE)
                                        .identity(Identity.NONE)
                                        .generation(Generation.NONE)
                                        .build()))
                .build();

        assertThat(SnapshotJson.toText(schema, POSTGRESQL))
                .contains("\"leftOut\": \"ordinary\"")
                .contains(
                        "{\"name\": \"id\", \"unstated\": [\"nullable\", \"default\", \"identity\", \"generated\"]},\n")
                .contains("{\"name\": \"title\"}\n");
    }

    @Test
    void readsTheShortestSnapshotThereIs() {
        Snapshot snapshot = read("{\"version\":1,\"dialect\":\"h2\"}");

        assertThat(snapshot).isEqualTo(new Snapshot("h2", Schema.builder().build()));
    }

    @Test
    void passesOverFieldsThatANewerWriterAdded() {
        Snapshot snapshot = read("""
                {"$schema": "x", "version": 1, "tool": "schema-guard 9", "dialect": "postgresql", "extras": {"a": [1, {}]},
                 "tables": [{"comment": "x", "name": "posts", "tags": [[1]], "columns": [{"rank": 1.5, "name": "id", "x": null}]}],
                 "sequences": [{"cache": 5, "name": "ids", "x": {}}], "types": [{"name": "mood", "x": [], "enum": []}]}
                """);

        assertThat(snapshot.schema().table("posts").orElseThrow().columns())
                .containsExactly(Column.builder("id").build());
        assertThat(snapshot.schema().sequence(ObjectName.of("ids"))).isPresent();
        assertThat(snapshot.schema().type(ObjectName.of("mood"))).isPresent();
    }

    @Test
    void readsFieldsInAnyOrderAsLongAsTheHeadComesFirst() {
        Snapshot snapshot = read("""
                {"complete": ["columns"], "dialect": "postgresql", "leftOut": "ordinary",
                 "tables": [{"columns": [{"type": "text", "name": "title"}], "name": "posts"}], "version": 1}
                """);

        Column title = snapshot.schema().table("posts").orElseThrow().columns().get(0);
        assertThat(title.nullability()).isEqualTo(Nullability.NULLABLE);
        assertThat(snapshot.schema().table("posts").orElseThrow().isComplete(Family.COLUMNS))
                .isTrue();
    }

    @Test
    void readsAFileThatBeginsWithAByteOrderMark() {
        assertThat(read("\uFEFF{\"version\":1,\"dialect\":\"h2\"}").dialect()).isEqualTo("h2");
    }

    @Test
    void holdsEqualTypesAndNamesOnce() {
        Snapshot snapshot = read("""
                {"version": 1, "dialect": "postgresql", "tables": [
                  {"name": "a", "columns": [{"name": "id", "type": "numeric(10,2)"}]},
                  {"name": "b", "columns": [{"name": "id", "type": "numeric(10,2)"}]}]}
                """);

        Column first = snapshot.schema().table("a").orElseThrow().columns().get(0);
        Column second = snapshot.schema().table("b").orElseThrow().columns().get(0);
        assertThat(first.type()).isSameAs(second.type());
        assertThat(first.name()).isSameAs(second.name());
    }

    @Test
    void writesUtf8WithLineFeedsIntoAFile() throws IOException {
        Path file = folder.resolve("schema.json");
        Schema schema =
                Schema.builder().table("größe", table -> table.column("表")).build();

        SnapshotJson.write(schema, POSTGRESQL, file);

        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        assertThat(text).contains("\"größe\"").contains("\"表\"").endsWith("}\n").doesNotContain("\r");
        assertThat(SnapshotJson.read(SourceText.file("schema.json", file)).schema())
                .isEqualTo(schema);
    }

    @Test
    void leavesTheFileAloneWhenATypeIsNotSpelledYet() throws IOException {
        Path file = Files.writeString(folder.resolve("schema.json"), "before");
        Schema contract = Schema.builder()
                .table("posts", table -> table.column("id", "int4"))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SnapshotJson.write(contract, POSTGRESQL, file))
                .withMessageContaining("'int4'")
                .withMessageContaining("SchemaSource.of(contract).load(dialect)");
        assertThat(file).hasContent("before");
    }

    @Test
    void leavesTheWriterOpen() throws IOException {
        StringWriter out = new StringWriter() {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };

        SnapshotJson.write(Schema.builder().build(), POSTGRESQL, out);

        assertThat(out.toString()).isEqualTo("""
                {
                  "version": 1,
                  "dialect": "postgresql"
                }
                """);
    }

    @Test
    void handsOnWhatTheWriterThrows() {
        Writer full = new Writer() {
            @Override
            public void write(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("disk full");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> SnapshotJson.write(Schema.builder().build(), POSTGRESQL, full))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    private static Snapshot read(String text) {
        return SnapshotJson.read(SourceText.text("schema.json", text));
    }

    private static String resource(String name) {
        try (var stream = SnapshotJsonTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
