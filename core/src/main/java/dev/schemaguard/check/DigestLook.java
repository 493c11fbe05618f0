package dev.schemaguard.check;

import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.inspect.ObjectDigest;
import dev.schemaguard.model.Capabilities;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the digests of one expectation told of one place.
 *
 * @param schema which of many schemas it was; empty where there was one place only
 * @param database which database it was
 * @param home the schema in which tables with unqualified names were found; empty where there are none
 * @param same the objects that are as they were captured
 * @param differing the objects that may not be
 */
record DigestLook(
        String schema, DatabaseInfo database, String home, List<ObjectDigest> same, List<ObjectDigest> differing) {

    /** Whether all is as it was captured. */
    boolean isSame() {
        return differing.isEmpty();
    }

    /** How many columns each table has that is as it was captured, by its name with its schema. */
    Map<ObjectName, Integer> tables() {
        Map<ObjectName, Integer> tables = new LinkedHashMap<>();
        for (ObjectDigest object : same) {
            if (object.isTable()) {
                tables.put(object.name().in(home), object.columns());
            }
        }
        return tables;
    }

    /**
     * The tables that need not be read, for they are as they were captured: those that neither differ nor are parts or wholes of
     * one that does, whose state says what a missing part means. None where a type or a sequence differs, which tables share.
     */
    List<Table> known(Schema expected) {
        Set<ObjectName> reading = new HashSet<>();
        for (ObjectDigest object : differing) {
            if (!object.isTable()) {
                return List.of();
            }
            reading.add(object.name());
        }
        Set<ObjectName> near = new HashSet<>(reading);
        for (Table table : expected.tables()) {
            if (reading.contains(table.name())) {
                near.addAll(table.parents());
            } else if (table.parents().stream().anyMatch(reading::contains)) {
                near.add(table.name());
            }
        }
        Set<ObjectName> captured = new HashSet<>();
        same.stream().filter(ObjectDigest::isTable).forEach(object -> captured.add(object.name()));
        return expected.tables().stream()
                .filter(table -> captured.contains(table.name()) && !near.contains(table.name()))
                .toList();
    }

    /** What was found, and beside it the tables that are as they were captured, under the names that they have there. */
    Schema and(List<Table> known, Schema found) {
        List<Table> all = new ArrayList<>(found.tables());
        known.forEach(table -> all.add(there(table)));
        return found.with(all);
    }

    private Table there(Table table) {
        return new Table(
                table.name().in(home),
                table.kind(),
                table.columns(),
                table.constraints().stream()
                        .map(constraint -> constraint.mapNames(name -> name.in(home)))
                        .toList(),
                table.indexes(),
                table.parents().stream().map(name -> name.in(home)).toList(),
                table.use(),
                table.complete(),
                table.notKnown(),
                table.rowSecurity(),
                Capabilities.UNSTATED,
                table.origin());
    }
}
