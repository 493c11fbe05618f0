package dev.schemaguard.source.snapshot;

import dev.schemaguard.input.Excerpt;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Origin;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/** Says what is wrong with a snapshot, and where, without repeating what it holds. */
final class SnapshotProblems {

    private static final String WRITE_AGAIN =
            "write the snapshot again with 'schema-guard snapshot', or restore it from version control";

    private final String location;

    SnapshotProblems(String location) {
        this.location = location;
    }

    /** Something in a line is not as it should be. */
    SchemaSourceException at(int line, String reason) {
        return new SchemaSourceException(Origin.of(location, line), reason, WRITE_AGAIN);
    }

    /** The text is something else altogether. */
    SchemaSourceException notASnapshot(String reason) {
        return new SchemaSourceException(
                Origin.of(location),
                reason + ", so it is not a snapshot of a schema",
                "name a file that 'schema-guard snapshot' wrote");
    }

    /** The snapshot is of a version to come. */
    SchemaSourceException newer(long version) {
        return new SchemaSourceException(
                Origin.of(location),
                "written by a newer Schema Guard (version " + version + " of the format, this one reads up to version "
                        + SnapshotJson.VERSION + ")",
                "update schemaguard, or write the snapshot again with this one ('schema-guard snapshot')");
    }

    /** The text is not JSON, or goes beyond the bounds of a snapshot. */
    SchemaSourceException unreadable(JacksonException failure, TokenStreamLocation place) {
        int line = Math.max(0, place.getLineNr());
        String column = " at column " + place.getColumnNr();
        String message = String.valueOf(failure.getOriginalMessage());
        if (message.startsWith("Unexpected end-of-input")) {
            return at(line, "ends too early" + column + ", it was cut off");
        }
        if (failure instanceof StreamConstraintsException) {
            return at(line, "goes beyond the bounds of a snapshot" + column + " (" + bound(message) + ")");
        }
        if (message.contains("'<' (code") || message.contains("'>' (code") || message.contains("'=' (code")) {
            return new SchemaSourceException(
                    Origin.of(location, line),
                    "broken JSON" + column + " (it looks like the mark of a merge conflict)",
                    "resolve the conflict, or " + WRITE_AGAIN);
        }
        return at(line, "broken JSON" + column + " (" + cause(message) + ")");
    }

    /** Where in the snapshot a value stands: {@code tables[3].columns[1].type}. */
    static String path(TokenStreamContext context) {
        TokenStreamContext parent = context.getParent();
        String above = parent == null ? "" : path(parent);
        if (context.inArray() && context.hasCurrentIndex()) {
            return above + "[" + context.getCurrentIndex() + "]";
        }
        if (context.inObject() && context.hasCurrentName()) {
            String name = Excerpt.of(context.currentName());
            return above.isEmpty() ? name : above + "." + name;
        }
        return above;
    }

    /** What kind of value stands somewhere. */
    static String kind(JsonToken token) {
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

    /** The parser's own words quote the text, which may hold what nobody wants in a log. */
    private static String cause(String message) {
        if (message.startsWith("Unexpected character")) {
            return "a character that cannot stand there";
        }
        if (message.startsWith("Unrecognized token")) {
            return "a word without quotes";
        }
        if (message.startsWith("Illegal unquoted character")) {
            return "a control character or line break inside a text";
        }
        return message.contains("escape") ? "an escape that JSON does not know" : "not as JSON is written";
    }

    private static String bound(String message) {
        if (message.contains("nesting depth")) {
            return "too deeply nested";
        }
        if (message.startsWith("Document length")) {
            return "too long";
        }
        return "a name, text or number is too long";
    }
}
