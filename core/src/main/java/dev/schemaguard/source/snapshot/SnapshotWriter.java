package dev.schemaguard.source.snapshot;

import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.SqlText;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.UserType;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.exc.JacksonIOException;

/** Writes a whole schema as a snapshot. */
final class SnapshotWriter {

    private final SnapshotOutput out;
    private final Schema schema;
    private final LeftOut leftOut;

    private SnapshotWriter(SnapshotOutput out, Schema schema) {
        this.out = out;
        this.schema = schema;
        this.leftOut = LeftOut.shortestFor(schema);
    }

    static void write(Schema schema, String dialect, Writer writer) throws IOException {
        SnapshotOutput out = new SnapshotOutput(writer);
        try {
            SnapshotWriter snapshot = new SnapshotWriter(out, schema);
            out.brokenObject(() -> snapshot.fields(dialect));
            out.close();
        } catch (JacksonIOException e) {
            throw Optional.ofNullable(e.getCause()).orElseGet(() -> new IOException(e));
        }
    }

    private void fields(String dialect) {
        out.number("version", SnapshotJson.VERSION);
        out.text("dialect", dialect);
        out.textsIfAny("searchPath", schema.searchPath());
        out.textsIfAny("complete", EnumNames.FAMILIES.of(schema.complete()));
        if (leftOut != LeftOut.UNSTATED) {
            out.text("leftOut", EnumNames.LEFT_OUT.of(leftOut));
        }
        boolean security = schema.tables().stream().anyMatch(table -> table.rowSecurity() != Presence.UNSTATED);
        if (security) {
            // In the head, so that older snapshots, which never say it, are told from those without any.
            out.flag("rowSecurity", false);
        }
        boolean updates = schema.tables().stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column -> column.onUpdate() != ColumnDefault.UNSTATED);
        if (updates) {
            out.nothing("onUpdate");
        }
        if (!schema.settings().isEmpty()) {
            out.object("settings", () -> schema.settings().forEach(out::text));
        }
        out.lines("types", byName(schema.types(), UserType::name), this::type);
        out.lines("sequences", byName(schema.sequences(), Sequence::name), this::sequence);
        TableWriter tables = new TableWriter(
                out,
                leftOut,
                LeftOut.tableFamilies(schema.complete()),
                security ? Presence.ABSENT : Presence.UNSTATED,
                updates);
        out.lines("tables", byName(schema.tables(), Table::name), tables::table);
        out.lines("gaps", schema.gaps(), this::gap);
    }

    private static <T> List<T> byName(Collection<T> objects, Function<T, ObjectName> name) {
        return objects.stream().sorted(Comparator.comparing(name)).toList();
    }

    private void type(UserType type) {
        out.object(() -> {
            out.text("name", SpelledText.of(type.name()));
            if (type instanceof UserType.EnumType enumType) {
                out.texts("enum", enumType.labels());
            } else if (type instanceof UserType.DomainType domain) {
                domain(domain);
            } else if (type instanceof UserType.CompositeType composite) {
                out.array(
                        "composite",
                        composite.attributes().entrySet(),
                        attribute -> out.object(() -> {
                            out.text("name", attribute.getKey());
                            out.type("type", attribute.getValue());
                        }));
            } else if (type instanceof UserType.RangeType range) {
                typeOrNothing("range", range.subtype());
            } else {
                out.flag("opaque", true);
            }
            out.origin(type.origin());
        });
    }

    private void domain(UserType.DomainType domain) {
        typeOrNothing("domain", domain.base());
        FactWriter facts = new FactWriter(out, leftOut);
        facts.nullability(domain.nullability());
        facts.columnDefault(domain.columnDefault());
        facts.openFacts();
        out.textsIfAny("checks", domain.checks().stream().map(SqlText::text).toList());
        if (domain.checks().stream().anyMatch(SqlText::isWrittenOtherwise)) {
            out.texts(
                    "checksWritten",
                    domain.checks().stream().map(SqlText::written).toList());
        }
    }

    /** The field tells the kind of type, so it has to be there even where it has nothing to say. */
    private void typeOrNothing(String field, ColumnType type) {
        if (type instanceof ColumnType.Unstated) {
            out.nothing(field);
        } else {
            out.type(field, type);
        }
    }

    private void sequence(Sequence sequence) {
        out.object(() -> {
            out.text("name", SpelledText.of(sequence.name()));
            if (sequence.role() != Sequence.Role.UNSTATED) {
                out.text("role", EnumNames.ROLES.of(sequence.role()));
            }
            sequence.increment().ifPresent(increment -> out.number("increment", increment));
            out.origin(sequence.origin());
        });
    }

    private void gap(Gap gap) {
        out.object(() -> {
            out.text("reason", gap.reason());
            List<String> names = byName(gap.reach().names(), Function.identity()).stream()
                    .map(SpelledText::of)
                    .toList();
            if (gap.reach() instanceof Gap.Reach.Tables) {
                out.texts("tables", names);
            } else if (!names.isEmpty()) {
                // Under a name of its own: who reads "tables" takes them for all that the gap reaches.
                out.texts("leftOpen", names);
            }
            out.origin(gap.origin());
        });
    }
}
