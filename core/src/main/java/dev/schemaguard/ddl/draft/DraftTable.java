package dev.schemaguard.ddl.draft;

import dev.schemaguard.ddl.script.SqlExpression;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.TableKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A table or view in the making. */
public final class DraftTable {

    /** What the query of a view mentions that means all columns, where it is not known which they are. */
    public static final String ALL_COLUMNS = "*";

    private ObjectName name;
    private final TableKind kind;
    private final Origin origin;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Rules constraints = new Rules(this);
    private final IndexList indexes = new IndexList(this);
    private final Set<DraftTable> parents = new LinkedHashSet<>();
    private final Set<DraftTable> children = new LinkedHashSet<>();
    private final Set<DraftSequence> sequences = new LinkedHashSet<>();
    private final Set<Family> complete;
    private final Set<String> mentions = new LinkedHashSet<>();
    private final Map<String, String> notes = new LinkedHashMap<>();
    private boolean columnsOpen;
    private Optional<Directory> directory = Optional.empty();
    private Presence rowSecurity = Presence.ABSENT;

    public DraftTable(ObjectName name, TableKind kind, Origin origin) {
        this.name = name;
        this.kind = kind;
        this.origin = origin;
        this.complete = kind.holdsRows() ? EnumSet.allOf(Family.class) : EnumSet.noneOf(Family.class);
    }

    public ObjectName name() {
        return name;
    }

    public TableKind kind() {
        return kind;
    }

    Origin origin() {
        return origin;
    }

    void rename(ObjectName newName) {
        name = newName;
    }

    /** Lets a catalog find it by what it has from now on. */
    void listIn(Directory newDirectory) {
        directory = Optional.of(newDirectory);
        for (Column column : columns.values()) {
            newDirectory.column(this, column);
        }
        for (Constraint constraint : constraints) {
            newDirectory.rule(this, constraint);
        }
        for (Index index : indexes.all()) {
            newDirectory.index(this, index);
        }
        for (String mentioned : mentions) {
            newDirectory.mentions(this, mentioned);
        }
    }

    /** Ends that, for it is in the catalog no more, or not under this name. */
    void unlist() {
        directory.ifPresent(Directory::freed);
        directory = Optional.empty();
    }

    /** Whether it is in a catalog. */
    boolean isListed() {
        return directory.isPresent();
    }

    /** What finds it by what it has, while it is in a catalog. */
    Optional<Directory> directory() {
        return directory;
    }

    public Set<Family> complete() {
        return complete;
    }

    public Collection<Column> columns() {
        return columns.values();
    }

    public Optional<Column> column(String column) {
        return Optional.ofNullable(columns.get(column));
    }

    public Rules constraints() {
        return constraints;
    }

    public IndexList indexes() {
        return indexes;
    }

    public Set<DraftTable> parents() {
        return parents;
    }

    Set<DraftTable> children() {
        return children;
    }

    /** The sequences that go with its columns. */
    public Set<DraftSequence> sequences() {
        return sequences;
    }

    /** Adds a column behind the others, or replaces the one of that name. */
    public void put(Column column) {
        columns.put(column.name(), column);
        if (directory.isPresent()) {
            directory.get().column(this, column);
        }
    }

    /** Changes a column, if it is there. */
    public void change(String column, UnaryOperator<Column.Builder> facts) {
        Column old = columns.get(column);
        if (old != null) {
            put(facts.apply(old.toBuilder()).build());
        }
    }

    /** Renames a column here and in all rules of this table. */
    public void renameColumn(String from, String to, SqlExpression expressions) {
        List<Column> old = List.copyOf(columns.values());
        columns.clear();
        for (Column column : old) {
            Column.Builder renamed = column.toBuilder();
            put((column.name().equals(from) ? renamed.name(to) : renamed)
                    .generation(Renaming.ofColumn(column.generation(), from, to, expressions))
                    .build());
        }
        constraints.replaceAll(constraint -> Renaming.ofColumn(constraint, from, to, expressions));
        indexes.replaceAll(index -> Renaming.ofColumn(index, from, to, expressions));
    }

    /** What only the readers of one kind of database have to remember of it, such as what its columns get by themselves. */
    public Map<String, String> notes() {
        return notes;
    }

    /** Removes a column, and nothing that involves it. */
    public void remove(String column) {
        columns.remove(column);
    }

    /** Drops a column with all rules and indexes that involve it. */
    void dropColumn(String column, SqlExpression expressions) {
        columns.remove(column);
        constraints.removeIf(constraint -> ColumnReferences.of(constraint, column, expressions));
        indexes.removeIf(index -> ColumnReferences.of(index, column, expressions));
    }

    public Optional<Constraint> constraint(String constraintName) {
        return constraints.find(constraintName);
    }

    /** The columns of the primary key, empty where there is none. */
    public List<String> primaryKey() {
        return constraints.stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .findFirst()
                .map(key -> ((Constraint.PrimaryKey) key).columns())
                .orElse(List.of());
    }

    /** Makes this a child: it has its parent's columns and rules from now on. */
    public void inherit(DraftTable parent) {
        parents.add(parent);
        parent.children.add(this);
    }

    /** Ends that. */
    public void disinherit(DraftTable parent) {
        parents.remove(parent);
        parent.children.remove(this);
    }

    /** This table and all that inherit from it. */
    public List<DraftTable> family() {
        if (children.isEmpty()) {
            return List.of(this);
        }
        List<DraftTable> family = new ArrayList<>(List.of(this));
        Set<DraftTable> known = new HashSet<>(family);
        for (int i = 0; i < family.size(); i++) {
            for (DraftTable child : family.get(i).children) {
                if (known.add(child)) {
                    family.add(child);
                }
            }
        }
        return family;
    }

    /** Does something to this table that does not reach those that inherit from it. */
    public void alone(Runnable change) {
        List<DraftTable> apart = List.copyOf(children);
        children.clear();
        change.run();
        children.addAll(apart);
    }

    /** All names in the query of a view. */
    public Set<String> mentions() {
        return mentions;
    }

    public void mentions(Set<String> names) {
        names.forEach(this::mention);
    }

    /** One more name in the query of a view, for something in it is called so now. */
    void mention(String mentioned) {
        mentions.add(mentioned);
        directory.ifPresent(known -> known.mentions(this, mentioned));
    }

    /** Leaves open what columns it has beside those that are known. */
    public void leaveColumnsOpen() {
        columnsOpen = true;
    }

    /** Whether it has no columns but those that are known. */
    public boolean knowsAllColumns() {
        return kind.holdsRows() ? complete.contains(Family.COLUMNS) : !columnsOpen;
    }

    /** Whether row security is switched on for it, as far as is known. */
    Presence rowSecurity() {
        return rowSecurity;
    }

    public void rowSecurity(Presence newRowSecurity) {
        rowSecurity = newRowSecurity;
    }

    /** Leaves its keys and rules open, for one of them is gone and it cannot be told which. */
    public void forgetRules() {
        constraints.clear();
        complete.retainAll(Set.of(Family.COLUMNS, Family.INDEXES));
    }

    /** Leaves open all but that the table exists, for something unreadable may have changed it. */
    public void leaveUnstated() {
        columns.clear();
        constraints.clear();
        indexes.clear();
        complete.clear();
        columnsOpen = true;
        rowSecurity = Presence.UNSTATED;
    }
}
