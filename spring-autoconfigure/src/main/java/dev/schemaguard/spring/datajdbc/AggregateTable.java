package dev.schemaguard.spring.datajdbc;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableUse;
import dev.schemaguard.model.Use;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A table of which several classes may know some of the columns. */
final class AggregateTable {

    /** Who maps a table reads it. Whether he ever writes it, the mapping does not say; it never upserts. */
    private static final TableUse USED =
            TableUse.UNSTATED.with(StatementKind.SELECT, Use.ALWAYS).with(StatementKind.UPSERT, Use.NEVER);

    private final ObjectName name;
    private final Origin origin;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Set<String> key = new LinkedHashSet<>();
    private boolean complete = true;

    AggregateTable(ObjectName name, Origin origin) {
        this.name = name;
        this.origin = origin;
    }

    /** Adds a column. Of one that is known already it may become known what its type is, and that it is written. */
    void column(Column column) {
        columns.merge(
                column.name(),
                column,
                (known, other) -> known.toBuilder()
                        .type(known.type().equals(ColumnType.UNSTATED) ? other.type() : known.type())
                        .written(known.written() == other.written() ? known.written() : Use.UNSTATED)
                        .build());
    }

    void key(String column) {
        key.add(column);
    }

    /** There are columns that could not be named. */
    void leaveOpen() {
        complete = false;
    }

    Table build() {
        Table.Builder table = Table.builder(name)
                .use(USED)
                .columns(columns.values())
                .complete(complete ? Set.of(Family.COLUMNS) : Set.of())
                .origin(origin);
        if (!key.isEmpty()) {
            table.constraint(
                    new Constraint.PrimaryKey("", List.copyOf(key), Constraint.Enforcement.ORDINARY, Origin.NONE));
        }
        return table.build();
    }
}
