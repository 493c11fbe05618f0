package dev.schemaguard.database.h2.ddl;

import dev.schemaguard.database.h2.dialect.H2Conditions;
import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.ServerHabits;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.SqlText;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What H2 makes of a script by itself.
 *
 * @param others what every server does alike
 */
record H2Habits(ServerHabits others) implements ServerHabits {

    /** What H2 prints as it was written; it folds what is reckoned, and puts its own functions in place of others. */
    private static final Pattern CONSTANT =
            Pattern.compile("-?[0-9]{1,18}|'(?:[^'\\\\]|'')*'|true|false|now\\(\\)|current_date|random_uuid\\(\\)");

    @Override
    public Dialect dialect() {
        return others.dialect();
    }

    /** What H2 calls it by itself is a matter of chance. */
    @Override
    public String name(
            Catalog catalog,
            ObjectName table,
            Collection<String> columns,
            Unnamed unnamed,
            Predicate<ObjectName> taken) {
        return others.name(catalog, table, columns, unnamed, taken);
    }

    @Override
    public String temporarySchema() {
        return others.temporarySchema();
    }

    @Override
    public ColumnDefault kept(ColumnDefault written, ColumnType type) {
        return written instanceof ColumnDefault.Expression expression
                        && !CONSTANT.matcher(expression.text()).matches()
                ? expression.notCompared()
                : written;
    }

    @Override
    public boolean isKept(SqlText expression) {
        return H2Conditions.isPlain(expression);
    }

    @Override
    public boolean brings(ObjectName type) {
        return others.brings(type);
    }
}
