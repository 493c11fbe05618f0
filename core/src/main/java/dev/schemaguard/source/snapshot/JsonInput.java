package dev.schemaguard.source.snapshot;

import dev.schemaguard.input.Excerpt;
import dev.schemaguard.input.SchemaSourceException;
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

    /**
     * How many characters a snapshot may have; the largest in earnest, of 10,000 tables, stay far below. A text in it may be as
     * long as the whole.
     */
    static final int LONGEST = 128 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LONGEST)
                    .maxStringLength(LONGEST)
                    .maxNestingDepth(64)
                    .maxNameLength(1000)
                    .maxNumberLength(100)
                    .build())
            .build();

    private final JsonParser json;
    private final SnapshotProblems problems;
    private final RepeatedTexts texts = new RepeatedTexts();
    private final FieldNames fields = new FieldNames();
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
            throw problems.notASnapshot(
                    first == null ? "is empty" : "holds " + SnapshotProblems.kind(first) + " instead of an object");
        }
        fields.begin();
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
        fields.begin();
    }

    /** Goes to the value of the next field, if there is one more. */
    final boolean nextField() {
        String next = json.nextName();
        if (next == null) {
            fields.end();
            return false;
        }
        if (!fields.add(next)) {
            throw saidTwice(next);
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
        int depth = 0;
        // What is not understood is not taken for less strict than the rest.
        for (JsonToken token = json.currentToken(); token != null; token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                fields.begin();
            } else if (token == JsonToken.END_OBJECT) {
                fields.end();
            } else if (token == JsonToken.PROPERTY_NAME && !fields.add(json.currentName())) {
                throw saidTwice(json.currentName());
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 0) {
                return;
            }
        }
    }

    /** The text that stands here. */
    final String text() {
        require(JsonToken.VALUE_STRING, "a text");
        String text = texts.text(json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
        if (texts.metNul()) {
            throw wrong("the text holds a NUL character, which no database stores");
        }
        return text;
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

    /** The count that stands here: a whole number between 0 and two thousand million. */
    final int count() {
        long number = number();
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw wrong("a whole number from 0 to " + Integer.MAX_VALUE + " was expected, found " + number);
        }
        return (int) number;
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

    /** What is said twice would count in one of two ways, and nobody sees in which. */
    private SchemaSourceException saidTwice(String name) {
        TokenStreamLocation place = json.currentTokenLocation();
        return problems.at(
                place.getLineNr(),
                SnapshotProblems.path(json.streamReadContext()) + ": the field '" + Excerpt.of(name)
                        + "' is there twice, at column " + place.getColumnNr());
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
            throw wrong(what + " was expected, found " + SnapshotProblems.kind(found));
        }
    }
}
