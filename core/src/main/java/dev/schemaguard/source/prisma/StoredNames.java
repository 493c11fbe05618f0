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

    /**
     * The name that Prisma makes up for a key or index, which ends with what it is and is cut before that (reference, "Named
     * constraints").
     */
    String madeUp(ObjectName table, List<String> columns, String ending) {
        return cut(table.name() + "_" + String.join("_", columns), ending);
    }

    /** The name of a key that is not called by its columns. */
    String madeUp(ObjectName table, String ending) {
        return cut(table.name(), ending);
    }

    private String cut(String joined, String ending) {
        int most = dialect.longestName() - ending.length();
        int end = joined.length();
        while (joined.substring(0, end).getBytes(StandardCharsets.UTF_8).length > most) {
            end = joined.offsetByCodePoints(end, -1);
        }
        return joined.substring(0, end) + ending;
    }
}
