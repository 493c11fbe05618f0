package dev.schemaguard.database.postgres.ddl;

import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.UserType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a script was read to make, held against what the server made of it: object by object, without the law. */
final class ScriptAgreement {

    private final Schema read;
    private final Schema live;
    private final List<String> differences = new ArrayList<>();

    private ScriptAgreement(Schema read, Schema live) {
        this.read = read;
        this.live = live;
    }

    /** Whether a gap says that anything may be otherwise. */
    static boolean isOpen(Schema read) {
        return read.gaps().stream().anyMatch(gap -> gap.reach() instanceof Gap.Reach.Everything);
    }

    /** Whether a gap says that a table may be otherwise. */
    static boolean isOpen(Schema read, ObjectName table) {
        return isOpen(read)
                || read.gaps().stream()
                        .flatMap(gap -> gap.reach().names().stream())
                        .anyMatch(name -> name.name().equals(table.name()));
    }

    /** Whether a gap says that there may be more than was read. */
    private static boolean mayHoldMore(Schema read) {
        return isOpen(read)
                || read.gaps().stream().anyMatch(gap -> gap.reach().names().isEmpty());
    }

    /** All that differs and that no gap covers. */
    static List<String> differences(Schema read, Schema live) {
        ScriptAgreement agreement = new ScriptAgreement(read, live);
        if (!isOpen(read)) {
            live.tables().forEach(agreement::table);
            agreement.objects();
        }
        return agreement.differences;
    }

    private void table(Table there) {
        Optional<Table> said =
                read.table(there.name()).or(() -> read.table(there.name().in("public")));
        if (isOpen(read, there.name())) {
            return;
        }
        if (said.isEmpty()) {
            if (!mayHoldMore(read)) {
                differences.add("table " + there.name() + " is not read");
            }
            return;
        }
        if (!there.kind().holdsRows()) {
            view(said.get(), there);
            return;
        }
        compare(there.name() + " columns", columns(said.get()), columns(there));
        compare(there.name() + " rules", rules(said.get()), rules(there));
        compare(there.name() + " indexes", indexes(said.get()), indexes(there));
        for (Column column : there.columns()) {
            said.get()
                    .column(column.name())
                    .ifPresent(other -> column(there.name() + "." + column.name(), other, column));
        }
    }

    /** A view has the columns that are read, and others only where they are not known. */
    private void view(Table said, Table there) {
        Set<String> columns = columns(there);
        if (said.notKnown().contains(Family.COLUMNS)) {
            columns.retainAll(columns(said));
        }
        compare(there.name() + " columns", columns(said), columns);
        for (Column column : said.columns()) {
            boolean other = there.column(column.name())
                    .filter(found -> column.type() != ColumnType.UNSTATED
                            && !type(column.type()).equals(type(found.type())))
                    .isPresent();
            if (other) {
                differences.add(there.name() + "." + column.name() + " is read as " + column.type() + ", and is not");
            }
        }
    }

    private void column(String name, Column said, Column there) {
        if (!type(said.type()).equals(type(there.type()))) {
            differences.add(name + " is read as " + said.type() + ", and is " + there.type());
        }
        if (said.nullability() != there.nullability() || said.nullability() == Nullability.UNSTATED) {
            differences.add(name + " is read as " + said.nullability() + ", and is " + there.nullability());
        }
        boolean filled = said.columnDefault() instanceof ColumnDefault.Expression
                || said.identity().generates();
        boolean isFilled = there.columnDefault() instanceof ColumnDefault.Expression
                || there.identity().generates();
        if (filled != isFilled || generates(said.identity()) != generates(there.identity())) {
            differences.add(name + " is read with " + said.columnDefault() + " " + said.identity() + ", and has "
                    + there.columnDefault() + " " + there.identity());
        }
        if (said.generation().isComputed() != there.generation().isComputed()) {
            differences.add(name + " is read as " + said.generation() + ", and is " + there.generation());
        }
    }

    private static boolean generates(Identity identity) {
        return identity == Identity.ALWAYS || identity == Identity.BY_DEFAULT;
    }

    private void objects() {
        if (mayHoldMore(read)) {
            return;
        }
        boolean mayLack =
                read.gaps().stream().anyMatch(gap -> !gap.reach().names().isEmpty());
        Set<String> said = names(read.sequences().stream().map(Sequence::name));
        Set<String> there = names(live.sequences().stream().map(Sequence::name));
        Set<String> types = names(read.types().stream().map(UserType::name));
        Set<String> liveTypes = names(live.types().stream().map(UserType::name));
        if (!mayLack) {
            compare("sequences", said, there);
            types.retainAll(liveTypes);
        }
        // A type that nothing uses is not captured.
        liveTypes.removeAll(types);
        if (!mayLack && !liveTypes.isEmpty()) {
            differences.add("types not read: " + liveTypes);
        }
    }

    private void compare(String what, Set<String> said, Set<String> there) {
        if (!said.equals(there)) {
            Set<String> tooMany = new TreeSet<>(said);
            tooMany.removeAll(there);
            Set<String> tooFew = new TreeSet<>(there);
            tooFew.removeAll(said);
            differences.add(what + ": not there " + tooMany + ", not read " + tooFew);
        }
    }

    private static Set<String> columns(Table table) {
        return new TreeSet<>(table.columns().stream().map(Column::name).toList());
    }

    private static Set<String> rules(Table table) {
        Set<String> rules = new TreeSet<>();
        for (Constraint rule : table.constraints()) {
            String about = rule instanceof Constraint.Key key
                    ? key.columns().toString()
                    : rule instanceof Constraint.ForeignKey key
                            ? key.columns() + " " + bare(key.target()) + key.targetColumns()
                            : "";
            rules.add(rule.getClass().getSimpleName() + " " + rule.name() + " " + about);
        }
        return rules;
    }

    private static Set<String> indexes(Table table) {
        Set<String> indexes = new TreeSet<>();
        for (Index index : table.indexes()) {
            indexes.add(index.name() + " " + index.method() + " " + index.unique() + " "
                    + index.parts().size() + " " + !index.predicate().isEmpty());
        }
        return indexes;
    }

    private static String type(ColumnType type) {
        return type.toString().replaceFirst("^\\w+\\.", "");
    }

    private static Set<String> names(Stream<ObjectName> names) {
        return new TreeSet<>(names.map(name -> bare(name).toString()).toList());
    }

    private static ObjectName bare(ObjectName name) {
        return name.schema().equals("public") ? name.unqualified() : name;
    }

    static Schema load(String script) {
        try {
            return ScriptServer.read(script).load(Databases.assumed());
        } catch (SchemaSourceException e) {
            // A script that makes nothing is refused, which is no matter here.
            return Schema.builder().complete(EnumSet.allOf(Family.class)).build();
        }
    }
}
