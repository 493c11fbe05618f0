package dev.schemaguard.statements;

import dev.schemaguard.drift.Effect;
import dev.schemaguard.drift.OutsideDrift;
import dev.schemaguard.drift.TableDrift;
import dev.schemaguard.model.Privilege;
import dev.schemaguard.model.StatementKind;
import java.util.Collections;
import java.util.Set;

/** What the difference of a whole table does to one access to it. */
final class TableEffects {

    private TableEffects() {}

    static Effect of(TableDrift drift, TableAccess access) {
        if (drift instanceof TableDrift.MissingPrivilege privilege) {
            return isNeeded(privilege, access)
                    ? Effect.FAILS
                    : mayBeNeeded(privilege, access) ? Effect.MAY_FAIL : Effect.WORKS;
        }
        if (drift instanceof OutsideDrift.Inbound inbound && access.kind() == StatementKind.UPDATE) {
            return Collections.disjoint(inbound.held(), access.written())
                    ? Effect.WORKS
                    : inbound.impact().on(access.kind());
        }
        return drift.impact().on(access.kind());
    }

    /** What was to be inserted is read by the privileges on the table's own columns where the update of an upsert names it. */
    private static boolean mayBeNeeded(TableDrift.MissingPrivilege drift, TableAccess access) {
        return drift.privilege() == Privilege.SELECT
                && access.kind() == StatementKind.UPSERT
                && (drift.columns().isEmpty() || !Collections.disjoint(drift.columns(), access.written()));
    }

    /** Whether the access needs the privilege: to read anything, be it only to find a row, needs SELECT (manual, UPDATE). */
    private static boolean isNeeded(TableDrift.MissingPrivilege drift, TableAccess access) {
        Set<String> columns = Set.copyOf(drift.columns());
        boolean onAll = columns.isEmpty();
        return switch (drift.privilege()) {
            case SELECT -> {
                boolean reads = access.everyColumn() && access.kind() == StatementKind.SELECT
                        || touches(onAll, columns, access.read())
                        || touches(onAll, columns, access.compared())
                        || touches(onAll, columns, access.ordered());
                yield reads || onAll && access.kind() == StatementKind.SELECT;
            }
            case INSERT ->
                isInsert(access) && (onAll || access.everyColumn() || touches(false, columns, access.written()));
            // The update of an upsert is an access of its own.
            case UPDATE ->
                (access.kind() == StatementKind.UPDATE
                                || access.kind() == StatementKind.UPSERT && drift.isOfUpsertsOnly())
                        && (onAll || touches(false, columns, access.written()));
            case DELETE -> access.kind() == StatementKind.DELETE;
            case USAGE -> true;
        };
    }

    private static boolean touches(boolean onAll, Set<String> columns, Set<String> used) {
        return onAll ? !used.isEmpty() : !Collections.disjoint(columns, used);
    }

    private static boolean isInsert(TableAccess access) {
        return access.kind() == StatementKind.INSERT || access.kind() == StatementKind.UPSERT;
    }
}
