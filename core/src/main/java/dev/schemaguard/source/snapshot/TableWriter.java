package dev.schemaguard.source.snapshot;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.model.TableUse;
import dev.schemaguard.model.Use;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes tables, one line for each column, rule and index. */
final class TableWriter {

    private static final Comparator<Constraint> RULES = Comparator.comparingInt(TableWriter::rank)
            .thenComparing(Constraint::name)
            .thenComparing(Object::toString);

    private static final Comparator<Index> INDEXES =
            Comparator.comparing(Index::name).thenComparing(Object::toString);

    private final SnapshotOutput out;
    private final FactWriter facts;
    private final LeftOut leftOut;
    private final Set<Family> familiesUnlessSaid;
    private final Presence rowSecurityUnlessSaid;
    private final boolean updatesSaid;
    private ColumnDefault onUpdateUnlessSaid = ColumnDefault.UNSTATED;

    TableWriter(
            SnapshotOutput out,
            LeftOut leftOut,
            Set<Family> familiesUnlessSaid,
            Presence rowSecurityUnlessSaid,
            boolean updatesSaid) {
        this.out = out;
        this.leftOut = leftOut;
        this.facts = new FactWriter(out, leftOut);
        this.familiesUnlessSaid = familiesUnlessSaid;
        this.rowSecurityUnlessSaid = rowSecurityUnlessSaid;
        this.updatesSaid = updatesSaid;
    }

    void table(Table table) {
        facts.leftOut(leftOut.in(table.kind()));
        onUpdateUnlessSaid = LeftOut.onUpdate(table.kind(), updatesSaid);
        out.brokenObject(() -> {
            out.text("name", SpelledText.of(table.name()));
            if (table.kind() != TableKind.TABLE) {
                out.text("kind", EnumNames.TABLE_KINDS.of(table.kind()));
            }
            Set<Family> families = LeftOut.tableFamilies(table.complete());
            if (!families.equals(familiesUnlessSaid)) {
                out.texts("complete", EnumNames.FAMILIES.of(families));
            }
            out.textsIfAny("notKnown", EnumNames.FAMILIES.of(table.notKnown()));
            if (table.rowSecurity() != rowSecurityUnlessSaid) {
                rowSecurity(table.rowSecurity());
            }
            if (!table.use().equals(TableUse.UNSTATED)) {
                out.object("use", () -> use(table.use()));
            }
            out.textsIfAny(
                    "parents", table.parents().stream().map(SpelledText::of).toList());
            out.origin(table.origin());
            out.lines("columns", table.columns(), this::column);
            out.lines("constraints", sorted(table.constraints(), RULES), this::constraint);
            out.lines("indexes", sorted(table.indexes(), INDEXES), this::index);
        });
    }

    private void rowSecurity(Presence rowSecurity) {
        if (rowSecurity == Presence.UNSTATED) {
            out.nothing("rowSecurity");
        } else {
            out.flag("rowSecurity", rowSecurity == Presence.PRESENT);
        }
    }

    private static <T> List<T> sorted(Collection<T> objects, Comparator<T> order) {
        return objects.stream().sorted(order).toList();
    }

    private void use(TableUse use) {
        for (StatementKind kind : StatementKind.values()) {
            use(kind.name().toLowerCase(Locale.ROOT), use.of(kind));
        }
    }

    private void use(String field, Use use) {
        if (use != Use.UNSTATED) {
            out.text(field, EnumNames.USES.of(use));
        }
    }

    private void column(Column column) {
        out.object(() -> {
            out.text("name", column.name());
            out.type("type", column.type());
            facts.nullability(column.nullability());
            facts.columnDefault(column.columnDefault());
            facts.identity(column.identity());
            facts.generation(column.generation());
            facts.onUpdate(column.onUpdate(), onUpdateUnlessSaid);
            facts.openFacts();
            column.charset().ifPresent(charset -> out.text("charset", charset));
            column.collation().ifPresent(collation -> out.text("collation", collation));
            use("written", column.written());
            if (column.updatable() != Presence.UNSTATED) {
                out.flag("updatable", column.updatable() == Presence.PRESENT);
            }
            out.origin(column.origin());
        });
    }

    private static int rank(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey) {
            return 0;
        }
        if (constraint instanceof Constraint.UniqueKey) {
            return 1;
        }
        if (constraint instanceof Constraint.ForeignKey) {
            return 2;
        }
        return constraint instanceof Constraint.Check ? 3 : 4;
    }

    private void constraint(Constraint constraint) {
        out.object(() -> {
            out.textIfAny("name", constraint.name());
            if (constraint instanceof Constraint.PrimaryKey key) {
                out.texts("primaryKey", key.columns());
            } else if (constraint instanceof Constraint.UniqueKey key) {
                out.texts("unique", key.columns());
                out.flag("nullsNotDistinct", key.nullsNotDistinct(), false);
            } else if (constraint instanceof Constraint.ForeignKey key) {
                foreignKey(key);
            } else if (constraint instanceof Constraint.Check check) {
                out.sql("check", "checkWritten", check.condition());
            } else if (constraint instanceof Constraint.Exclusion exclusion) {
                out.text("exclude", exclusion.definition());
            }
            out.flag("deferrable", constraint.enforcement().deferrable(), false);
            out.flag("validated", constraint.enforcement().validated(), true);
            out.flag("enforced", constraint.enforcement().enforced(), true);
            out.origin(constraint.origin());
        });
    }

    private void foreignKey(Constraint.ForeignKey key) {
        out.texts("foreignKey", key.columns());
        out.text("references", SpelledText.of(key.target()));
        out.textsIfAny("referencedColumns", key.targetColumns());
        action("onDelete", key.onDelete());
        action("onUpdate", key.onUpdate());
    }

    private void action(String field, ReferentialAction action) {
        if (action != ReferentialAction.NO_ACTION) {
            out.text(field, EnumNames.ACTIONS.of(action));
        }
    }

    private void index(Index index) {
        out.object(() -> {
            out.textIfAny("name", index.name());
            out.array("on", index.parts(), this::part);
            if (!index.method().equals(SnapshotIndexes.ORDINARY_METHOD)) {
                out.text("method", index.method());
            }
            out.flag("unique", index.unique(), false);
            out.flag("nullsNotDistinct", index.nullsNotDistinct(), false);
            out.textsIfAny("include", index.included());
            if (!index.where().isEmpty()) {
                out.sql("where", "whereWritten", index.where());
            }
            out.flag("valid", index.valid(), true);
            out.origin(index.origin());
        });
    }

    private void part(Index.Part part) {
        boolean ordinary = !part.descending() && !part.nullsFirst();
        if (ordinary && part instanceof Index.ColumnPart column && column.prefix() == 0) {
            out.value(column.name());
            return;
        }
        out.object(() -> {
            if (part instanceof Index.ColumnPart column) {
                out.text("column", column.name());
                if (column.prefix() > 0) {
                    out.number("prefix", column.prefix());
                }
            } else if (part instanceof Index.ExpressionPart expression) {
                out.sql("expression", "expressionWritten", expression.sql());
            }
            out.flag("descending", part.descending(), false);
            out.flag("nullsFirst", part.nullsFirst(), part.descending());
        });
    }
}
