package dev.schemaguard.fix;

import dev.schemaguard.diff.ObjectDrift;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Sequence.Role;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.UserType;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Makes schemas, types and sequences. */
final class ObjectCures {

    /** The extension that brings a type; an expectation holds only the type. */
    private static final Map<String, String> EXTENSIONS = Map.of(
            "citext", "citext",
            "hstore", "hstore",
            "ltree", "ltree",
            "vector", "vector",
            "geometry", "postgis",
            "geography", "postgis");

    private final Ground ground;

    ObjectCures(Ground ground) {
        this.ground = ground;
    }

    /** Whether no server has the type by itself. */
    static boolean isOfAnExtension(ColumnType.Named type) {
        return EXTENSIONS.containsKey(type.name().name());
    }

    Recipe missingType(ObjectDrift.MissingType drift) {
        return create(drift.type(), drift.where());
    }

    Recipe missingSequence(ObjectDrift.MissingSequence drift) {
        return create(drift.sequence(), drift.where());
    }

    Recipe increment(ObjectDrift.IncrementDifferent drift) {
        long increment = drift.expectedSequence().increment().orElse(1);
        return new Recipe()
                .step(
                        Phase.SEQUENCE,
                        "ALTER SEQUENCE " + ground.sql().name(drift.where()) + " INCREMENT BY " + increment,
                        "a release that counts on the other increment meets duplicate keys from now on: first stop it")
                .notAdditive("another increment would take numbers twice in the release that runs");
    }

    /** Makes the schema where nothing shows that it is there. */
    void schema(Recipe recipe, String schema) {
        if (ground.isUnseen(schema)) {
            recipe.add(
                    Phase.SCHEMA, "CREATE SCHEMA IF NOT EXISTS " + ground.sql().name(schema));
            ground.grant(recipe, "USAGE", "SCHEMA " + ground.sql().name(schema));
        }
    }

    Recipe create(Sequence sequence, ObjectName where) {
        Recipe recipe = new Recipe();
        schema(recipe, where.schema());
        recipe.add(
                Phase.SEQUENCE,
                createSequence(where, "", sequence.increment()),
                "it begins at 1: set it past the highest number in use, if there is any");
        ground.grant(recipe, "USAGE", "SEQUENCE " + ground.sql().name(where));
        return recipe;
    }

    private String createSequence(ObjectName where, String type, OptionalLong increment) {
        return "CREATE SEQUENCE " + ground.sql().name(where) + type
                + (increment.orElse(1) == 1 ? "" : " INCREMENT BY " + increment.getAsLong());
    }

    /** Makes the sequence behind a column, where it is not there and no finding of its own is about it. */
    void sequenceBehind(Recipe recipe, Column column, ObjectName table) {
        Optional<ObjectName> name = ground.sequenceOf(column.columnDefault());
        if (name.isEmpty() || ground.live().sequence(name.get()).isPresent()) {
            return;
        }
        Optional<Sequence> known = ground.expected().sequence(name.get());
        if (known.isPresent() && known.get().role() != Role.OWNED) {
            recipe.with(create(known.get(), ground.placed(name.get()).in(table.schema())));
            return;
        }
        String type = column.type() instanceof ColumnType.Named named
                        && (named.equals(ColumnType.of("integer")) || named.equals(ColumnType.of("smallint")))
                ? " AS " + ground.sql().type(named)
                : "";
        OptionalLong increment = known.map(Sequence::increment).orElse(OptionalLong.empty());
        ObjectName where = name.get().in(table.schema());
        recipe.add(Phase.SEQUENCE, createSequence(where, type, increment));
        ground.grant(recipe, "USAGE", "SEQUENCE " + ground.sql().name(where));
    }

    /** Lets the sequences that were just made go with the columns that they stand behind. */
    void ownSequences(Recipe recipe, Table table, ObjectName where) {
        table.columns().forEach(column -> ownSequence(recipe, column, where));
    }

    void ownSequence(Recipe recipe, Column column, ObjectName where) {
        ground.sequenceOf(column.columnDefault())
                .filter(name -> ground.live().sequence(name).isEmpty())
                .filter(name -> ground.expected()
                        .sequence(name)
                        .filter(sequence -> sequence.role() != Role.OWNED)
                        .isEmpty())
                .ifPresent(name -> recipe.add(
                        Phase.VALUE,
                        "ALTER SEQUENCE " + ground.sql().name(name.in(where.schema())) + " OWNED BY "
                                + ground.sql().name(where) + "." + ground.sql().name(column.name())));
    }

    /** Brings the extension of a column's type, where one is known. */
    void typeOf(Recipe recipe, Column column) {
        if (column.type() instanceof ColumnType.Named named
                && EXTENSIONS.containsKey(named.name().name())) {
            extension(recipe, named.name().name());
        }
    }

    private static void extension(Recipe recipe, String type) {
        recipe.add(
                Phase.EXTENSION,
                "CREATE EXTENSION IF NOT EXISTS " + EXTENSIONS.get(type),
                "needs the extension's files on the server, and for some a superuser");
    }

    Recipe create(UserType type, ObjectName where) {
        Recipe recipe = new Recipe();
        schema(recipe, where.schema());
        String create = "CREATE TYPE " + ground.sql().name(where) + " AS ";
        if (type instanceof UserType.EnumType labels) {
            return recipe.add(
                    Phase.TYPE,
                    create + "ENUM ("
                            + labels.labels().stream()
                                    .map(ground.sql()::literal)
                                    .collect(Collectors.joining(", "))
                            + ")");
        }
        if (type instanceof UserType.CompositeType row) {
            return recipe.add(Phase.COMPOSITE, create + "(" + attributes(row) + ")");
        }
        if (type instanceof UserType.RangeType range && range.subtype() instanceof ColumnType.Named subtype) {
            return recipe.add(
                    Phase.COMPOSITE, create + "RANGE (SUBTYPE = " + ground.sql().type(subtype) + ")");
        }
        if (type instanceof UserType.DomainType domain && domain.base() instanceof ColumnType.Named base) {
            return recipe.add(Phase.DOMAIN, domain(domain, base, where));
        }
        if (EXTENSIONS.containsKey(where.name())) {
            extension(recipe, where.name());
            return recipe;
        }
        return recipe.noSafeFix(
                "the expectation holds no more than the name of the type; run the migration that makes it,"
                        + " or install the extension that brings it");
    }

    private String attributes(UserType.CompositeType row) {
        return row.attributes().entrySet().stream()
                .map(entry -> ground.sql().name(entry.getKey()) + " "
                        + (entry.getValue() instanceof ColumnType.Named named
                                ? ground.sql().type(named)
                                : "text"))
                .collect(Collectors.joining(", "));
    }

    private String domain(UserType.DomainType domain, ColumnType.Named base, ObjectName where) {
        return "CREATE DOMAIN " + ground.sql().name(where) + " AS "
                + ground.sql().type(base)
                + (domain.columnDefault() instanceof ColumnDefault.Expression expression
                        ? " DEFAULT " + ground.sql().expression("default", expression.written())
                        : "")
                + (domain.nullability() == Nullability.NOT_NULL ? " NOT NULL" : "")
                + domain.checks().stream()
                        .map(check -> " CHECK " + ground.sql().expression("check", check.written()))
                        .collect(Collectors.joining());
    }
}
