package dev.schemaguard.source.snapshot;

import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.stream.Collectors;

/** How a snapshot writes names, types and origins as short texts that {@link SpelledTextParser} reads back exactly. */
final class SpelledText {

    /** The characters that end a part of a name or type. */
    static final String DELIMITERS = "\".(),[]";

    /** Stands for a modifier that is left open. */
    static final String ANY = "?";

    /** Ends the type of numbers that are never negative. */
    static final String UNSIGNED = " unsigned";

    private SpelledText() {}

    static String of(ObjectName name) {
        return name.isQualified() ? part(name.schema()) + "." + part(name.name()) : part(name.name());
    }

    static String of(ColumnType.Named type) {
        String modifier = "";
        if (type.modifier() instanceof Modifier.Of of) {
            modifier = of.arguments().stream().map(SpelledText::part).collect(Collectors.joining(",", "(", ")"));
        } else if (type.modifier() instanceof Modifier.Unstated) {
            modifier = "(" + ANY + ")";
        }
        return of(type.name()) + modifier + (type.unsigned() ? UNSIGNED : "") + (type.array() ? "[]" : "");
    }

    /** The labels stand in single quotes, so that they are told from what a type with a name of its own takes. */
    static String of(ColumnType.Labelled type) {
        return type.toString();
    }

    /** The place and line. A place without a line that looks as if it had one gets the line 0, which stands for none. */
    static String of(Origin origin) {
        boolean ambiguous = SpelledTextParser.lineStart(origin.location()) >= 0;
        return origin.line() > 0 || ambiguous ? origin.location() + ":" + origin.line() : origin.location();
    }

    private static String part(String part) {
        return needsQuotes(part) ? "\"" + part.replace("\"", "\"\"") + "\"" : part;
    }

    private static boolean needsQuotes(String part) {
        if (part.isEmpty()
                || part.equals(ANY)
                || !part.equals(part.trim())
                || part.startsWith("'")
                || part.endsWith(UNSIGNED)) {
            return true;
        }
        for (int i = 0; i < part.length(); i++) {
            if (DELIMITERS.indexOf(part.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
