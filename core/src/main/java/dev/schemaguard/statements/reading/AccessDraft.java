package dev.schemaguard.statements.reading;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.statements.ConflictTarget;
import dev.schemaguard.statements.Role;
import dev.schemaguard.statements.TableAccess;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One access to a table while its statement is read. */
final class AccessDraft {

    private final ObjectName table;
    private final StatementKind kind;
    private final Map<Role, Set<String>> columns = new EnumMap<>(Role.class);
    private final Set<String> around = new TreeSet<>();
    private boolean everyColumn;
    private ConflictTarget conflict = new ConflictTarget.None();

    AccessDraft(ObjectName table, StatementKind kind) {
        this.table = table;
        this.kind = kind;
        for (Role role : Role.values()) {
            columns.put(role, new TreeSet<>());
        }
    }

    ObjectName table() {
        return table;
    }

    StatementKind kind() {
        return kind;
    }

    void uses(String column, Role role) {
        set(role).add(column);
    }

    /** Notes that a query around may have the column, too. */
    void hasAround(String column) {
        around.add(column);
    }

    boolean writes(String column) {
        return everyColumn && kind != StatementKind.SELECT || set(Role.WRITTEN).contains(column);
    }

    void usesEveryColumn() {
        everyColumn = true;
    }

    void meets(ConflictTarget target) {
        conflict = target;
    }

    private Set<String> set(Role role) {
        return columns.getOrDefault(role, Set.of());
    }

    TableAccess toAccess() {
        return new TableAccess(
                table,
                kind,
                set(Role.READ),
                set(Role.COMPARED),
                set(Role.WRITTEN),
                everyColumn,
                conflict,
                set(Role.ORDERED),
                around);
    }
}
