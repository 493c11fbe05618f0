package dev.schemaguard.database.postgres.ddl;

import dev.schemaguard.database.postgres.ddl.LiveObjects.Live;
import java.util.ArrayList;
import java.util.List;

/**
 * A change of a live database by which a release loses something that it expects, whatever the law makes of it.
 *
 * @param sql the change
 * @param table the table that it touches; empty for a sequence or type
 */
record LiveChange(String sql, String table) {

    /** All that can be done to what is there; some of it the server will refuse. */
    static List<LiveChange> of(LiveObjects live) {
        List<LiveChange> changes = new ArrayList<>();
        for (Live table : live.of("table")) {
            if (!table.schema().equals("pg_temp")) {
                String alter = "alter table " + name(table) + " ";
                add(changes, table, "drop table " + name(table) + " cascade");
                add(changes, table, alter + "rename to elsewhere");
                live.of("column", table).forEach(column -> ofColumn(changes, table, column, alter));
                live.of("constraint", table).stream()
                        .filter(rule -> isOnlyOne(live, table, rule))
                        .forEach(rule -> add(
                                changes, table, alter + "drop constraint " + Draw.quoted(rule.name()) + " cascade"));
            }
        }
        for (Live sequence : live.of("sequence")) {
            if (!sequence.is("owned") && !sequence.schema().equals("pg_temp")) {
                changes.add(new LiveChange("drop sequence " + name(sequence) + " cascade", ""));
                changes.add(new LiveChange("alter sequence " + name(sequence) + " increment by 77", ""));
            }
        }
        return changes;
    }

    /** Whether no other rule or unique index may hold rows to the same, so that the loss of this one is none. */
    private static boolean isOnlyOne(LiveObjects live, Live table, Live rule) {
        String kind = rule.fact(0);
        boolean key = kind.matches("[pu]");
        boolean again = live.of("constraint", table).stream()
                .anyMatch(other -> !other.equals(rule)
                        && (other.fact(0).equals(kind) || key && other.fact(0).matches("[pu]")));
        boolean indexed = live.of("index", table).stream()
                .anyMatch(index -> index.is("unique") && !index.name().equals(rule.name()));
        return !kind.equals("t") && !again && !(key && indexed);
    }

    private static void ofColumn(List<LiveChange> changes, Live table, Live column, String alter) {
        String name = Draw.quoted(column.name());
        add(changes, table, alter + "drop column " + name + " cascade");
        add(changes, table, alter + "rename column " + name + " to elsewhere");
        if (!column.fact(0).matches("bytea|.*\\[]")) {
            add(changes, table, alter + "alter " + name + " drop default, alter " + name + " type bytea using null");
        }
        if (column.is("notnull") && !column.is("primary") && !column.is("identity")) {
            add(changes, table, alter + "alter " + name + " drop not null");
        }
        // A domain may refuse nulls already.
        if (!column.is("notnull") && !column.fact(0).matches("(.*\\.)?d\\d")) {
            add(changes, table, alter + "alter " + name + " set not null");
        }
        if (column.is("default")) {
            add(changes, table, alter + "alter " + name + " drop default");
        }
        if (column.is("identity")) {
            add(changes, table, alter + "alter " + name + " drop identity");
        }
    }

    private static void add(List<LiveChange> changes, Live table, String sql) {
        changes.add(new LiveChange(sql, table.name()));
    }

    private static String name(Live object) {
        return Draw.quoted(object.schema()) + "." + Draw.quoted(object.name());
    }
}
