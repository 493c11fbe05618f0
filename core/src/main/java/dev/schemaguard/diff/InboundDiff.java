package dev.schemaguard.diff;

import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.OutsideDrift;
import dev.schemaguard.model.Constraint.ForeignKey;
import dev.schemaguard.model.Constraint.PrimaryKey;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.InboundKey;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names the tables unknown to the release that hold on to rows of one of its own. */
final class InboundDiff {

    /** Only a source that names all tables and all foreign keys can tell which ones the release does not know. */
    static final Set<Family> NEEDED = Set.of(Family.TABLES, Family.FOREIGN_KEYS);

    private final Schema expected;
    private final Schema live;
    private final List<Drift> drifts;

    InboundDiff(Schema expected, Schema live, List<Drift> drifts) {
        this.expected = expected;
        this.live = live;
        this.drifts = drifts;
    }

    void compare(Table table, Table found) {
        if (found.capabilities().inboundKeys().isEmpty() || !expected.complete().containsAll(NEEDED)) {
            return;
        }
        Map<ObjectName, List<InboundKey>> holding = new LinkedHashMap<>();
        for (InboundKey key : found.capabilities().inboundKeys()) {
            if ((holds(key.onDelete()) || holdsKey(table, key)) && !standsIn(table, key)) {
                holding.computeIfAbsent(key.from(), from -> new ArrayList<>()).add(key);
            }
        }
        holding.forEach((from, keys) -> drifts.add(new OutsideDrift.Inbound(
                table,
                found.name(),
                from,
                columns(keys.stream()),
                keys.stream().anyMatch(key -> holds(key.onDelete())),
                columns(keys.stream().filter(key -> holdsKey(table, key))))));
    }

    private static List<String> columns(Stream<InboundKey> keys) {
        return keys.flatMap(key -> key.columns().stream()).distinct().toList();
    }

    /**
     * Whether the key is one that the release expects, under a new name: that of a table that a view stands for now, as in a
     * rename without downtime, or that is missing and told as such. It holds no more rows than it ever did.
     */
    private boolean standsIn(Table table, InboundKey key) {
        return expected.tables().stream()
                .filter(own -> live.table(own.name())
                        .filter(found -> found.kind().holdsRows())
                        .isEmpty())
                .flatMap(own -> own.constraints(ForeignKey.class))
                .filter(own -> expected.table(own.target()).map(Table::name).equals(Optional.of(table.name())))
                .anyMatch(own -> own.onDelete() == key.onDelete()
                        && own.onUpdate() == key.onUpdate()
                        && columns(own, table).equals(key.columns()));
    }

    /** The columns that a key refers to: those of the primary key where it names none. */
    private static List<String> columns(ForeignKey key, Table target) {
        return key.targetColumns().isEmpty() ? primaryKey(target) : key.targetColumns();
    }

    private static List<String> primaryKey(Table table) {
        return table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
    }

    /** A row that goes takes the others along, or leaves them with null; all else is refused while there are any. */
    private static boolean holds(ReferentialAction action) {
        return action != ReferentialAction.CASCADE && action != ReferentialAction.SET_NULL;
    }

    /** No statement changes the key that it finds the row by. */
    private static boolean holdsKey(Table table, InboundKey key) {
        return holds(key.onUpdate()) && !primaryKey(table).containsAll(key.columns());
    }
}
