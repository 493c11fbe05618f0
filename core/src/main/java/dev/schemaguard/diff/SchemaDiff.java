package dev.schemaguard.diff;

import dev.schemaguard.drift.ColumnValueDrift;
import dev.schemaguard.drift.ConstraintDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.PartitionDrift;
import dev.schemaguard.drift.SchemaDrift;
import dev.schemaguard.drift.TableDrift;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.model.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pairs the tables of an expected and a live schema and names every difference. */
public final class SchemaDiff {

    private final Schema expected;
    private final Schema live;
    private final TypeRules types;
    private final Set<String> emptySchemas;
    private final String role;
    private final List<Drift> drifts = new ArrayList<>();

    private SchemaDiff(Schema expected, Schema live, TypeRules types, Set<String> emptySchemas, String role) {
        this.expected = expected;
        this.live = live;
        this.types = types;
        this.emptySchemas = emptySchemas;
        this.role = role;
    }

    /**
     * Every difference between what is expected and what is there. Facts that either side leaves unstated are not compared.
     *
     * @param expected what the release expects
     * @param live what the database has
     * @param types what one type means for another there
     * @param emptySchemas those of the live schemas that hold nothing at all
     * @param role the connected role, for messages about privileges
     */
    public static List<Drift> between(
            Schema expected, Schema live, TypeRules types, Set<String> emptySchemas, String role) {
        SchemaDiff diff = new SchemaDiff(expected, live, types, Set.copyOf(emptySchemas), role);
        diff.compare();
        // Nearly every start ends here, without what only differences need.
        return diff.drifts.isEmpty()
                ? List.of()
                : diff.drifts.stream().map(diff::asItIsThere).toList();
    }

    /** What a difference means on this kind of database, where that is less than elsewhere. */
    private Drift asItIsThere(Drift drift) {
        if (drift instanceof ConstraintDrift.Missing missing && !types.upsertsNeedKeys()) {
            return missing.whereUpsertsNeedNoKey();
        }
        return drift instanceof ColumnValueDrift.GeneratedAlways computed && !types.refusesComputedValues(live)
                ? computed.whereValuesAreIgnored()
                : drift;
    }

    private void compare() {
        TypeFits fits = new TypeFits(types, expected, live);
        PrivilegeDiff privileges = new PrivilegeDiff(expected, live, types, role, drifts);
        privileges.schemas();
        settings();
        InboundDiff inbound = new InboundDiff(expected, live, drifts);
        Map<String, Integer> expectedInEmpty = new LinkedHashMap<>();
        for (Table table : expected.tables()) {
            Optional<Table> found = live.table(table.name());
            if (found.isPresent()) {
                new TableDiff(table, found.get(), fits, drifts).compare();
                parts(table, found.get());
                attachment(table, found.get());
                inbound.compare(table, found.get());
                privileges.table(table, found.get());
            } else {
                ObjectName where = table.name().in(firstSchema());
                if (emptySchemas.contains(where.schema())) {
                    expectedInEmpty.merge(where.schema(), 1, Integer::sum);
                } else {
                    drifts.add(missing(table, where));
                }
            }
        }
        privileges.doubts();
        if (expectedInEmpty.isEmpty()) {
            new ObjectDiff(expected, live, drifts).compare();
            privileges.sequences();
        }
        for (Map.Entry<String, Integer> empty : expectedInEmpty.entrySet()) {
            drifts.add(0, new SchemaDrift.EmptySchema(empty.getKey(), empty.getValue()));
        }
    }

    private void settings() {
        for (Map.Entry<String, String> setting : expected.settings().entrySet()) {
            String wanted = setting.getValue();
            String found = live.settings().getOrDefault(setting.getKey(), wanted);
            if (!found.equals(wanted)) {
                drifts.add(new SchemaDrift.OtherSetting(setting.getKey(), wanted, found));
            }
        }
    }

    /** A partition that nobody names is missed by the statements on the table that it is a part of. */
    private Drift missing(Table table, ObjectName where) {
        boolean named = Arrays.stream(StatementKind.values())
                .anyMatch(statement -> table.use().of(statement) == Use.ALWAYS);
        return table.parents().stream()
                .flatMap(parent -> expected.table(parent).stream())
                .filter(parent -> parent.kind() == TableKind.PARTITIONED_TABLE && !named)
                .findFirst()
                .<Drift>map(parent -> new PartitionDrift.Missing(table, where, parent, catchesAll(parent, live)))
                .orElseGet(() -> new TableDrift.MissingTable(
                        table,
                        where,
                        live.restrictions().partlySeen().contains(where.schema())
                                ? Optional.of(role)
                                : Optional.empty()));
    }

    static boolean catchesAll(Table parent, Schema live) {
        return live.table(parent.name())
                .filter(found -> found.capabilities().defaultPartition() == Presence.PRESENT)
                .isPresent();
    }

    /**
     * A partitioned table takes no rows without partitions. Where the expectation names none either, the release makes them
     * as it goes.
     */
    private void parts(Table table, Table found) {
        boolean takesNone = found.kind() == TableKind.PARTITIONED_TABLE
                && found.capabilities().insertable() == Presence.ABSENT;
        if (takesNone
                && expected.tables().stream()
                        .flatMap(part -> part.parents().stream())
                        .anyMatch(whole -> expected.table(whole).equals(Optional.of(table)))) {
            drifts.add(new TableDrift.NotWritable(table, found.name(), found.kind(), StatementKind.INSERT));
        }
    }

    /** A part of another table that stands by itself. */
    private void attachment(Table table, Table found) {
        for (ObjectName name : table.parents()) {
            Optional<Table> whole = expected.table(name);
            Optional<Table> liveWhole = live.table(name);
            if (whole.isPresent()
                    && liveWhole.isPresent()
                    && !found.parents().contains(liveWhole.get().name())) {
                drifts.add(new PartitionDrift.Detached(
                        table,
                        found.name(),
                        whole.get(),
                        whole.get().kind() == TableKind.PARTITIONED_TABLE,
                        catchesAll(whole.get(), live)));
            }
        }
    }

    private String firstSchema() {
        return live.searchPath().isEmpty() ? "" : live.searchPath().get(0);
    }
}
