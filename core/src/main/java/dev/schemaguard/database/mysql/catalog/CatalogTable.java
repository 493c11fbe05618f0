package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.InboundKey;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.TableKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the answers say of one table or view, put together. */
final class CatalogTable {

    final ObjectName name;
    final TableKind kind;
    final InPlace<Column> columns = new InPlace<>();
    final Map<String, IndexRows> indexes = new TreeMap<>();
    final Map<String, ReferenceRows> references = new TreeMap<>();
    final List<Constraint.Check> checks = new ArrayList<>();
    final List<InboundKey> inbound = new ArrayList<>();
    boolean filledByTrigger;
    boolean takesNoWrites;

    CatalogTable(ObjectName name, TableKind kind) {
        this.name = name;
        this.kind = kind;
    }

    /** Its primary and unique keys, foreign keys and checks. */
    List<Constraint> constraints() {
        List<Constraint> constraints = new ArrayList<>();
        indexes.values().forEach(index -> index.key().ifPresent(constraints::add));
        references.values().forEach(reference -> constraints.add(reference.key()));
        // Several may bear one name on MariaDB: that of a column that had it when the check was made.
        checks.sort(Comparator.comparing(Constraint.Check::name).thenComparing(Constraint.Check::expression));
        constraints.addAll(checks);
        return constraints;
    }

    /** Its indexes that are no keys. */
    List<Index> plainIndexes() {
        List<Index> plain = new ArrayList<>();
        indexes.values().forEach(index -> index.index().ifPresent(plain::add));
        return plain;
    }
}
