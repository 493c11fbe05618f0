package dev.schemaguard.database.postgres.dialect;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.dialect.TypeText;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.ObjectName;
import java.util.List;

/** The canonical spelling of PostgreSQL's types. */
final class PostgresTypes {

    private PostgresTypes() {}

    static ColumnType.Named spell(String written, Dialect dialect) {
        TypeText text = TypeText.parse(written);
        if (text.words().isEmpty()) {
            throw new IllegalArgumentException("a type has no name: '" + written + "'");
        }
        String first = text.words().get(0);
        if (first.startsWith("pg_catalog.")) {
            return spell(written.strip().substring("pg_catalog.".length()), dialect);
        }
        ColumnType.Named element = text.words().size() == 1 ? single(first, text.arguments(), dialect) : several(text);
        return text.array() ? element.toArray() : element;
    }

    private static ColumnType.Named several(TypeText text) {
        String name = text.name();
        if (name.startsWith("interval ")) {
            return named(name, modifier(text.arguments()));
        }
        return builtIn(PostgresSynonyms.canonical(name), text.arguments());
    }

    private static ColumnType.Named single(String word, List<String> arguments, Dialect dialect) {
        if (word.equals("\"char\"")) {
            // Quoted it is the one-byte type of the catalogs, not char(1) (manual, 8.3).
            return named(word, Modifier.NONE);
        }
        if (word.indexOf('"') >= 0 || word.indexOf('.') >= 0) {
            ObjectName name = dialect.objectName(word);
            return name.isQualified() || !word.startsWith("\"")
                    ? new ColumnType.Named(name, modifier(arguments), false)
                    : quoted(name.name(), arguments);
        }
        if (word.startsWith("_") && word.length() > 1) {
            // The catalog's internal name of an array type (manual, 8.15 and CREATE TYPE).
            return single(word.substring(1), arguments, dialect).toArray();
        }
        return builtIn(PostgresSynonyms.canonical(word), arguments);
    }

    /** A name in quotes means the catalog's internal name, so {@code "varchar"} is built in and {@code "integer"} is not. */
    private static ColumnType.Named quoted(String name, List<String> arguments) {
        return builtIn(PostgresSynonyms.canonical(name), arguments);
    }

    private static ColumnType.Named builtIn(String name, List<String> arguments) {
        return switch (name) {
            case "char", "bit" ->
                named(name, arguments.isEmpty() ? new Modifier.Of(List.of("1")) : modifier(arguments));
            case "bpchar" -> arguments.isEmpty() ? named(name, Modifier.NONE) : named("char", modifier(arguments));
            case "float" -> floating(arguments);
            case "numeric" -> named(name, arguments.size() == 1 ? scaled(arguments.get(0)) : modifier(arguments));
            case "timestamp", "timestamptz", "time", "timetz", "interval" -> named(name, fraction(arguments));
            default -> named(name, modifier(arguments));
        };
    }

    private static ColumnType.Named floating(List<String> arguments) {
        // float(1) to float(24) is real, from there on double precision (manual, 8.1.3).
        boolean single =
                arguments.size() == 1 && arguments.get(0).length() <= 2 && Integer.parseInt(arguments.get(0)) <= 24;
        return named(single ? "real" : "double precision", Modifier.NONE);
    }

    private static Modifier scaled(String precision) {
        return new Modifier.Of(List.of(precision, "0"));
    }

    private static Modifier fraction(List<String> arguments) {
        // Six digits are what these types hold without a precision (manual, 8.5).
        return arguments.equals(List.of("6")) ? Modifier.NONE : modifier(arguments);
    }

    private static Modifier modifier(List<String> arguments) {
        return arguments.isEmpty() ? Modifier.NONE : new Modifier.Of(arguments);
    }

    private static ColumnType.Named named(String name, Modifier modifier) {
        return new ColumnType.Named(ObjectName.of(name), modifier, false);
    }
}
