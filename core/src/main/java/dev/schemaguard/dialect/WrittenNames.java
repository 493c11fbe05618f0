package dev.schemaguard.dialect;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import java.util.List;

/** Turns a contract as somebody wrote it into the spelling of a dialect. */
final class WrittenNames {

    private final Dialect dialect;

    private WrittenNames(Dialect dialect) {
        this.dialect = dialect;
    }

    static ObjectName objectName(String written, Dialect dialect) {
        int dot = lastDotOutsideQuotes(written);
        return dot < 0
                ? ObjectName.of(dialect.identifier(written))
                : ObjectName.of(
                        dialect.identifier(written.substring(0, dot)), dialect.identifier(written.substring(dot + 1)));
    }

    static Schema spell(Schema contract, Dialect dialect) {
        WrittenNames names = new WrittenNames(dialect);
        return contract.with(
                contract.tables().stream().map(names::table).toList(),
                contract.sequences().stream().map(names::sequence).toList(),
                contract.types());
    }

    private Table table(Table table) {
        return Table.builder(name(table.name()))
                .kind(table.kind())
                .columns(table.columns().stream().map(this::column).toList())
                .constraints(table.constraints().stream().map(this::constraint).toList())
                .indexes(table.indexes())
                .parents(table.parents())
                .use(table.use())
                .complete(table.complete())
                .notKnown(table.notKnown())
                .rowSecurity(table.rowSecurity())
                .capabilities(table.capabilities())
                .origin(table.origin())
                .build();
    }

    private Column column(Column column) {
        requirePossible(column.name());
        Column.Builder spelled = column.toBuilder().name(dialect.identifier(column.name()));
        if (column.type() instanceof ColumnType.Written written) {
            spelled.type(dialect.columnType(written.text()));
        }
        if (column.columnDefault() instanceof ColumnDefault.Expression expression) {
            spelled.columnDefault(dialect.columnDefault(expression.written()));
        }
        return spelled.build();
    }

    private Constraint constraint(Constraint constraint) {
        Constraint named = constraint.mapColumns(dialect::identifier).mapNames(this::name);
        if (named instanceof Constraint.ForeignKey key) {
            return key.withTarget(key.target(), identifiers(key.targetColumns()));
        }
        return named instanceof Constraint.Check check
                ? check.withCondition(dialect.expression(check.condition().written()))
                : named;
    }

    private Sequence sequence(Sequence sequence) {
        return new Sequence(name(sequence.name()), sequence.role(), sequence.increment(), sequence.origin());
    }

    private ObjectName name(ObjectName written) {
        requirePossible(written.schema());
        requirePossible(written.name());
        ObjectName own = objectName(written.name(), dialect);
        return written.isQualified() ? own.in(dialect.identifier(written.schema())) : own;
    }

    /** No database stores a NUL, so that whoever expects one means another name. */
    private static void requirePossible(String name) {
        if (name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the name '" + name.replace("\0", "\\u0000")
                    + "' holds a NUL character, which no database stores; take it out");
        }
    }

    private List<String> identifiers(List<String> written) {
        return written.stream().map(dialect::identifier).toList();
    }

    private static int lastDotOutsideQuotes(String written) {
        int dot = -1;
        boolean quoted = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '"' || c == '`') {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                dot = i;
            }
        }
        return dot;
    }
}
