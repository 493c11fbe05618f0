package dev.schemaguard.database.h2.ddl;

import dev.schemaguard.database.h2.dialect.H2Conditions;
import dev.schemaguard.database.standard.ddl.BorrowedHabits;
import dev.schemaguard.ddl.draft.ServerHabits;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.SqlText;
import java.util.regex.Pattern;

/**
 * What H2 makes of a script by itself.
 *
 * @param others what every server does alike
 */
public record H2Habits(ServerHabits others) implements BorrowedHabits {

    /** What H2 prints as it was written; it folds what is reckoned, and puts its own functions in place of others. */
    private static final Pattern CONSTANT =
            Pattern.compile("-?[0-9]{1,18}|'(?:[^'\\\\]|'')*'|true|false|now\\(\\)|current_date|random_uuid\\(\\)");

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
}
