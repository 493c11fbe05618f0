package dev.schemaguard.statements.reading;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of a statement as the catalog spells them, and what the expectation knows by these names. Safe for use by many threads. */
final class Names {

    private final Dialect dialect;
    private final Schema schema;
    private final Map<String, List<Table>> tables = new HashMap<>();
    private final Set<String> columns = new HashSet<>();
    private final boolean caseless;

    Names(Dialect dialect, Schema schema) {
        this.dialect = dialect;
        this.schema = schema;
        // Who keeps the case of names without quotes takes them for the same in any case.
        this.caseless = dialect.identifier("Aa").equals("Aa");
        schema.tables()
                .forEach(table -> tables.computeIfAbsent(folded(table.name().name()), name -> new ArrayList<>())
                        .add(table));
        schema.tables().forEach(table -> table.columns().forEach(column -> columns.add(folded(column.name()))));
    }

    Dialect dialect() {
        return dialect;
    }

    String name(String written) {
        return dialect.identifier(written);
    }

    /** A name in parts, of which the last but one is a schema. */
    ObjectName objectName(@Nullable String schemaName, String written) {
        return schemaName == null || schemaName.isEmpty()
                ? ObjectName.of(name(written))
                : ObjectName.of(name(schemaName), name(written));
    }

    /** The word as a name in quotes that means the same. */
    String quoted(String word) {
        return "\"" + name(word) + "\"";
    }

    /** The table of that name, as it is expected; the nearest one where the schema is said by only one side. */
    Optional<Table> table(ObjectName name) {
        Optional<Table> exact = schema.table(name);
        if (exact.isPresent()) {
            return exact;
        }
        List<Table> called = tables.getOrDefault(folded(name.name()), List.of()).stream()
                .filter(table -> isSame(table.name().name(), name.name()))
                .filter(table -> !name.isQualified()
                        || !table.name().isQualified()
                        || isSame(table.name().schema(), name.schema()))
                .toList();
        return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
    }

    /** The name of the column as the expectation has it. */
    Optional<String> column(Table table, String name) {
        if (table.column(name).isPresent() || !caseless) {
            return table.column(name).map(Column::name);
        }
        return table.columns().stream()
                .map(Column::name)
                .filter(own -> isSame(own, name))
                .findFirst();
    }

    /** Whether the expectation names all columns that the table has. */
    boolean isClosed(Table table) {
        return table.isComplete(Family.COLUMNS) && !table.notKnown().contains(Family.COLUMNS);
    }

    /** Whether a word is the name of a table or a column that is expected. */
    boolean isKnown(String word) {
        String name = folded(name(word));
        return tables.containsKey(name) || columns.contains(name);
    }

    boolean isType(ObjectName name) {
        return schema.type(name).isPresent()
                || schema.types().stream()
                        .anyMatch(type ->
                                !name.isQualified() && type.name().name().equals(name.name()));
    }

    boolean isSame(String one, String other) {
        return one.equals(other) || caseless && folded(one).equals(folded(other));
    }

    /** One spelling for all names that are the same. */
    String folded(String name) {
        return caseless ? name.toLowerCase(Locale.ROOT) : name;
    }
}
