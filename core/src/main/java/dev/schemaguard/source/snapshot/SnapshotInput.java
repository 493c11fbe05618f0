package dev.schemaguard.source.snapshot;

import dev.schemaguard.input.Excerpt;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Presence;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The text of a snapshot while it is read: JSON whose values stand for names, types and words of the model. */
final class SnapshotInput extends JsonInput {

    private final Optional<String> location;
    private final Map<String, ColumnType> types = new HashMap<>();

    /**
     * The input.
     *
     * @param reader the text
     * @param problems how to say what is wrong with it
     * @param location the origin, together with its line, of what tells none itself; empty to leave it without one
     */
    SnapshotInput(Reader reader, SnapshotProblems problems, Optional<String> location) {
        super(reader, problems);
        this.location = location;
    }

    /** The array of names of tables that stands here. */
    List<ObjectName> objectNames() {
        List<ObjectName> names = new ArrayList<>();
        startArray();
        while (nextEntry()) {
            names.add(objectName());
        }
        return names;
    }

    /** The array of words that stands here, as the values that they stand for. */
    <E extends Enum<E>> Set<E> words(EnumNames<E> words) {
        Set<E> values = new HashSet<>();
        startArray();
        while (nextEntry()) {
            values.add(word(words));
        }
        return values;
    }

    /** The value whose word stands here. */
    <E extends Enum<E>> E word(EnumNames<E> words) {
        String word = text();
        Optional<E> value = words.find(word);
        if (value.isEmpty()) {
            throw wrong("one of " + words + " was expected, found '" + Excerpt.of(word) + "'");
        }
        return value.get();
    }

    /** The name of a table, type or sequence that stands here. */
    ObjectName objectName() {
        try {
            return SpelledTextParser.objectName(text());
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    /** The type that stands here; equal ones are the same object. */
    ColumnType type() {
        String text = text();
        ColumnType type = types.get(text);
        if (type == null) {
            type = parsedType(text);
            types.put(text, type);
        }
        return type;
    }

    private ColumnType parsedType(String text) {
        try {
            return SpelledTextParser.type(text);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    /** The type that stands here, or {@code null} for one left open. */
    ColumnType typeOrNothing() {
        return isNothing() ? ColumnType.UNSTATED : type();
    }

    /** The yes or no that stands here, or {@code null} for what is left open. */
    Presence presence() {
        return isNothing() ? Presence.UNSTATED : Presence.of(flag());
    }

    /** The default that stands here, or {@code null} for none. */
    ColumnDefault columnDefault() {
        return isNothing() ? ColumnDefault.NONE : ColumnDefault.of(text());
    }

    /** The origin that stands here. */
    Origin origin() {
        return SpelledTextParser.origin(text());
    }

    /** The origin of what stands here, unless it tells another. */
    Origin here() {
        return location.isPresent() ? Origin.of(location.get(), line()) : Origin.NONE;
    }
}
