package dev.schemaguard.source.prisma;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.source.prisma.language.Declaration.Named;
import dev.schemaguard.source.prisma.language.Field;
import dev.schemaguard.source.prisma.language.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names as the database has them. Prisma quotes all of them, so that their case is as it is written. */
final class StoredNames {

    private final Dialect dialect;

    StoredNames(Dialect dialect) {
        this.dialect = dialect;
    }

    /** That of a model, view or enum. */
    ObjectName of(Named named) {
        return ObjectName.of(
                named.text("schema").map(this::stored).orElse(""),
                stored(named.text("map").filter(name -> !name.isEmpty()).orElse(named.name())));
    }

    /** That of a field's column. */
    String of(Field field) {
        return stored(field.attribute("map")
                .flatMap(map -> map.arguments().main("name"))
                .flatMap(Value::asText)
                .filter(name -> !name.isEmpty())
                .orElse(field.name()));
    }

    private String stored(String name) {
        return name.isEmpty() ? name : dialect.identifier(dialect.quote(name));
    }

    /** The name that Prisma makes up for a table's primary key; these and the next as its reference, "Named constraints", says. */
    String primaryKey(ObjectName table) {
        return cut(table.name(), "_pkey");
    }

    /** The same for a key of some columns. */
    String unique(ObjectName table, List<String> columns) {
        return cut(joined(table, columns), "_key");
    }

    /** The same for an index of some columns. */
    String index(ObjectName table, List<String> columns) {
        return cut(joined(table, columns), "_idx");
    }

    /** The same for what refers to another table by some columns. */
    String foreignKey(ObjectName table, List<String> columns) {
        return cut(joined(table, columns), "_fkey");
    }

    private static String joined(ObjectName table, List<String> columns) {
        return table.name() + "_" + String.join("_", columns);
    }

    /** What does not fit is cut off before the ending. */
    private String cut(String joined, String ending) {
        int most = dialect.longestName() - ending.length();
        int end = joined.length();
        while (joined.substring(0, end).getBytes(StandardCharsets.UTF_8).length > most) {
            end = joined.offsetByCodePoints(end, -1);
        }
        return joined.substring(0, end) + ending;
    }
}
