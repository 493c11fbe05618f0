package dev.schemaguard.database.mysql.ddl.program;

import dev.schemaguard.ddl.script.Holes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a value can be.
 *
 * @param texts the values one of which it is, perhaps with holes of unknown text; none where it can be anything
 */
record Possible(List<String> texts) {

    static final Possible UNKNOWN = new Possible(List.of());

    /** No text of a script holds this character. */
    static final String NULL = "\0null";

    private static final int MOST = 8;

    Possible {
        texts = List.copyOf(texts);
    }

    static Possible of(String text) {
        return new Possible(List.of(text));
    }

    static Possible of(long number) {
        return of(Long.toString(number));
    }

    /** The value, where it can be one only and is wholly known. */
    Optional<String> only() {
        return template().filter(text -> !Holes.in(text));
    }

    /** The value, where it can be one only, perhaps with holes in it. */
    Optional<String> template() {
        return texts.size() == 1 ? Optional.of(texts.get(0)) : Optional.empty();
    }

    /** Either this or another value. */
    Possible or(Possible other) {
        boolean open = texts.isEmpty() || other.texts.isEmpty() || texts.size() + other.texts.size() > MOST;
        if (open) {
            return UNKNOWN;
        }
        List<String> both = new ArrayList<>(texts);
        other.texts.stream().filter(text -> !both.contains(text)).forEach(both::add);
        return new Possible(both);
    }

    /** Whether it is true; nothing where that is not known. */
    Optional<Boolean> truth() {
        return only().map(text -> !text.equals("0") && !text.equals(NULL));
    }
}
