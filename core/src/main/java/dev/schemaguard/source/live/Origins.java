package dev.schemaguard.source.live;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.PrimaryKey;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.UserType;
import java.util.Optional;
import java.util.function.Function;

/** Lends a captured schema the origins of one that was read from scripts, wherever the two name the same. */
final class Origins {

    private final Schema stated;
    private final String current;

    /**
     * The origins of a schema.
     *
     * @param stated the schema that knows where it says what
     * @param current the schema that unqualified names mean
     */
    Origins(Schema stated, String current) {
        this.stated = stated;
        this.current = current;
    }

    /** The captured schema with origins. */
    Schema addTo(Schema captured) {
        return captured.with(
                captured.tables().stream()
                        .map(table -> find(stated::table, table.name())
                                .map(its -> table(table, its))
                                .orElse(table))
                        .toList(),
                captured.sequences().stream().map(this::sequence).toList(),
                captured.types().stream().map(this::type).toList());
    }

    private <T> Optional<T> find(Function<ObjectName, Optional<T>> objects, ObjectName name) {
        Optional<T> same = objects.apply(name);
        return same.isPresent() || name.isQualified() ? same : objects.apply(name.in(current));
    }

    private static Table table(Table table, Table its) {
        return new Table(
                table.name(),
                table.kind(),
                table.columns().stream()
                        .map(column -> its.column(column.name())
                                .map(Column::origin)
                                .map(origin -> column.toBuilder().origin(origin).build())
                                .orElse(column))
                        .toList(),
                table.constraints().stream()
                        .map(constraint -> constraint(constraint, its))
                        .toList(),
                table.indexes().stream().map(index -> index(index, its)).toList(),
                table.parents(),
                table.use(),
                table.complete(),
                table.notKnown(),
                table.rowSecurity(),
                table.capabilities(),
                its.origin());
    }

    private static Constraint constraint(Constraint constraint, Table its) {
        return its.constraints().stream()
                .filter(other -> other.getClass() == constraint.getClass())
                .filter(other ->
                        constraint instanceof PrimaryKey || other.name().equals(constraint.name()))
                .findFirst()
                .map(other -> constraint.withOrigin(other.origin()))
                .orElse(constraint);
    }

    private static Index index(Index index, Table its) {
        return its.indexes().stream()
                .filter(other -> other.name().equals(index.name()))
                .findFirst()
                .map(other -> index.withOrigin(other.origin()))
                .orElse(index);
    }

    private Sequence sequence(Sequence sequence) {
        return find(stated::sequence, sequence.name())
                .map(its -> new Sequence(sequence.name(), sequence.role(), sequence.increment(), its.origin()))
                .orElse(sequence);
    }

    private UserType type(UserType type) {
        return find(stated::type, type.name())
                .map(its -> type.withOrigin(its.origin()))
                .orElse(type);
    }
}
