package dev.schemaguard.ddl.draft;

import dev.schemaguard.ddl.script.Literals;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.UserType;
import dev.schemaguard.model.UserType.CompositeType;
import dev.schemaguard.model.UserType.DomainType;
import dev.schemaguard.model.UserType.EnumType;
import dev.schemaguard.model.UserType.OpaqueType;
import dev.schemaguard.model.UserType.RangeType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Changes types, and lets the columns follow that are of them. */
public final class Types {

    private Types() {}

    /** Changes an enum; if no statement made it, that is noted. */
    public static void alterEnum(Catalog catalog, ObjectName written, Origin origin, UnaryOperator<EnumType> change) {
        Optional<UserType> type = catalog.types().find(written, catalog.path());
        if (type.isPresent() && type.get() instanceof EnumType old) {
            catalog.add(change.apply(old));
        } else {
            unknown(catalog, written, origin);
        }
    }

    /** Notes a change of a type that no statement made; of one that was left open before that is known. */
    public static void unknown(Catalog catalog, ObjectName written, Origin origin) {
        boolean open = catalog.types()
                .find(written, catalog.path())
                .filter(OpaqueType.class::isInstance)
                .isPresent();
        if (!open) {
            String maker = catalog.mayHoldMore()
                    ? "which a statement that could not be read may have made"
                    : "which no statement before it creates";
            catalog.gap(Gap.of(origin, "changes type '" + written + "', " + maker, Set.of()));
        }
    }

    /** Gives a type another name. */
    public static void rename(Catalog catalog, ObjectName from, ObjectName to) {
        catalog.types().remove(from).ifPresent(type -> catalog.add(named(type, to)));
        catalog.directory().mentioning(from.name()).forEach(view -> view.mention(to.name()));
        for (DraftTable table : catalog.directory().withColumnsOf(from)) {
            for (Column column : List.copyOf(table.columns())) {
                if (column.type() instanceof ColumnType.Named named
                        && named.name().equals(from)) {
                    table.put(column.toBuilder().type(renamed(named, to)).build());
                }
            }
        }
        TypeRenaming.apply(catalog, from, to);
    }

    /** The type that a statement means; one that was forgotten since may still be the type of a column. */
    public static ObjectName meant(Catalog catalog, ObjectName written) {
        return catalog.types()
                .key(written, catalog.path())
                .orElse(catalog.path().created(written));
    }

    /** Drops a type; columns of it go too, which the server does where CASCADE says so and refuses where not. */
    public static void drop(Catalog catalog, ObjectName name) {
        catalog.types().remove(name);
        for (String schema : SearchPath.same(name.schema())) {
            dropUses(catalog, ObjectName.of(schema, name.name()));
        }
    }

    private static void dropUses(Catalog catalog, ObjectName type) {
        for (DraftTable table : catalog.directory().withColumnsOf(type)) {
            if (!table.kind().holdsRows()) {
                Dropping.table(catalog, table, true);
                continue;
            }
            for (Column column : List.copyOf(table.columns())) {
                if (Directory.isOf(column, type)) {
                    Dropping.column(catalog, table, column.name(), true);
                }
            }
        }
    }

    /** The labels of an enum. */
    public static Optional<List<String>> labels(Catalog catalog, ObjectName written) {
        return catalog.types()
                .find(written, catalog.path())
                .filter(EnumType.class::isInstance)
                .map(type -> ((EnumType) type).labels());
    }

    /**
     * Lets the defaults of columns follow a label that gets another name.
     *
     * @return the tables whose rules or indexes may hold the label, which are left open
     */
    public static Set<ObjectName> renameLabel(Catalog catalog, ObjectName written, String from, String to) {
        Optional<ObjectName> type = catalog.types().key(written, catalog.path());
        Set<ObjectName> left = new LinkedHashSet<>();
        for (DraftTable table : type.map(catalog.directory()::withColumnsOf).orElse(List.of())) {
            String literal = Literals.quoted(from);
            for (Column column : List.copyOf(table.columns())) {
                boolean labelled = Directory.isOf(column, type.orElseThrow())
                        && column.columnDefault() instanceof ColumnDefault.Expression;
                if (labelled && column.columnDefault().equals(ColumnDefault.of(literal))) {
                    table.change(column.name(), facts -> facts.columnDefault(ColumnDefault.of(Literals.quoted(to))));
                } else if (labelled && column.columnDefault().toString().contains(from)) {
                    table.change(
                            column.name(),
                            facts -> facts.columnDefault(
                                    ((ColumnDefault.Expression) column.columnDefault()).notCompared()));
                }
            }
            if (Uses.inRules(table, literal)) {
                table.leaveUnstated();
                left.add(table.name());
            }
        }
        return left;
    }

    /** Leaves open all but that the type is there, with what columns have from it. */
    public static void leaveOpen(Catalog catalog, UserType type) {
        catalog.add(new OpaqueType(type.name(), type.origin()));
        for (DraftTable table : catalog.directory().withColumnsOf(type.name())) {
            for (Column column : List.copyOf(table.columns())) {
                if (Directory.isOf(column, type.name())) {
                    Column.Builder open = ColumnProperty.TYPE.unstated(column.toBuilder());
                    table.put(ColumnProperty.DEFAULT
                            .unstated(ColumnProperty.NULLABILITY.unstated(open))
                            .build());
                }
            }
        }
    }

    /** A type under the name that its creation gave to it. */
    public static ColumnType resolved(Catalog catalog, ColumnType type) {
        if (!(type instanceof ColumnType.Named named)) {
            return type;
        }
        return catalog.types()
                .key(named.name(), catalog.path())
                .map(key -> renamed(named, key))
                .orElse(named);
    }

    /** A type whose base has the name that its creation gave to it. */
    public static UserType resolved(Catalog catalog, UserType type) {
        return type instanceof DomainType domain
                ? new DomainType(
                        domain.name(),
                        resolved(catalog, domain.base()),
                        domain.nullability(),
                        domain.columnDefault(),
                        domain.checks(),
                        domain.origin())
                : type;
    }

    private static ColumnType.Named renamed(ColumnType.Named type, ObjectName to) {
        return new ColumnType.Named(to, type.modifier(), type.array(), type.unsigned());
    }

    /** The type under another name. */
    public static UserType named(UserType type, ObjectName name) {
        if (type instanceof EnumType named) {
            return new EnumType(name, named.labels(), named.origin());
        }
        if (type instanceof DomainType named) {
            return new DomainType(
                    name, named.base(), named.nullability(), named.columnDefault(), named.checks(), named.origin());
        }
        if (type instanceof CompositeType named) {
            return new CompositeType(name, named.attributes(), named.origin());
        }
        if (type instanceof RangeType named) {
            return new RangeType(name, named.subtype(), named.origin());
        }
        return new OpaqueType(name, type.origin());
    }
}
