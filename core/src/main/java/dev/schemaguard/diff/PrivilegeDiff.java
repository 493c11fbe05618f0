package dev.schemaguard.diff;

import dev.schemaguard.drift.AccessDrift;
import dev.schemaguard.drift.DoubtfulGrants;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.drift.OutsideDrift;
import dev.schemaguard.drift.TableDrift;
import dev.schemaguard.model.Capabilities;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Privilege;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.model.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Tells which of a release's statements the connected role may not send, though all that they name is there. */
final class PrivilegeDiff {

    private final Schema expected;
    private final Schema live;
    private final TypeRules rules;
    private final String role;
    private final List<Drift> drifts;
    private final Set<ObjectName> spokenOf = new HashSet<>();
    private final Map<String, Set<Table>> doubtful = new TreeMap<>();
    private final Map<String, Set<Privilege>> doubted = new TreeMap<>();
    private Optional<Boolean> readsNothing = Optional.empty();

    PrivilegeDiff(Schema expected, Schema live, TypeRules rules, String role, List<Drift> drifts) {
        this.expected = expected;
        this.live = live;
        this.rules = rules;
        this.role = role;
        this.drifts = drifts;
    }

    /** The schemas that the role may not use, each said once for all that the release names there. */
    void schemas() {
        Set<String> unusable = live.restrictions().schemas();
        for (String schema : new LinkedHashSet<>(unusable)) {
            List<Table> tables = expected.tables().stream()
                    .filter(table -> live.table(table.name())
                            .filter(found -> found.name().schema().equals(schema))
                            .isPresent())
                    .toList();
            long sequences = expected.sequences().stream()
                    .filter(sequence -> sequence.role() == Sequence.Role.GENERATOR)
                    .filter(sequence -> live.sequence(sequence.name())
                            .filter(found -> found.name().schema().equals(schema))
                            .isPresent())
                    .count();
            if (!tables.isEmpty() || sequences > 0) {
                drifts.add(new AccessDrift.UnusableSchema(schema, tables, (int) sequences, role, readsNothing()));
            }
        }
    }

    /** What the role lacks on a table, on its columns, or on the sequences that number them. */
    void table(Table table, Table found) {
        Capabilities capabilities = found.capabilities();
        if (capabilities.rowSecurity() == Presence.PRESENT && expectsEveryRow(table)) {
            drifts.add(new OutsideDrift.RowSecurity(table, found.name(), role));
        }
        if (capabilities.privilegesStated()) {
            privilege(table, found, Privilege.SELECT, StatementKind.SELECT);
            // Who names a view as such is not taken to write to it, unless he says so.
            if (found.kind().holdsRows() || table.kind() == TableKind.TABLE || isWritten(table)) {
                privilege(table, found, Privilege.INSERT, StatementKind.INSERT);
                privilege(table, found, Privilege.UPDATE, StatementKind.UPDATE);
                privilege(table, found, Privilege.DELETE, StatementKind.DELETE);
            }
        }
        if (!capabilities.lockedSequences().isEmpty()) {
            lockedNumbers(table, found);
        }
    }

    private void lockedNumbers(Table table, Table found) {
        found.capabilities().lockedSequences().forEach((column, sequence) -> {
            spokenOf.add(sequence);
            leftOut(table, column)
                    .ifPresent(effect -> drifts.add(
                            new AccessDrift.LockedNumber(table, found.name(), column, sequence, effect, role)));
        });
    }

    /** What the role may have or not, each schema said once for all tables there. */
    void doubts() {
        for (Map.Entry<String, Set<Table>> one : doubtful.entrySet()) {
            String schema = one.getKey();
            drifts.add(new DoubtfulGrants(
                    schema, List.copyOf(one.getValue()), doubted.getOrDefault(schema, Set.of()), role));
        }
    }

    private boolean isDoubtful(Table found, Privilege privilege) {
        return live.restrictions()
                .doubtful()
                .getOrDefault(found.name().schema(), Set.of())
                .contains(privilege);
    }

    /** The sequences that the release names itself, and those of which nobody knows what they are for. */
    void sequences() {
        for (Sequence sequence : expected.sequences()) {
            Optional<Sequence> found = live.sequence(sequence.name());
            if (found.isPresent()
                    && live.restrictions().sequences().contains(found.get().name())
                    && (sequence.role() == Sequence.Role.GENERATOR
                            || sequence.role() == Sequence.Role.UNSTATED
                                    && !spokenOf.contains(found.get().name()))) {
                drifts.add(new AccessDrift.LockedSequence(sequence, found.get().name(), role));
            }
        }
    }

    /**
     * Whether the release counts on all rows. A source that knows of row security says so. Where it is left open, what the
     * release is known to do decides: a mapping, or a contract that states uses, says how rows are read and written and
     * nothing that would keep some from it. Of an older snapshot, generated code or a script that could not be followed
     * neither is known, and an application that was made for row security must not hear of it at each start.
     */
    private static boolean expectsEveryRow(Table table) {
        return table.rowSecurity() == Presence.ABSENT
                || table.rowSecurity() == Presence.UNSTATED
                        && Arrays.stream(StatementKind.values())
                                .anyMatch(statement -> table.use().of(statement) == Use.ALWAYS);
    }

    /** Whether the role may read none of the tables that the release expects; found out once, where anything is lacking. */
    private boolean readsNothing() {
        boolean answer = readsNothing.orElseGet(() -> expected.tables().stream()
                .flatMap(table -> live.table(table.name()).stream())
                .noneMatch(this::isReadable));
        readsNothing = Optional.of(answer);
        return answer;
    }

    /** Whether the role may read anything of the table; where nobody asked, it is taken to. */
    private boolean isReadable(Table found) {
        Capabilities capabilities = found.capabilities();
        boolean granted = !capabilities.privilegesStated()
                || capabilities.privileges().contains(Privilege.SELECT)
                || isDoubtful(found, Privilege.SELECT)
                || capabilities.columnPrivileges().values().stream().anyMatch(of -> of.contains(Privilege.SELECT));
        return granted && !live.restrictions().schemas().contains(found.name().schema());
    }

    private static boolean isWritten(Table table) {
        return Arrays.stream(StatementKind.values())
                .anyMatch(statement ->
                        statement != StatementKind.SELECT && table.use().of(statement) == Use.ALWAYS);
    }

    private void privilege(Table table, Table found, Privilege privilege, StatementKind statement) {
        if (found.capabilities().privileges().contains(privilege)) {
            return;
        }
        List<String> named = table.columns().stream()
                .filter(column -> privilege == Privilege.SELECT || writes(table, column, statement))
                .map(Column::name)
                .toList();
        List<String> lacking = new ArrayList<>(named);
        lacking.removeIf(column -> found.capabilities()
                .columnPrivileges()
                .getOrDefault(column, Set.of())
                .contains(privilege));
        if (!named.isEmpty() && lacking.isEmpty()) {
            if (statement == StatementKind.UPDATE && rules.upsertsUpdateWhatTheyInsert()) {
                keyOfUpserts(table, found);
            }
            return;
        }
        if (isDoubtful(found, privilege)) {
            if (table.use().of(statement) != Use.NEVER) {
                String schema = found.name().schema();
                doubtful.computeIfAbsent(schema, key -> new LinkedHashSet<>()).add(table);
                doubted.computeIfAbsent(schema, key -> EnumSet.noneOf(Privilege.class))
                        .add(privilege);
            }
            return;
        }
        List<String> others = lacking.size() < named.size() ? lacking : List.of();
        Drift drift = new TableDrift.MissingPrivilege(table, found.name(), privilege, role, others, readsNothing());
        if (Arrays.stream(StatementKind.values())
                .anyMatch(one -> drift.impact().on(one) == Effect.FAILS && drift.use(one) != Use.NEVER)) {
            drifts.add(drift);
        }
    }

    /** What an upsert inserts and an update never changes. */
    private void keyOfUpserts(Table table, Table found) {
        List<String> lacking = table.columns().stream()
                .filter(column -> writes(table, column, StatementKind.UPSERT)
                        && !writes(table, column, StatementKind.UPDATE)
                        && !column.identity().generates())
                .map(Column::name)
                .filter(name -> !found.capabilities()
                        .columnPrivileges()
                        .getOrDefault(name, Set.of())
                        .contains(Privilege.UPDATE))
                .toList();
        if (!lacking.isEmpty() && table.use().upsert() != Use.NEVER) {
            drifts.add(new TableDrift.MissingPrivilege(
                    table, found.name(), Privilege.UPDATE, role, lacking, readsNothing()));
        }
    }

    /** No statement changes the key that it finds the row by. */
    private static boolean writes(Table table, Column column, StatementKind statement) {
        boolean inKey = table.primaryKey()
                .filter(key -> key.columns().contains(column.name()))
                .isPresent();
        return column.written() != Use.NEVER && !(statement == StatementKind.UPDATE && inKey);
    }

    /** What becomes of an insert if the column's default cannot be had; nothing where the release always gives a value. */
    private static Optional<Effect> leftOut(Table table, String name) {
        Optional<Column> stated = table.column(name);
        if (stated.isEmpty()) {
            return Optional.of(table.isComplete(Family.COLUMNS) ? Effect.FAILS : Effect.MAY_FAIL);
        }
        Column column = stated.get();
        boolean relies = column.identity().generates() || column.columnDefault() instanceof ColumnDefault.Expression;
        if (relies) {
            return Optional.of(column.written() == Use.ALWAYS ? Effect.MAY_FAIL : Effect.FAILS);
        }
        boolean alwaysGiven = column.written() == Use.ALWAYS
                || column.identity() == Identity.NONE && column.columnDefault() instanceof ColumnDefault.None;
        return alwaysGiven ? Optional.empty() : Optional.of(Effect.MAY_FAIL);
    }
}
