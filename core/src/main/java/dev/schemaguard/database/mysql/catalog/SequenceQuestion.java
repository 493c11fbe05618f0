package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.database.mysql.dialect.MysqlDialect;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Privilege;
import dev.schemaguard.model.Sequence;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** MariaDB's sequences, which are listed among the tables and keep their step in a row of their own (CREATE SEQUENCE). */
final class SequenceQuestion {

    /** A statement of more parts is one that the server may not take; the step of the rest is left open. */
    private static final int MOST = 500;

    private final MysqlDialect dialect;
    private final Map<ObjectName, OptionalLong> increments = new TreeMap<>();
    private final Set<ObjectName> locked = new HashSet<>();

    SequenceQuestion(MysqlDialect dialect) {
        this.dialect = dialect;
    }

    void add(ObjectName sequence) {
        increments.put(sequence, OptionalLong.empty());
    }

    /** Reads the steps of those that the account may read; a number is taken by whoever may write (MariaDB, CREATE SEQUENCE). */
    void readIncrements(CatalogStatement catalog, Grants grants) throws SQLException {
        List<String> arms = new ArrayList<>();
        for (ObjectName sequence : increments.keySet()) {
            Set<Privilege> held = grants.on(sequence);
            if (!held.contains(Privilege.INSERT)) {
                locked.add(sequence);
            }
            if (held.contains(Privilege.SELECT) && arms.size() < MOST) {
                String name = dialect.quote(sequence.schema()) + "." + dialect.quote(sequence.name());
                arms.add("select ?, ?, increment from " + name);
            }
        }
        if (arms.isEmpty()) {
            return;
        }
        List<String> values = WantedTables.values();
        increments.keySet().stream()
                .filter(sequence -> grants.on(sequence).contains(Privilege.SELECT))
                .limit(MOST)
                .forEach(sequence -> values.addAll(List.of(sequence.schema(), sequence.name())));
        catalog.ask(
                "sequences",
                String.join("\nunion all\n", arms),
                values,
                row -> increments.put(row.name(0), OptionalLong.of(Long.parseLong(row.text(2)))));
    }

    /** The same of one schema alone. */
    SequenceQuestion in(String schema) {
        SequenceQuestion own = new SequenceQuestion(dialect);
        increments.forEach((name, increment) -> {
            if (name.schema().equals(schema)) {
                own.increments.put(name, increment);
            }
        });
        own.locked.addAll(locked);
        return own;
    }

    /** The sequences, sorted. */
    List<Sequence> sequences() {
        List<Sequence> sequences = new ArrayList<>();
        increments.forEach(
                (name, increment) -> sequences.add(new Sequence(name, Sequence.Role.UNSTATED, increment, Origin.NONE)));
        return sequences;
    }

    /** Those that the account may take no numbers from. */
    Set<ObjectName> locked() {
        return locked;
    }
}
