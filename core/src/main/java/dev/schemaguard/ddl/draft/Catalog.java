package dev.schemaguard.ddl.draft;

import dev.schemaguard.ddl.script.Holes;
import dev.schemaguard.ddl.script.SqlExpression;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.input.Excerpt;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.model.UserType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The schema in the making: all that the statements so far have created. */
public final class Catalog {

    /** As much of a reason as anybody reads; what it quotes may be of any length. */
    private static final int LONGEST_REASON = 1_000;

    private final ServerHabits habits;
    private final SqlExpression expressions;
    private final Registry<DraftTable> tables;
    private final Registry<DraftSequence> sequences;
    private final Registry<UserType> types;
    private final Programs programs = new Programs();
    private final GapList gaps = new GapList();
    private final List<Gap> unsettled = new ArrayList<>();
    private final Directory directory = new Directory();
    private SearchPath path = SearchPath.UNSET;
    private int numbered;

    public Catalog(ServerHabits habits) {
        this.habits = habits;
        this.expressions = new SqlExpression(habits.dialect(), habits.lexicalRules());
        this.tables = new Registry<>(habits.temporarySchema());
        this.sequences = new Registry<>(habits.temporarySchema());
        this.types = new Registry<>(habits.temporarySchema());
    }

    /** What the server makes of a script by itself. */
    public ServerHabits habits() {
        return habits;
    }

    public Dialect dialect() {
        return habits.dialect();
    }

    public SqlExpression expressions() {
        return expressions;
    }

    public Registry<DraftTable> tables() {
        return tables;
    }

    public Registry<DraftSequence> sequences() {
        return sequences;
    }

    public Registry<UserType> types() {
        return types;
    }

    public GapList gaps() {
        return gaps;
    }

    public SearchPath path() {
        return path;
    }

    public void path(SearchPath newPath) {
        path = newPath;
    }

    /** Notes that rules of a table may hang on a type, though no column is of it. */
    public void uses(DraftTable table, ColumnType type) {
        if (type instanceof ColumnType.Named named) {
            directory.uses(table, named.name().name().toLowerCase(Locale.ROOT));
        }
    }

    /** Finds tables by what they have. */
    public Directory directory() {
        return directory;
    }

    /** Adds a table or view behind the others, or replaces the one of that name. */
    public void add(DraftTable table) {
        tables.get(table.name()).ifPresent(DraftTable::unlist);
        tables.put(table.name(), table);
        table.listIn(directory);
    }

    /** Removes a table or view, and nothing else. */
    public void remove(DraftTable table) {
        tables.remove(table.name()).ifPresent(DraftTable::unlist);
    }

    /** Adds a sequence behind the others, or replaces the one of that name. */
    public void add(DraftSequence sequence) {
        if (sequence.number() == 0) {
            sequence.number(++numbered);
        }
        sequences.get(sequence.name()).filter(other -> !other.equals(sequence)).ifPresent(DraftSequence::disown);
        sequences.put(sequence.name(), sequence);
    }

    /** Removes a sequence. */
    public void remove(DraftSequence sequence) {
        sequences.remove(sequence.name());
        sequence.disown();
        directory.freed();
    }

    /** Adds a type behind the others, or replaces the one of that name. */
    public void add(UserType type) {
        types.put(type.name(), type);
    }

    /** Forgets what the server keeps for a session only. */
    public void endSession() {
        tables.in(habits.temporarySchema()).forEach(table -> Dropping.table(this, table, false));
        for (DraftSequence sequence : sequences.in(habits.temporarySchema())) {
            Numbering.stop(this, sequence);
            remove(sequence);
        }
    }

    /** The name under which something is kept for the session only. */
    public ObjectName temporary(ObjectName written) {
        return written.unqualified().in(habits.temporarySchema());
    }

    /** Whether what has this name is gone with the session. */
    public boolean isTemporary(ObjectName name) {
        return name.schema().equals(habits.temporarySchema());
    }

    /** The tables that a name can mean; many if it has holes. */
    public List<DraftTable> matching(ObjectName written) {
        if (!Holes.in(written)) {
            return table(written).stream().toList();
        }
        return programs.subject().map(List::of).orElseGet(() -> List.copyOf(tables.all())).stream()
                .filter(table -> Holes.fits(written.name(), table.name().name()))
                .toList();
    }

    /** The programs that the script has created so far. */
    public Programs programs() {
        return programs;
    }

    /** Notes that something could not be read. */
    public void gap(Gap gap) {
        String reason = Excerpt.of(Holes.shown(gap.reason()), LONGEST_REASON);
        boolean anything = gap.reach() instanceof Gap.Reach.Everything;
        gaps.add(
                anything
                        ? Gap.everywhere(gap.origin(), reason, Dropping.everything(this))
                        : new Gap(gap.origin(), reason, gap.reach()));
    }

    /** Notes that from now on anything may change at any time. */
    public void unsettle(Gap gap) {
        unsettled.add(gap);
        gap(gap);
    }

    /**
     * Notes that from now on a function may run at any time.
     *
     * @param function the function
     * @param gap what is to be noted if the function changes the schema, or comes to do so
     */
    public void keepCall(String function, Gap gap) {
        programs.keepCall(function, gap);
        if (programs.change(function)) {
            gap(gap);
        }
    }

    /** Leaves open, behind the last statement, what may have changed at any time. */
    void settle() {
        unsettled.forEach(this::gap);
        programs.keptCallsThatChange().forEach(this::gap);
    }

    /** Whether there may be more than the statements say, for one that may have made anything could not be read. */
    public boolean mayHoldMore() {
        return gaps.reachEverything();
    }

    /** The table that a statement means. */
    public Optional<DraftTable> table(ObjectName written) {
        return tables.find(written, path);
    }

    /** Changes a table; if no statement made it, that is noted unless the statement allows for it. */
    public void alter(ObjectName written, boolean ifExists, Origin origin, Consumer<DraftTable> change) {
        Optional<DraftTable> table = table(written);
        if (table.isPresent()) {
            change.accept(table.get());
        } else if (!written.isQualified() && path.schemas().size() > 1) {
            notOnPath(written, ifExists, origin);
        } else if (!ifExists) {
            change.accept(unknownTable(written, origin));
        }
    }

    /** A table that something outside of the script has made, in which of the schemas of the path cannot be told. */
    private void notOnPath(ObjectName written, boolean ifExists, Origin origin) {
        if (!ifExists && !mayHoldMore()) {
            Set<ObjectName> anywhere =
                    path.schemas().stream().map(written::in).collect(Collectors.toCollection(LinkedHashSet::new));
            gap(Gap.of(origin, "changes table '" + written + "', which no statement before it creates", anywhere));
        }
    }

    /** A table that something outside of the script has made: only what statements say of it from now on is known. */
    private DraftTable unknownTable(ObjectName written, Origin origin) {
        DraftTable table = new DraftTable(path.created(written), TableKind.TABLE, origin);
        table.leaveUnstated();
        add(table);
        if (!gaps.reach(table.name())) {
            String reason = mayHoldMore()
                    ? "changes table '" + written + "', which a statement that could not be read may have made"
                    : "changes table '" + written + "', which no statement before it creates";
            gap(Gap.of(origin, reason, Set.of(table.name())));
        }
        return table;
    }

    /** Gives a table another name, and lets all that refers to it follow. */
    public void rename(DraftTable table, ObjectName to) {
        ObjectName from = table.name();
        List<DraftTable> referring = directory.referringTo(from);
        directory.mentioning(from.name()).forEach(view -> view.mention(to.name()));
        remove(table);
        table.rename(to);
        add(table);
        gaps.rename(from, to);
        for (DraftTable other : referring) {
            other.constraints().replaceAll(constraint -> Renaming.ofTarget(constraint, from, to));
        }
    }

    /** Gives a column another name, and lets all that refers to it follow. */
    public void renameColumn(DraftTable table, String from, String to) {
        table.renameColumn(from, to, expressions);
        for (DraftTable other : directory.referringTo(table.name())) {
            other.constraints().replaceAll(constraint -> Renaming.ofTargetColumn(constraint, table.name(), from, to));
        }
        directory.mentioning(table.name().name()).stream()
                .filter(view -> view.mentions().contains(from))
                .forEach(view -> view.mention(to));
    }

    /** Gives a sequence another name. */
    public void rename(DraftSequence sequence, ObjectName to) {
        sequences.remove(sequence.name());
        sequence.rename(to);
        add(sequence);
        directory.freed();
    }

    /** The table or view that a statement creating one of that name would find there. */
    public Optional<DraftTable> existing(ObjectName name) {
        ObjectName created = path.created(name);
        return SearchPath.same(created.schema()).stream()
                .flatMap(schema -> tables.get(ObjectName.of(schema, created.name())).stream())
                .findFirst();
    }

    /** Whether it hangs on the connection's search path whether there is a table or view of that name. */
    public boolean mayExist(ObjectName name) {
        ObjectName created = path.created(name);
        return created.isQualified() && existing(name).isEmpty() && tables.has(created.unqualified());
    }

    /** A column whose type, and the sequence that it calls, have the names that their creation gave to them. */
    public Column resolved(Column column) {
        return DraftDefault.resolved(
                this,
                column.toBuilder().type(Types.resolved(this, column.type())).build());
    }

    /** The same for a column in the making. */
    public Column.Builder resolve(Column.Builder column) {
        return resolved(column.build()).toBuilder();
    }

    /** Whether a name of that kind of object the server keeps in one space is taken: tables, indexes, sequences. */
    public boolean isRelation(ObjectName name) {
        return tables.has(name) || sequences.has(name) || directory.hasIndex(name) || directory.hasRule(name);
    }

    /** The tables that have foreign keys to a table. */
    public List<DraftTable> referringTo(DraftTable table) {
        return directory.referringTo(table.name());
    }

    /** The tables that have a rule or an index of that name. */
    public Set<DraftTable> withRuleOrIndex(String name) {
        return directory.having(name);
    }

    /** The table that has the index. */
    public Optional<DraftTable> indexTable(ObjectName written) {
        return directory.ofIndex(written).stream().findFirst();
    }

    /** The table that has a key or an exclusion of that name, which an index of the same name enforces. */
    public Optional<DraftTable> keyTable(ObjectName written) {
        return directory.ofRule(written).stream().findFirst();
    }

    /** Whether there is a table, view, index or sequence of that name. */
    public boolean isThere(ObjectName written) {
        return table(written).isPresent()
                || sequences.find(written, path).isPresent()
                || indexTable(written).isPresent();
    }
}
