package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One table at work: names of columns, keys and rules mean the same in any case (manual, 11.2.3). */
final class TableWork {

    private final Catalog catalog;
    private final DraftTable table;
    private final boolean forked;
    private final Origin origin;
    private final RuleNames names;
    private List<TableAction> later = new ArrayList<>();

    /**
     * At a table.
     *
     * @param forked whether the server is a MariaDB
     * @param origin where the statement stands
     */
    TableWork(Catalog catalog, DraftTable table, boolean forked, Origin origin) {
        this.catalog = catalog;
        this.table = table;
        this.forked = forked;
        this.origin = origin;
        this.names = new RuleNames(table, forked);
    }

    Catalog catalog() {
        return catalog;
    }

    DraftTable table() {
        return table;
    }

    boolean forked() {
        return forked;
    }

    /** What is said of the table as a whole. */
    TableOptions options() {
        return new TableOptions(table);
    }

    Keys keys() {
        return new Keys(this);
    }

    Checks checks() {
        return new Checks(catalog, table, forked);
    }

    /** Does all that a statement says, in the order in which the server does. */
    void run(List<TableAction> actions) {
        List<List<TableAction>> places = actions.stream()
                .map(action -> (List<TableAction>) new ArrayList<>(List.of(action)))
                .toList();
        for (TableAction.Turn turn : TableAction.Turn.values()) {
            for (List<TableAction> place : places) {
                later = place;
                List.copyOf(place).stream()
                        .filter(action -> action.turn() == turn)
                        .forEach(action -> action.applyTo(this));
            }
        }
        complete();
        if (forked && checks().forgetRewritten()) {
            note("a check compares a column with a constant, which the server writes in another way");
        }
    }

    /** Does something as well, at the place of what is done now. */
    void later(List<TableAction> actions) {
        later.addAll(actions);
    }

    /** What follows from the rest: a primary key takes no nulls, and an enum that takes none gets its first value by itself. */
    private void complete() {
        for (String key : table.primaryKey()) {
            table.change(key, facts -> facts.nullability(Nullability.NOT_NULL));
        }
        for (Column column : List.copyOf(table.columns())) {
            boolean bare = column.nullability() == Nullability.NOT_NULL
                    && column.columnDefault() == ColumnDefault.NONE
                    && !column.generation().isComputed();
            if (bare
                    && column.type() instanceof ColumnType.Labelled listed
                    && listed.kind() == ColumnType.Labelled.Kind.ENUM) {
                String label = listed.labels().get(0);
                ColumnDefault first = catalog.dialect().columnDefault("'" + label.replace("'", "''") + "'");
                table.change(column.name(), facts -> facts.columnDefault(first));
            }
        }
    }

    Optional<Column> column(String name) {
        return table.column(name)
                .or(() -> table.columns().stream()
                        .filter(column -> column.name().equalsIgnoreCase(name))
                        .findFirst());
    }

    /** Whether a column is of a type that has no size. */
    boolean isUnsized(String name) {
        return column(name).filter(column -> KeyLength.isUnsized(column.type())).isPresent();
    }

    private String spelled(String column) {
        return column(column).map(Column::name).orElse(column);
    }

    /** Whether it is known that there is no such column. */
    boolean isMissing(String column) {
        return column(column).isEmpty() && table.complete().contains(Family.COLUMNS);
    }

    /** Whether there is a column, or may be; if not, that is noted unless the statement allows for it. */
    boolean has(String column, boolean ifExists, String doing) {
        boolean missing = isMissing(column);
        if (missing && !ifExists) {
            open(doing + " column '" + column + "', which no statement before it creates");
        }
        return !missing;
    }

    /** Leaves all of the table open. */
    void open(String reason) {
        table.leaveUnstated();
        note(reason);
    }

    /** Leaves its keys and rules open. */
    void forgetRules(String reason) {
        if (!table.complete().isEmpty()) {
            table.forgetRules();
            table.indexes().removeIf(index -> true);
            table.complete().remove(Family.INDEXES);
            note(reason);
        }
    }

    /** Leaves its checks open, of which two bear one name. */
    void leaveChecksOpen(String name) {
        checks().forgetAll();
        note("gives two checks the name '" + name + "', so that it is not followed which one is meant");
    }

    /** Leaves its indexes open. */
    void leaveIndexesOpen(String reason) {
        table.complete().remove(Family.INDEXES);
        note(reason);
    }

    /** MySQL makes the table anew, and then takes what is compared with a time for one (tried on 8.0.31). */
    void rebuilt() {
        if (!forked && checks().forgetRewritten()) {
            note(
                    "a check compares a time with a number, of which the server makes a time whenever it makes the table anew");
        }
    }

    private void note(String reason) {
        if (!catalog.isTemporary(table.name())) {
            catalog.gap(Gap.of(origin, reason, Set.of(table.name())));
        }
    }

    List<Index.Part> spelled(List<Index.Part> parts) {
        return parts.stream()
                .map(part -> part instanceof Index.ColumnPart column ? spelled(column) : part)
                .toList();
    }

    private Index.Part spelled(Index.ColumnPart part) {
        return column(part.name())
                .map(column -> part.withName(column.name()).withPrefix(KeyLength.of(part.prefix(), column.type())))
                .orElse(part);
    }

    /** A foreign key with the names that columns and tables have; a table without a database is one of this table's. */
    Constraint.ForeignKey spelled(Constraint.ForeignKey key) {
        String schema = table.name().schema();
        boolean bare = !key.target().isQualified() && !schema.isEmpty() && !catalog.isTemporary(table.name());
        ObjectName written = bare ? key.target().in(schema) : key.target();
        Optional<DraftTable> target =
                written.equals(table.name()) ? Optional.of(table) : catalog.table(TableNames.meant(catalog, written));
        TableWork other = new TableWork(catalog, target.orElse(table), forked, origin);
        List<String> columns = key.targetColumns().stream()
                .map(column -> target.isPresent() ? other.spelled(column) : column)
                .toList();
        List<String> own = key.columns().stream().map(this::spelled).toList();
        return new Constraint.ForeignKey(
                key.name(),
                own,
                target.map(DraftTable::name).orElse(written),
                columns,
                key.onDelete(),
                key.onUpdate(),
                key.enforcement(),
                key.origin());
    }

    Optional<Constraint> rule(String name) {
        return name.isEmpty()
                ? Optional.empty()
                : table.constraints().stream()
                        .filter(rule -> rule.name().equalsIgnoreCase(name))
                        .findFirst();
    }

    boolean dropRule(String name, Class<? extends Constraint> what) {
        Optional<Constraint> found = table.constraints().stream()
                .filter(rule -> rule.name().equalsIgnoreCase(name) && what.isInstance(rule))
                .filter(rule -> !checks().isOfColumn(rule))
                .findFirst();
        found.ifPresent(rule -> table.constraints().removeIf(rule::equals));
        return found.isPresent();
    }

    void dropColumn(String column) {
        CreateView.forget(catalog, table.name(), Optional.of(column));
        keys().dropColumn(column);
        checks().dropOfColumn(column);
        checks().dropNaming(column);
        table.remove(column);
    }

    /** Renames a column here and in all that names it. */
    void renameColumn(String from, String to) {
        CreateView.forget(catalog, table.name(), Optional.of(from));
        boolean computed = table.column(from)
                .filter(column -> column.generation().isComputed())
                .isPresent();
        if (forked && computed) {
            References.leaveOpen(catalog, table, origin, "renames computed column '" + from + "'");
        }
        ColumnRenaming renaming = new ColumnRenaming(catalog, from, to);
        List<Constraint> rules = new ArrayList<>();
        table.constraints().forEach(rule -> rules.add(renaming.of(rule)));
        List<Column> columns = table.columns().stream().map(renaming::of).toList();
        catalog.renameColumn(table, from, to);
        int[] place = {0};
        table.constraints().replaceAll(rule -> {
            Constraint own = rules.get(place[0]++);
            return own instanceof Constraint.Check ? own : rule;
        });
        if (!from.equalsIgnoreCase(to) && checks().hasOfColumn(from) && checks().isTaken(to, true)) {
            leaveChecksOpen(to);
        }
        checks().renameColumn(from, to);
        columns.forEach(column -> table.change(column.name(), facts -> facts.generation(column.generation())));
    }

    /** The names that the server gives to its rules. */
    RuleNames names() {
        return names;
    }
}
