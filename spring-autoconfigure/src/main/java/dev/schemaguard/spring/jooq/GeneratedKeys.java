package dev.schemaguard.spring.jooq;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jooq.Check;
import org.jooq.ForeignKey;
import org.jooq.Key;
import org.jooq.Named;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UniqueKey;

/** Reads generated keys and checks. */
final class GeneratedKeys {

    private final Dialect dialect;
    private final Rendering rendering;
    private final BiFunction<Named, String, ObjectName> names;

    GeneratedKeys(Dialect dialect, Rendering rendering, BiFunction<Named, String, ObjectName> names) {
        this.dialect = dialect;
        this.rendering = rendering;
        this.names = names;
    }

    List<Constraint> of(Table<?> table) {
        Origin origin = Origin.of(table.getClass().getName());
        List<Constraint> constraints = new ArrayList<>();
        UniqueKey<?> primary = table.getPrimaryKey();
        if (primary != null) {
            constraints.add(
                    new Constraint.PrimaryKey(primary.getName(), columns(primary), enforcement(primary), origin));
        }
        for (UniqueKey<?> key : table.getUniqueKeys()) {
            constraints.add(new Constraint.UniqueKey(key.getName(), columns(key), false, enforcement(key), origin));
        }
        for (ForeignKey<?, ?> key : table.getReferences()) {
            Table<?> target = key.getKey().getTable();
            constraints.add(new Constraint.ForeignKey(
                    key.getName(),
                    columns(key),
                    names.apply(target.getSchema(), target.getName()),
                    key.getKeyFields().stream().map(TableField::getName).toList(),
                    ReferentialAction.NO_ACTION,
                    ReferentialAction.NO_ACTION,
                    enforcement(key),
                    origin));
        }
        for (Check<?> check : table.getChecks()) {
            constraints.add(new Constraint.Check(
                    check.getName(),
                    dialect.expression(rendering.text(check.condition())),
                    new Enforcement(false, true, check.enforced()),
                    origin));
        }
        return constraints;
    }

    private static List<String> columns(Key<?> key) {
        return key.getFields().stream().map(TableField::getName).toList();
    }

    private static Enforcement enforcement(Key<?> key) {
        return new Enforcement(false, true, key.enforced());
    }
}
