package dev.schemaguard.source.snapshot;

import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.SqlText;
import java.io.Writer;
import java.util.Collection;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** The text of a snapshot while it is written: fields with something to say, one after the other. */
final class SnapshotOutput implements AutoCloseable {

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private final SnapshotLayout layout = new SnapshotLayout();
    private final JsonGenerator json;

    SnapshotOutput(Writer out) {
        json = JSON.createGenerator(layout.context(), new BoundedWriter(out));
    }

    /** Writes an object on one line. */
    void object(Runnable fields) {
        json.writeStartObject();
        fields.run();
        json.writeEndObject();
    }

    /** Writes an object with one line for each field. */
    void brokenObject(Runnable fields) {
        layout.breakNext();
        object(fields);
    }

    /** Writes an array with one line for each entry; nothing where there are no entries. */
    <T> void lines(String field, Collection<? extends T> entries, Consumer<T> entry) {
        if (!entries.isEmpty()) {
            json.writeName(field);
            layout.breakNext();
            values(entries, entry);
        }
    }

    /** Writes an array on one line, empty or not. */
    <T> void array(String field, Collection<? extends T> entries, Consumer<T> entry) {
        json.writeName(field);
        values(entries, entry);
    }

    /** Writes texts on one line, empty or not. */
    void texts(String field, Collection<String> texts) {
        array(field, texts, this::value);
    }

    /** Writes texts on one line; nothing where there are none. */
    void textsIfAny(String field, Collection<String> texts) {
        if (!texts.isEmpty()) {
            texts(field, texts);
        }
    }

    /** Writes a text. */
    void text(String field, String text) {
        json.writeStringProperty(field, text);
    }

    /** Writes an expression, and how a statement is to hold it where that is otherwise. */
    void sql(String field, String fieldWritten, SqlText expression) {
        text(field, expression.text());
        if (expression.isWrittenOtherwise()) {
            text(fieldWritten, expression.written());
        }
    }

    /** Writes a text; nothing where it is empty. */
    void textIfAny(String field, String text) {
        if (!text.isEmpty()) {
            text(field, text);
        }
    }

    /** Writes a number. */
    void number(String field, long number) {
        json.writeNumberProperty(field, number);
    }

    /** Writes a yes or no. */
    void flag(String field, boolean flag) {
        json.writeBooleanProperty(field, flag);
    }

    /** Writes a yes or no; nothing where it is the ordinary one. */
    void flag(String field, boolean flag, boolean ordinary) {
        if (flag != ordinary) {
            flag(field, flag);
        }
    }

    /** Writes that a field has no value. */
    void nothing(String field) {
        json.writeNullProperty(field);
    }

    /** Writes a type; nothing where it is unstated. */
    void type(String field, ColumnType type) {
        if (type instanceof ColumnType.Named named) {
            text(field, SpelledText.of(named));
        } else if (type instanceof ColumnType.Labelled labelled) {
            text(field, SpelledText.of(labelled));
        } else if (type instanceof ColumnType.Written written) {
            throw new IllegalArgumentException("the type '" + written
                    + "' is not spelled by a dialect yet; write what SchemaSource.of(contract).load(dialect) gives");
        }
    }

    /** Writes a field with an object on one line. */
    void object(String field, Runnable fields) {
        json.writeName(field);
        object(fields);
    }

    /** Writes where something is stated; nothing where that is not known. */
    void origin(Origin origin) {
        textIfAny("from", SpelledText.of(origin));
    }

    /** Writes a text in an array. */
    void value(String text) {
        json.writeString(text);
    }

    /** Ends the last line and hands all of the text to the writer, which stays open. */
    @Override
    public void close() {
        json.writeRaw('\n');
        json.close();
    }

    private <T> void values(Collection<? extends T> entries, Consumer<T> entry) {
        json.writeStartArray();
        entries.forEach(entry);
        json.writeEndArray();
    }
}
