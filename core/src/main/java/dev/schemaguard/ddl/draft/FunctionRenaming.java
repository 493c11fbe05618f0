package dev.schemaguard.ddl.draft;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ObjectName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets the defaults of columns follow a function that gets another name. */
public final class FunctionRenaming {

    private FunctionRenaming() {}

    /**
     * Renames it wherever it is called.
     *
     * @return the tables that call it in a rule or an index, which are left open
     */
    public static Set<ObjectName> apply(Catalog catalog, String from, String to) {
        Set<ObjectName> left = new LinkedHashSet<>();
        Pattern call = Pattern.compile("(?<![\\w$\"])\"?" + Pattern.quote(from) + "\"?(?=\\()");
        String quoted = Matcher.quoteReplacement(catalog.dialect().quote(to));
        for (DraftTable table : catalog.directory().using(from.toLowerCase(Locale.ROOT))) {
            for (Column column : List.copyOf(table.columns())) {
                if (column.columnDefault() instanceof ColumnDefault.Expression expression
                        && call.matcher(expression.text()).find()) {
                    ColumnDefault.Expression renamed = ColumnDefault.of(
                                    call.matcher(expression.text()).replaceAll(quoted))
                            .written(call.matcher(expression.written()).replaceAll(quoted));
                    table.put(column.toBuilder()
                            .columnDefault(expression.compared() ? renamed : renamed.notCompared())
                            .build());
                }
            }
            if (Uses.inRules(table).contains(from.toLowerCase(Locale.ROOT))) {
                table.leaveUnstated();
                left.add(table.name());
            }
        }
        return left;
    }
}
