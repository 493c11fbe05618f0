package dev.schemaguard.source.snapshot;

import dev.schemaguard.source.SchemaSourceException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON while it is read: values of the wanted kind, or an exception that says where another one stands.
 *
 * <p>Fields are read by {@code while (input.nextField()) switch (input.field())}, entries of an array by
 * {@code while (input.nextEntry())}; every value has to be taken or skipped.
 */
class JsonInput implements AutoCloseable {

    /** Bounds for hostile files; the largest snapshots in earnest, of 10,000 tables, stay far below. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(128L << 20)
                    .maxStringLength(1 << 20)
                    .maxNestingDepth(64)
                    .maxNameLength(1000)
                    .maxNumberLength(100)
                    .build())
            .build();

    private final JsonParser json;
    private final SnapshotProblems problems;
    private final TextPool texts = new TextPool();
    private String field = "";

    /**
     * The input.
     *
     * @param reader the text
     * @param problems how to say what is wrong with it
     */
    JsonInput(Reader reader, SnapshotProblems problems) {
        this.json = JSON.createParser(ObjectReadContext.empty(), reader);
        this.problems = problems;
    }

    /** Goes to the first value. */
    final void begin() {
        JsonToken first = json.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw problems.notASnapshot(first == null ? "is empty" : "holds " + name(first) + " instead of an object");
        }
    }

    /** Makes sure that nothing follows. */
    final void end() {
        if (json.nextToken() != null) {
            throw problems.at(line(), "goes on after the end of the snapshot");
        }
    }

    /** Enters the object that stands here. */
    final void startObject() {
        require(JsonToken.START_OBJECT, "an object");
    }

    /** Goes to the value of the next field, if there is one more. */
    final boolean nextField() {
        String next = json.nextName();
        if (next == null) {
            return false;
        }
        field = next;
        json.nextToken();
        return true;
    }

    /** The name of the field whose value stands here. */
    final String field() {
        return field;
    }

    /** Enters the array that stands here. */
    final void startArray() {
        require(JsonToken.START_ARRAY, "an array");
    }

    /** Goes to the next entry of the array, if there is one more. */
    final boolean nextEntry() {
        return json.nextToken() != JsonToken.END_ARRAY;
    }

    /** Passes over the value that stands here, whatever it is. */
    final void skip() {
        json.skipChildren();
    }

    /** The text that stands here. */
    final String text() {
        require(JsonToken.VALUE_STRING, "a text");
        return texts.text(json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
    }

    /** The name that stands here, which may not be empty. */
    final String name() {
        String name = text();
        if (name.isEmpty()) {
            throw wrong("a name was expected, but it is empty");
        }
        return name;
    }

    /** The array of texts that stands here. */
    final List<String> texts() {
        List<String> texts = new ArrayList<>();
        startArray();
        while (nextEntry()) {
            texts.add(text());
        }
        return texts;
    }

    /** The array of names that stands here. */
    final List<String> names() {
        List<String> names = new ArrayList<>();
        startArray();
        while (nextEntry()) {
            names.add(name());
        }
        return names;
    }

    /** The array of names, at least one, that stands here. */
    final List<String> namesOfKey() {
        List<String> names = names();
        if (names.isEmpty()) {
            throw wrong("at least one column was expected, but it is empty");
        }
        return names;
    }

    /** The yes or no that stands here. */
    final boolean flag() {
        if (json.currentToken() == JsonToken.VALUE_TRUE) {
            return true;
        }
        require(JsonToken.VALUE_FALSE, "true or false");
        return false;
    }

    /** The whole number that stands here. */
    final long number() {
        require(JsonToken.VALUE_NUMBER_INT, "a whole number");
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw wrong("a whole number of at most 64 bits was expected, found a larger one");
        }
        return json.getLongValue();
    }

    /** Whether a whole number stands here. */
    final boolean isNumber() {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT;
    }

    /** Whether {@code null} stands here. */
    final boolean isNothing() {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    /** Whether an object stands here. */
    final boolean isObject() {
        return json.currentToken() == JsonToken.START_OBJECT;
    }

    /** The exception for a value that is not what it should be. */
    final SchemaSourceException wrong(String reason) {
        return problems.at(line(), SnapshotProblems.path(json.streamReadContext()) + ": " + reason);
    }

    /** The exception for a text that is not JSON, or goes beyond the bounds of a snapshot. */
    final SchemaSourceException unreadable(JacksonException failure) {
        TokenStreamLocation place = failure.getLocation();
        return problems.unreadable(failure, place == null ? json.currentLocation() : place);
    }

    @Override
    public void close() {
        json.close();
    }

    /** The line of what stands here. */
    final int line() {
        return json.currentTokenLocation().getLineNr();
    }

    private void require(JsonToken wanted, String what) {
        JsonToken found = json.currentToken();
        if (found != wanted) {
            throw wrong(what + " was expected, found " + name(found));
        }
    }

    private static String name(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT -> "a whole number";
            case VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            default -> "something else";
        };
    }
}
