package dev.schemaguard.database.mysql.ddl.reader;

import dev.schemaguard.database.mysql.ddl.change.TextSize;
import dev.schemaguard.database.mysql.ddl.change.WrittenColumn;
import dev.schemaguard.database.mysql.ddl.script.TextLiteral;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Labelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the type of a column (MySQL manual, 13; MariaDB, Data Types), with what is said of its texts. */
final class TypeReader {

    /** The most digits of a FLOAT that one of single precision holds. */
    private static final int SINGLE_PRECISION = 24;

    private final Cursor cursor;
    private final Session session;
    private Optional<String> charset = Optional.empty();
    private Optional<String> collation = Optional.empty();
    private boolean binary;
    private boolean bytes;
    private Optional<Long> length = Optional.empty();

    private TypeReader(Cursor cursor, Session session) {
        this.cursor = cursor;
        this.session = session;
    }

    /**
     * A type as it is written.
     *
     * @param type the type
     * @param text what is said of its texts, where it has any
     * @param length the characters that decide the size of a text
     * @param numbered whether it is SERIAL, which says more than a type
     * @param json whether it is JSON where that is only a word for a text with a check
     */
    record Written(
            ColumnType type,
            Optional<WrittenColumn.Text> text,
            Optional<Long> length,
            boolean numbered,
            boolean json) {}

    static Written read(Cursor cursor, Session session) {
        return new TypeReader(cursor, session).read();
    }

    private Written read() {
        if (cursor.peek().kind() != Kind.WORD) {
            throw cursor.unexpected();
        }
        String word = cursor.next().text().toLowerCase(Locale.ROOT);
        if (word.equals("enum") || word.equals("set")) {
            return listed(word.equals("enum") ? Labelled.Kind.ENUM : Labelled.Kind.SET);
        }
        if (word.equals("serial")) {
            return new Written(spelled("bigint", List.of(), true), Optional.empty(), Optional.empty(), true, false);
        }
        if (word.equals("bool") || word.equals("boolean")) {
            return plain(spelled("tinyint", List.of("1"), false));
        }
        String name = name(word);
        List<String> arguments = cursor.at("(") ? arguments() : List.of();
        boolean unsigned = attributes();
        return typed(name, arguments, unsigned);
    }

    private Written typed(String name, List<String> arguments, boolean unsigned) {
        if (TypeWords.WHOLE.contains(name)) {
            boolean truth = name.equals("tinyint") && arguments.equals(List.of("1")) && !unsigned;
            return plain(spelled(name, truth ? arguments : List.of(), unsigned));
        }
        if (TypeWords.BROKEN.contains(name)) {
            return plain(broken(name, arguments, unsigned));
        }
        if (TypeWords.TEXTS.contains(name)) {
            return text(name, arguments);
        }
        if (name.equals("json") && session.forked()) {
            charset = Optional.of("utf8mb4");
            collation = Optional.of("utf8mb4_bin");
            return new Written(ColumnType.of("longtext"), words(), Optional.empty(), false, true);
        }
        return plain(other(name, arguments));
    }

    private static Written plain(ColumnType type) {
        return new Written(type, Optional.empty(), Optional.empty(), false, false);
    }

    private Optional<WrittenColumn.Text> words() {
        return Optional.of(new WrittenColumn.Text(charset, collation, binary));
    }

    /** One name for those of several words. */
    private String name(String word) {
        if (word.equals("double")) {
            cursor.accept("PRECISION");
        } else if (word.equals("national")) {
            charset = Optional.of("utf8mb3");
            return name(cursor.next().text().toLowerCase(Locale.ROOT));
        } else if (word.equals("nchar") || word.equals("nvarchar")) {
            charset = Optional.of("utf8mb3");
            boolean varying = cursor.accept("VARYING") || cursor.accept("VARCHAR") || word.equals("nvarchar");
            return varying ? "varchar" : "char";
        } else if (word.equals("char") || word.equals("character")) {
            return cursor.accept("VARYING") ? "varchar" : "char";
        } else if (word.equals("long")) {
            if (cursor.accept("VARBINARY")) {
                return "mediumblob";
            }
            if (!cursor.accept("CHAR", "VARYING") && !cursor.accept("VARCHARACTER")) {
                cursor.accept("VARCHAR");
            }
            return "mediumtext";
        }
        return TypeWords.canonical(word);
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        for (Cursor part : cursor.list()) {
            if (part.peek().kind() != Kind.NUMBER) {
                throw part.unexpected();
            }
            arguments.add(part.next().text());
            part.expectEnd();
        }
        return arguments;
    }

    /** What stands behind the name, in any order; answers whether it is never negative. */
    private boolean attributes() {
        boolean unsigned = false;
        while (true) {
            if (cursor.accept("UNSIGNED") || cursor.accept("ZEROFILL")) {
                unsigned = true;
            } else if (cursor.accept("BINARY")) {
                binary = true;
            } else if (cursor.accept("BYTE")) {
                bytes = true;
            } else if (cursor.accept("ASCII")) {
                charset = Optional.of("latin1");
            } else if (cursor.accept("UNICODE")) {
                charset = Optional.of("ucs2");
            } else if (cursor.accept("CHARACTER", "SET") || cursor.accept("CHAR", "SET") || cursor.accept("CHARSET")) {
                charset = Optional.of(word(cursor));
            } else if (cursor.accept("COLLATE")) {
                collation = Optional.of(word(cursor));
            } else if (!cursor.accept("SIGNED") && !cursor.accept("COMPRESSED")) {
                return unsigned;
            }
        }
    }

    /** A name that may stand in quotes of any kind. */
    static String word(Cursor cursor) {
        return cursor.peek().kind() == Kind.STRING ? TextLiteral.content(cursor.next()) : cursor.identifier();
    }

    private Written listed(Labelled.Kind kind) {
        List<String> labels = new ArrayList<>();
        for (Cursor part : cursor.list()) {
            if (part.peek().text().startsWith("_")) {
                part.next();
            }
            // Blanks at the end of a label are cut off (manual, 13.3.6).
            labels.add(TextLiteral.content(part.next()).replaceFirst(" +$", ""));
            part.expectEnd();
        }
        if (labels.isEmpty()) {
            throw new NotUnderstood("it lists no values");
        }
        attributes();
        return new Written(new Labelled(kind, labels), words(), Optional.empty(), false, false);
    }

    private ColumnType broken(String name, List<String> arguments, boolean unsigned) {
        if (name.equals("decimal")) {
            String precision = arguments.isEmpty() ? "10" : arguments.get(0);
            return spelled(name, List.of(precision, arguments.size() > 1 ? arguments.get(1) : "0"), unsigned);
        }
        if (name.equals("float") && arguments.size() == 1) {
            boolean single = Integer.parseInt(arguments.get(0)) <= SINGLE_PRECISION;
            return spelled(single ? name : "double", List.of(), unsigned);
        }
        return spelled(name, arguments, unsigned);
    }

    private Written text(String name, List<String> arguments) {
        boolean ofBytes = bytes || charset.filter("binary"::equalsIgnoreCase).isPresent();
        if (ofBytes) {
            return plain(other(name.replace("char", "binary").replace("text", "blob"), arguments));
        }
        boolean sized = name.equals("text") && !arguments.isEmpty();
        if (sized) {
            length = Optional.of(Long.parseLong(arguments.get(0)));
        }
        List<String> own = name.equals("char") && arguments.isEmpty() ? List.of("1") : arguments;
        return new Written(spelled(name, sized ? List.of() : own, false), words(), length, false, false);
    }

    private ColumnType other(String name, List<String> arguments) {
        if (name.equals("blob") && !arguments.isEmpty()) {
            return ColumnType.of(TextSize.of(Long.parseLong(arguments.get(0))).word() + name);
        }
        boolean one = arguments.isEmpty() && (name.equals("bit") || name.equals("binary"));
        boolean none = name.equals("year") || TypeWords.TIMES.contains(name) && arguments.equals(List.of("0"));
        if (!TypeWords.isOther(name, session.forked())) {
            throw new NotUnderstood("type '" + name + "' is not known");
        }
        return spelled(name, one ? List.of("1") : none ? List.of() : arguments, false);
    }

    private ColumnType spelled(String name, List<String> arguments, boolean unsigned) {
        String modifier = arguments.isEmpty() ? "" : "(" + String.join(",", arguments) + ")";
        ColumnType.Named type = session.dialect().type(name + modifier);
        return unsigned ? type.asUnsigned() : type;
    }
}
