package dev.schemaguard.source.live;

import dev.schemaguard.model.Capabilities;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Restrictions;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.UserType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a live schema into an expectation: names of the current schema lose it, and what only this database knows goes. */
final class PortableSchema {

    private final Schema live;
    private final String current;

    private PortableSchema(Schema live) {
        this.live = live;
        this.current = live.searchPath().isEmpty() ? "" : live.searchPath().get(0);
    }

    public static Schema of(Schema live) {
        return new PortableSchema(live).schema();
    }

    private Schema schema() {
        Schema portable = live.with(
                live.tables().stream().map(this::table).toList(),
                live.sequences().stream().map(this::sequence).toList(),
                live.types().stream().map(type -> type.mapNames(this::name)).toList());
        return portable.toBuilder()
                .searchPath(searchPath())
                .restrictions(Restrictions.NONE)
                .build();
    }

    /** Needed only where unqualified names mean something in a schema behind the current one. */
    private List<String> searchPath() {
        Set<String> used = Stream.of(
                        live.tables().stream().map(Table::name),
                        live.sequences().stream().map(Sequence::name),
                        live.types().stream().map(UserType::name))
                .flatMap(names -> names)
                .map(ObjectName::schema)
                .collect(Collectors.toSet());
        List<String> path = live.searchPath().stream()
                .filter(schema -> schema.equals(current) || used.contains(schema))
                .toList();
        return path.size() > 1 ? path : List.of();
    }

    private Table table(Table table) {
        return new Table(
                name(table.name()),
                table.kind(),
                table.columns().stream().map(this::column).toList(),
                table.constraints().stream()
                        .map(constraint -> constraint.mapNames(this::name))
                        .toList(),
                table.indexes(),
                table.parents().stream().map(this::name).toList(),
                table.use(),
                table.complete(),
                table.notKnown(),
                table.rowSecurity(),
                Capabilities.UNSTATED,
                table.origin());
    }

    private Column column(Column column) {
        return column.toBuilder()
                .type(column.type().mapNames(this::name))
                .updatable(Presence.UNSTATED)
                .build();
    }

    private Sequence sequence(Sequence sequence) {
        return new Sequence(name(sequence.name()), sequence.role(), sequence.increment(), sequence.origin());
    }

    private ObjectName name(ObjectName name) {
        return name.schema().equals(current) ? name.unqualified() : name;
    }
}
