package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.inspect.CatalogNeeds;
import dev.schemaguard.model.Capabilities;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Privilege;
import dev.schemaguard.model.Restrictions;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes a schema of what was read.
 *
 * @param expected what was looked for; everything where empty
 * @param grants what the connected account may do
 * @param needs which facts were asked for
 * @param tellsChecks whether the server enforces checks, and tells of all of them
 * @param tables the tables and views found
 * @param sequences the sequences found
 */
record LiveTables(
        Optional<Schema> expected,
        Grants grants,
        CatalogNeeds needs,
        boolean tellsChecks,
        Map<ObjectName, CatalogTable> tables,
        SequenceQuestion sequences) {

    /** Collations that take texts for equal that differ, in case at least. */
    private static final String LOOSE = "_ci";

    /** The same of one schema alone. */
    LiveTables in(String schema) {
        Map<ObjectName, CatalogTable> own = new TreeMap<>();
        tables.forEach((name, table) -> {
            if (name.schema().equals(schema)) {
                own.put(name, table);
            }
        });
        return new LiveTables(expected, grants, needs, tellsChecks, own, sequences.in(schema));
    }

    Schema schema(List<String> path, List<String> looked, Map<String, String> settings) {
        Set<Family> complete = complete();
        Set<Family> ofAll = EnumSet.allOf(Family.class);
        if (!tellsChecks) {
            ofAll.remove(Family.CHECKS);
        }
        Set<String> partlySeen =
                looked.stream().filter(schema -> !grants.seeAll(schema)).collect(Collectors.toSet());
        Map<String, Set<Privilege>> doubtful =
                looked.stream().distinct().collect(Collectors.toMap(Function.identity(), grants::doubtfulOn));
        return Schema.builder()
                .searchPath(path)
                .tables(tables.values().stream()
                        .map(table -> table(table, complete))
                        .toList())
                .sequences(sequences.sequences())
                .complete(needs.everything() ? ofAll : Set.of())
                .restrictions(new Restrictions(Set.of(), sequences.locked(), partlySeen, doubtful))
                .settings(settings)
                .build();
    }

    private Set<Family> complete() {
        Set<Family> complete = EnumSet.copyOf(needs.families());
        complete.removeAll(Set.of(Family.TABLES, Family.SEQUENCES, Family.TYPES));
        if (needs.keys()) {
            complete.addAll(Set.of(Family.PRIMARY_KEYS, Family.UNIQUE_KEYS));
        }
        if (!tellsChecks) {
            complete.remove(Family.CHECKS);
        }
        return complete;
    }

    private Table table(CatalogTable table, Set<Family> complete) {
        List<Column> columns = new ArrayList<>(table.columns.all());
        Set<Privilege> privileges = grants.on(table.name);
        if (privileges.isEmpty()) {
            columns.addAll(unseen(table));
        }
        return Table.builder(table.name)
                .kind(table.kind)
                .columns(columns)
                .constraints(table.constraints())
                .indexes(table.plainIndexes())
                .complete(complete)
                .capabilities(capabilities(table, columns, privileges))
                .build();
    }

    /**
     * The expected columns of a table that is granted column by column: those that are not granted are not seen, be they there or not,
     * and the release's statements are refused either way.
     */
    private List<Column> unseen(CatalogTable table) {
        Set<String> seen = table.columns.all().stream()
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
        return expected.stream()
                .flatMap(schema -> schema.tables().stream())
                .filter(one -> one.name().name().equalsIgnoreCase(table.name.name())
                        && (!one.name().isQualified() || one.name().schema().equalsIgnoreCase(table.name.schema())))
                .flatMap(one -> one.columns().stream())
                .map(Column::name)
                .filter(name -> seen.add(name.toLowerCase(Locale.ROOT)))
                .map(name -> Column.builder(name).build())
                .toList();
    }

    private Capabilities capabilities(CatalogTable table, List<Column> columns, Set<Privilege> privileges) {
        Presence insertable = table.takesNoWrites
                ? Presence.ABSENT
                : table.kind == TableKind.VIEW ? Presence.UNSTATED : Presence.PRESENT;
        Map<String, Set<Privilege>> granted = grants.onColumns(table.name);
        Map<String, Set<Privilege>> ofColumns = new HashMap<>();
        Set<String> loose = new HashSet<>();
        for (Column column : columns) {
            if (!granted.isEmpty()) {
                Optional.ofNullable(granted.get(column.name().toLowerCase(Locale.ROOT)))
                        .ifPresent(of -> ofColumns.put(column.name(), of));
            }
            if (column.collation().filter(name -> name.endsWith(LOOSE)).isPresent()) {
                loose.add(column.name());
            }
        }
        return new Capabilities(
                insertable,
                // Shown for sure only to whoever may make some; one that is not may be there, and fill what an insert
                // leaves out.
                Presence.of(table.filledByTrigger || !grants.seeTriggers(table.name)),
                true,
                privileges,
                ofColumns,
                Map.of(),
                loose,
                Presence.UNSTATED,
                Presence.ABSENT,
                table.inbound);
    }
}
