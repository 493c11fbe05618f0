package dev.schemaguard.ddl.draft;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.SqlText;
import dev.schemaguard.model.UserType;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The functions, types and schemas that a default, a rule or an index uses, so that it can be told what goes with one of them.
 * Names are lower case, whatever their case is: rather too many tables are found than too few.
 */
final class Uses {

    /** What is called or cast to, and what stands before a point. */
    private static final Pattern NAME = Pattern.compile(
            "(?<![\\w$])([\\w$]++)\"?\\s*+[(.]|(?:::|\\bas\\b|\\bcollate\\b)\\s*+\"?([\\w$]++)",
            Pattern.CASE_INSENSITIVE);

    private Uses() {}

    static Set<String> of(Column column) {
        String filled =
                column.columnDefault() instanceof ColumnDefault.Expression expression ? expression.written() : "";
        Set<String> names = in(filled);
        names.addAll(in(column.generation().sql()));
        column.collation().ifPresent(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }

    static Set<String> of(Constraint constraint) {
        if (constraint instanceof Constraint.Check check) {
            return in(check.condition());
        }
        return in(constraint instanceof Constraint.Exclusion rule ? rule.definition() : "");
    }

    static Set<String> of(Index index) {
        Set<String> names = in(index.where());
        for (Index.Part part : index.parts()) {
            names.addAll(in(part instanceof Index.ExpressionPart expression ? expression.sql() : SqlText.NONE));
        }
        return names;
    }

    /** What the keys, rules, indexes and computed columns of a table use. */
    static Set<String> inRules(DraftTable table) {
        Set<String> names = new LinkedHashSet<>();
        table.constraints().forEach(constraint -> names.addAll(of(constraint)));
        table.indexes().all().forEach(index -> names.addAll(of(index)));
        table.columns().forEach(column -> names.addAll(in(column.generation().sql())));
        return names;
    }

    /** Whether a rule, an index or a computed column of a table holds a text. */
    static boolean inRules(DraftTable table, String text) {
        return table.constraints().stream()
                        .anyMatch(constraint -> constraint.toString().contains(text))
                || table.indexes().all().stream()
                        .anyMatch(index -> index.toString().contains(text))
                || table.columns().stream()
                        .anyMatch(column -> column.generation().sql().written().contains(text));
    }

    static Set<String> of(UserType.DomainType domain) {
        Set<String> names =
                in(domain.columnDefault() instanceof ColumnDefault.Expression expression ? expression.written() : "");
        domain.checks().forEach(check -> names.addAll(in(check)));
        return names;
    }

    /** As it is written, for that names the types of its casts, too. */
    static Set<String> in(SqlText expression) {
        return in(expression.written());
    }

    private static Set<String> in(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            String found = name.group(1) == null ? name.group(2) : name.group(1);
            names.add(found.toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
