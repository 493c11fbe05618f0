package dev.schemaguard.fix;

import dev.schemaguard.drift.Drift;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a cure builds on: what is expected, what is there, and how it is spelled.
 *
 * @param expected what the release expects
 * @param live what the database has of it
 * @param role the role of the release, which has to be let in to what somebody else makes; empty where it is not known
 * @param sql how SQL is written for the database
 * @param drifts all that differs and is to be cured
 */
public record FixContext(Schema expected, Schema live, String role, SqlWriter sql, List<Drift> drifts) {

    public FixContext {
        drifts = List.copyOf(drifts);
    }

    /** One that knows of nothing else that differs. */
    public FixContext(Schema expected, Schema live, String role, SqlWriter sql) {
        this(expected, live, role, sql, List.of());
    }

    private static final Pattern NEXTVAL = Pattern.compile("nextval\\('((?:[^']|''){1,200})'(?:::regclass)?\\)");

    /** The name with the schema in which the object is, or would be made. */
    public ObjectName placed(ObjectName name) {
        Optional<ObjectName> found = live.table(name).map(Table::name);
        return found.orElseGet(() ->
                live.searchPath().isEmpty() ? name : name.in(live.searchPath().get(0)));
    }

    public Optional<Table> liveTable(ObjectName name) {
        return live.table(name);
    }

    /**
     * The expected table that the live one inherits a column from, or is a partition of: the column is cured there, and only
     * there (manual, 5.11 and ALTER TABLE).
     */
    public Optional<Table> inheritedFrom(ObjectName where, String column) {
        List<ObjectName> parents = live.table(where).map(Table::parents).orElse(List.of());
        return parents.isEmpty()
                ? Optional.empty()
                : expected.tables().stream()
                        .filter(table -> table.column(column).isPresent())
                        .filter(table -> live.table(table.name())
                                .filter(found -> parents.contains(found.name()))
                                .isPresent())
                        .findFirst();
    }

    /** The expected table that the live one is a partition of: keys, rules and indexes come to it from there (manual, 5.12). */
    public Optional<Table> partitionedBy(ObjectName where) {
        return live.table(where).stream()
                .flatMap(partition -> partition.parents().stream())
                .flatMap(parent -> live.table(parent).stream())
                .filter(parent -> parent.kind() == TableKind.PARTITIONED_TABLE)
                .flatMap(parent -> expected.tables().stream()
                        .filter(table -> placed(table.name()).equals(parent.name())))
                .findFirst();
    }

    /** Whether nothing shows that the schema is there, so that it may have to be made. */
    public boolean isUnseen(String schema) {
        return !schema.isEmpty()
                && !live.searchPath().contains(schema)
                && live.tables().stream()
                        .noneMatch(table -> table.name().schema().equals(schema))
                && live.types().stream().noneMatch(type -> type.name().schema().equals(schema))
                && live.sequences().stream()
                        .noneMatch(sequence -> sequence.name().schema().equals(schema));
    }

    /** The sequence that a default takes its numbers from, if it does. */
    public Optional<ObjectName> sequenceOf(ColumnDefault columnDefault) {
        if (!(columnDefault instanceof ColumnDefault.Expression expression)) {
            return Optional.empty();
        }
        Matcher nextval = NEXTVAL.matcher(expression.text());
        return nextval.matches()
                ? Optional.of(sql.dialect().objectName(nextval.group(1).replace("''", "'")))
                : Optional.empty();
    }

    /** Lets the release in to what somebody else may have made. */
    public void grant(FixBuilder recipe, String privileges, String object) {
        if (!role.isEmpty() && !privileges.isEmpty()) {
            recipe.step(
                    Phase.PRIVILEGE,
                    "GRANT " + privileges + " ON " + object + " TO " + sql.name(role),
                    "needed where another role than " + role + " runs this");
        }
    }

    /** A name for a constraint or index that nothing bears that is known to be there: the wanted one, or one like it. */
    public String freeName(ObjectName table, String wanted) {
        Set<String> taken = new HashSet<>();
        live.tables().stream()
                .filter(found -> found.name().schema().equals(table.schema()))
                .forEach(found -> {
                    taken.add(found.name().name());
                    found.constraints().stream().map(Constraint::name).forEach(taken::add);
                    found.indexes().stream().map(Index::name).forEach(taken::add);
                });
        int room = sql.dialect().longestName() - 3;
        String base = wanted.length() > room ? wanted.substring(0, room) : wanted;
        String name = taken.contains(wanted) ? base + "_1" : wanted;
        for (int i = 2; taken.contains(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }
}
