package dev.schemaguard.source.snapshot;

import dev.schemaguard.input.Excerpt;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what {@link SpelledText} wrote. A text of another form is an {@link IllegalArgumentException}. */
final class SpelledTextParser {

    private static final int LONGEST_LINE_NUMBER = 9;

    private final String text;
    private int position;
    private boolean quoted;

    private SpelledTextParser(String text) {
        this.text = text;
    }

    static ObjectName objectName(String text) {
        SpelledTextParser parser = new SpelledTextParser(text);
        ObjectName name = parser.objectName();
        parser.end();
        return name;
    }

    static ColumnType type(String text) {
        SpelledTextParser parser = new SpelledTextParser(text);
        ObjectName name = parser.objectName();
        boolean plain = !parser.quoted;
        if (plain && name.name().endsWith(SpelledText.UNSIGNED)) {
            String signed = name.name().substring(0, name.name().length() - SpelledText.UNSIGNED.length());
            ObjectName base = name.isQualified() ? ObjectName.of(name.schema(), signed) : ObjectName.of(signed);
            return parser.rest(base, Modifier.NONE).asUnsigned();
        }
        if (!parser.skip('(')) {
            return parser.restOf(name, Modifier.NONE);
        }
        Optional<ColumnType.Labelled.Kind> kind = plain ? labelled(name.toString()) : Optional.empty();
        if (kind.isPresent() && parser.stands('\'')) {
            ColumnType.Labelled type = new ColumnType.Labelled(kind.get(), parser.labels());
            parser.end();
            return type;
        }
        return parser.restOf(name, parser.modifier());
    }

    private static Optional<ColumnType.Labelled.Kind> labelled(String name) {
        return Arrays.stream(ColumnType.Labelled.Kind.values())
                .filter(kind -> kind.word().equals(name))
                .findFirst();
    }

    private ColumnType.Named restOf(ObjectName name, Modifier modifier) {
        boolean unsigned = skipWord(SpelledText.UNSIGNED.trim());
        ColumnType.Named type = rest(name, modifier);
        return unsigned ? type.asUnsigned() : type;
    }

    /** What may follow on the name, the modifier and the word for unsigned, to the end. */
    private ColumnType.Named rest(ObjectName name, Modifier modifier) {
        boolean array = skip('[');
        if (array) {
            require(']');
        }
        end();
        return new ColumnType.Named(name, modifier, array);
    }

    static Origin origin(String text) {
        int line = lineStart(text);
        return line < 0
                ? Origin.of(text)
                : Origin.of(text.substring(0, line - 1), Integer.parseInt(text, line, text.length(), 10));
    }

    /** Where the line number begins in {@code V1__a.sql:12}, or -1. */
    static int lineStart(String text) {
        int start = text.length();
        while (start > 0 && isDigit(text.charAt(start - 1))) {
            start--;
        }
        int digits = text.length() - start;
        boolean number = digits == 1 || (digits > 1 && digits <= LONGEST_LINE_NUMBER && text.charAt(start) != '0');
        return number && start > 0 && text.charAt(start - 1) == ':' ? start : -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private ObjectName objectName() {
        String first = part();
        return skip('.') ? ObjectName.of(first, part()) : ObjectName.of(first);
    }

    private Modifier modifier() {
        List<String> arguments = new ArrayList<>();
        boolean any = false;
        do {
            String argument = part();
            any |= !quoted && argument.equals(SpelledText.ANY);
            arguments.add(argument);
        } while (skip(','));
        require(')');
        if (any && arguments.size() > 1) {
            throw unexpected();
        }
        return any ? Modifier.UNSTATED : new Modifier.Of(arguments);
    }

    private List<String> labels() {
        List<String> labels = new ArrayList<>();
        do {
            if (!stands('\'')) {
                throw unexpected();
            }
            labels.add(quotedPart('\''));
        } while (skip(','));
        require(')');
        return labels;
    }

    private boolean stands(char wanted) {
        skipBlanks();
        return position < text.length() && text.charAt(position) == wanted;
    }

    private boolean skipWord(String word) {
        skipBlanks();
        boolean there = text.startsWith(word, position);
        position += there ? word.length() : 0;
        return there;
    }

    private String part() {
        skipBlanks();
        quoted = position < text.length() && text.charAt(position) == '"';
        return quoted ? quotedPart('"') : plainPart();
    }

    private String plainPart() {
        int start = position;
        while (position < text.length() && SpelledText.DELIMITERS.indexOf(text.charAt(position)) < 0) {
            position++;
        }
        String part = text.substring(start, position).trim();
        if (part.isEmpty()) {
            throw unexpected();
        }
        return part;
    }

    private String quotedPart(char quote) {
        StringBuilder part = new StringBuilder();
        position++;
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c != quote) {
                part.append(c);
            } else if (position < text.length() && text.charAt(position) == quote) {
                part.append(quote);
                position++;
            } else {
                return part.toString();
            }
        }
        throw unexpected();
    }

    private boolean skip(char wanted) {
        if (stands(wanted)) {
            position++;
            return true;
        }
        return false;
    }

    private void require(char wanted) {
        if (!skip(wanted)) {
            throw unexpected();
        }
    }

    private void end() {
        skipBlanks();
        if (position < text.length()) {
            throw unexpected();
        }
    }

    private void skipBlanks() {
        while (position < text.length() && text.charAt(position) <= ' ') {
            position++;
        }
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException(
                "'" + Excerpt.of(text) + "' breaks off or goes on unexpectedly at character " + (position + 1));
    }
}
