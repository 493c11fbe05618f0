package dev.schemaguard.database.postgres.fix;

import dev.schemaguard.drift.ObjectDrift;
import dev.schemaguard.fix.FixBuilder;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.Phase;
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
final class ObjectFixes {

    /** The extension that brings a type; an expectation holds only the type. */
    private static final Map<String, String> EXTENSIONS = Map.of(
            "citext", "citext",
            "hstore", "hstore",
            "ltree", "ltree",
            "vector", "vector",
            "geometry", "postgis",
            "geography", "postgis");

    private final FixContext context;

    ObjectFixes(FixContext context) {
        this.context = context;
    }

    /** Whether no server has the type by itself. */
    static boolean isOfAnExtension(ColumnType.Named type) {
        return EXTENSIONS.containsKey(type.name().name());
    }

    FixBuilder missingType(ObjectDrift.MissingType drift) {
        return create(drift.type(), drift.where());
    }

    FixBuilder missingSequence(ObjectDrift.MissingSequence drift) {
        return create(drift.sequence(), drift.where());
    }

    FixBuilder increment(ObjectDrift.IncrementDifferent drift) {
        long increment = drift.expectedSequence().increment().orElse(1);
        return new FixBuilder()
                .step(
                        Phase.SEQUENCE,
                        "ALTER SEQUENCE " + context.sql().name(drift.where()) + " INCREMENT BY " + increment,
                        "a release that counts on the other increment meets duplicate keys from now on: first stop it")
                .notAdditive("another increment would take numbers twice in the release that runs");
    }

    /** Makes the schema where nothing shows that it is there. */
    void schema(FixBuilder recipe, String schema) {
        if (context.isUnseen(schema)) {
            recipe.add(
                    Phase.SCHEMA, "CREATE SCHEMA IF NOT EXISTS " + context.sql().name(schema));
            context.grant(recipe, "USAGE", "SCHEMA " + context.sql().name(schema));
        }
    }

    FixBuilder create(Sequence sequence, ObjectName where) {
        FixBuilder recipe = new FixBuilder();
        schema(recipe, where.schema());
        recipe.add(
                Phase.SEQUENCE,
                createSequence(where, "", sequence.increment()),
                "it begins at 1: set it past the highest number in use, if there is any");
        context.grant(recipe, "USAGE", "SEQUENCE " + context.sql().name(where));
        return recipe;
    }

    private String createSequence(ObjectName where, String type, OptionalLong increment) {
        return "CREATE SEQUENCE " + context.sql().name(where) + type
                + (increment.orElse(1) == 1 ? "" : " INCREMENT BY " + increment.getAsLong());
    }

    /** Makes the sequence behind a column, where it is not there and no finding of its own is about it. */
    void sequenceBehind(FixBuilder recipe, Column column, ObjectName table) {
        Optional<ObjectName> name = context.sequenceOf(column.columnDefault());
        if (name.isEmpty() || context.live().sequence(name.get()).isPresent()) {
            return;
        }
        Optional<Sequence> known = context.expected().sequence(name.get());
        if (known.isPresent() && known.get().role() != Role.OWNED) {
            recipe.with(create(known.get(), context.placed(name.get()).in(table.schema())));
            return;
        }
        String type = column.type() instanceof ColumnType.Named named
                        && (named.equals(ColumnType.of("integer")) || named.equals(ColumnType.of("smallint")))
                ? " AS " + context.sql().type(named)
                : "";
        OptionalLong increment = known.map(Sequence::increment).orElse(OptionalLong.empty());
        ObjectName where = name.get().in(table.schema());
        recipe.add(Phase.SEQUENCE, createSequence(where, type, increment));
        context.grant(recipe, "USAGE", "SEQUENCE " + context.sql().name(where));
    }

    /** Lets the sequences that were just made go with the columns that they stand behind. */
    void ownSequences(FixBuilder recipe, Table table, ObjectName where) {
        table.columns().forEach(column -> ownSequence(recipe, column, where));
    }

    void ownSequence(FixBuilder recipe, Column column, ObjectName where) {
        context.sequenceOf(column.columnDefault())
                .filter(name -> context.live().sequence(name).isEmpty())
                .filter(name -> context.expected()
                        .sequence(name)
                        .filter(sequence -> sequence.role() != Role.OWNED)
                        .isEmpty())
                .ifPresent(name -> recipe.add(
                        Phase.VALUE,
                        "ALTER SEQUENCE " + context.sql().name(name.in(where.schema())) + " OWNED BY "
                                + context.sql().name(where) + "."
                                + context.sql().name(column.name())));
    }

    /** Brings the extension of a column's type, where one is known. */
    void typeOf(FixBuilder recipe, Column column) {
        if (column.type() instanceof ColumnType.Named named
                && EXTENSIONS.containsKey(named.name().name())) {
            extension(recipe, named.name().name());
        }
    }

    private static void extension(FixBuilder recipe, String type) {
        recipe.add(
                Phase.EXTENSION,
                "CREATE EXTENSION IF NOT EXISTS " + EXTENSIONS.get(type),
                "needs the extension's files on the server, and for some a superuser");
    }

    FixBuilder create(UserType type, ObjectName where) {
        FixBuilder recipe = new FixBuilder();
        schema(recipe, where.schema());
        String create = "CREATE TYPE " + context.sql().name(where) + " AS ";
        if (type instanceof UserType.EnumType labels) {
            return recipe.add(
                    Phase.TYPE,
                    create + "ENUM ("
                            + labels.labels().stream()
                                    .map(context.sql()::literal)
                                    .collect(Collectors.joining(", "))
                            + ")");
        }
        if (type instanceof UserType.CompositeType row) {
            return recipe.add(Phase.COMPOSITE, create + "(" + attributes(row) + ")");
        }
        if (type instanceof UserType.RangeType range && range.subtype() instanceof ColumnType.Named subtype) {
            return recipe.add(
                    Phase.COMPOSITE,
                    create + "RANGE (SUBTYPE = " + context.sql().type(subtype) + ")");
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
                .map(entry -> context.sql().name(entry.getKey()) + " "
                        + (entry.getValue() instanceof ColumnType.Named named
                                ? context.sql().type(named)
                                : "text"))
                .collect(Collectors.joining(", "));
    }

    private String domain(UserType.DomainType domain, ColumnType.Named base, ObjectName where) {
        return "CREATE DOMAIN " + context.sql().name(where) + " AS "
                + context.sql().type(base)
                + (domain.columnDefault() instanceof ColumnDefault.Expression expression
                        ? " DEFAULT " + context.sql().expression("default", expression.written())
                        : "")
                + (domain.nullability() == Nullability.NOT_NULL ? " NOT NULL" : "")
                + domain.checks().stream()
                        .map(check -> " CHECK " + context.sql().expression("check", check.written()))
                        .collect(Collectors.joining());
    }
}
