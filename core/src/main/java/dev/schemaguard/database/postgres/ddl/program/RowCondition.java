package dev.schemaguard.database.postgres.ddl.program;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.script.Literals;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells whether a row of the catalog meets a simple condition, such as {@code table_name = 'posts'}. */
final class RowCondition {

    /** Says that a name may be in any schema, for the script does not say in which it is. */
    static final String ANY = "";

    private static final int LONGEST = 1_000;

    /** Columns by which the tables of the catalog hang together. */
    private static final Set<String> JOINING = Set.of(
            "oid",
            "relnamespace",
            "typnamespace",
            "connamespace",
            "attrelid",
            "conrelid",
            "indrelid",
            "indexrelid",
            "enumtypid",
            "atttypid",
            "constraint_name",
            "constraint_schema",
            "constraint_catalog",
            "table_name",
            "table_schema",
            "table_catalog");

    private RowCondition() {}

    static Optional<Boolean> holds(List<Token> condition, Map<String, String> row, Catalog catalog) {
        List<Token> tokens = bare(condition);
        if (tokens.size() > LONGEST) {
            return Optional.empty();
        }
        if (tokens.size() > 1 && tokens.get(0).is("NOT")) {
            return holds(tokens.subList(1, tokens.size()), row, catalog).map(answer -> !answer);
        }
        for (String operator : List.of("=", "<>", "!=")) {
            List<List<Token>> sides = TextExpression.split(tokens, operator);
            if (sides.size() == 2) {
                return equal(sides.get(0), sides.get(1), row, catalog).map(answer -> answer == operator.equals("="));
            }
        }
        int in = place(tokens, "IN");
        if (in > 0 && in + 1 < tokens.size()) {
            return in(tokens, in, row, catalog);
        }
        if (tokens.size() == 1 || (tokens.size() == 3 && tokens.get(1).is("."))) {
            String name = tokens.get(tokens.size() - 1).text().toLowerCase(Locale.ROOT);
            return name.equals("attisdropped") ? Optional.of(false) : Optional.empty();
        }
        boolean positive = tokens.size() > 2 && tokens.get(tokens.size() - 2).is(">");
        return positive && names(tokens.subList(0, tokens.size() - 2)).equals("attnum")
                ? Optional.of(true)
                : Optional.empty();
    }

    private static Optional<Boolean> in(List<Token> tokens, int in, Map<String, String> row, Catalog catalog) {
        boolean not = tokens.get(in - 1).is("NOT");
        List<Token> left = tokens.subList(0, not ? in - 1 : in);
        boolean open = false;
        for (List<Token> value : TextExpression.split(bare(tokens.subList(in + 1, tokens.size())), ",")) {
            Optional<Boolean> equal = equal(left, value, row, catalog);
            if (equal.orElse(false)) {
                return Optional.of(!not);
            }
            open |= equal.isEmpty();
        }
        return open ? Optional.empty() : Optional.of(not);
    }

    private static Optional<Boolean> equal(
            List<Token> left, List<Token> right, Map<String, String> row, Catalog catalog) {
        if (isJoined(left, row) && isJoined(right, row)) {
            // The tables of a query are joined by what belongs together, and so are the rows here.
            return Optional.of(true);
        }
        boolean leftIsColumn = row.containsKey(names(left));
        boolean rightIsColumn = row.containsKey(names(right));
        if (leftIsColumn == rightIsColumn) {
            return Optional.empty();
        }
        String column = leftIsColumn ? names(left) : names(right);
        List<Token> value = leftIsColumn ? right : left;
        String found = String.valueOf(row.get(column));
        if (column.endsWith("schema") || column.equals("nspname") || column.equals("schemaname")) {
            return schema(value, found, catalog);
        }
        return literal(value, catalog).map(text -> text.equals(found));
    }

    private static Optional<Boolean> schema(List<Token> value, String found, Catalog catalog) {
        String current = catalog.path().firstSchema().orElse(ANY);
        boolean asksForCurrent = !value.isEmpty()
                && List.of("current_schema", "any", "current_schemas")
                        .contains(value.get(0).text().toLowerCase(Locale.ROOT));
        if (asksForCurrent) {
            return Optional.of(found.equals(ANY) || found.equals(current) || current.equals(ANY));
        }
        return literal(value, catalog).map(text -> found.equals(ANY) || text.equals(found));
    }

    /** The text of a literal; {@code 'app.posts'::regclass} is the table's own name. */
    private static Optional<String> literal(List<Token> value, Catalog catalog) {
        List<List<Token>> parts = TextExpression.split(value, "::");
        List<Token> text = bare(parts.get(0));
        if (text.size() != 1 || text.get(0).kind() != Kind.STRING) {
            return Optional.empty();
        }
        String content = Literals.string(text.get(0));
        String type = parts.size() > 1 && !parts.get(1).isEmpty() ? names(parts.get(1)) : "";
        boolean reference = type.equals("regclass") || type.equals("regtype");
        return Optional.of(reference ? catalog.dialect().objectName(content).name() : content);
    }

    /** The name of a column without what it is qualified with, or without a call of {@code lower}. */
    private static String names(List<Token> tokens) {
        List<Token> bare = TextExpression.split(tokens, "::").get(0);
        if (bare.size() == 4 && bare.get(0).is("lower") && bare.get(1).is("(")) {
            bare = bare.subList(2, 3);
        }
        return isReference(bare) ? bare.get(bare.size() - 1).text().toLowerCase(Locale.ROOT) : "?";
    }

    private static boolean isJoined(List<Token> tokens, Map<String, String> row) {
        String name = names(tokens);
        return isReference(tokens) && (row.containsKey(name) || JOINING.contains(name));
    }

    private static boolean isReference(List<Token> tokens) {
        return (tokens.size() == 1 && tokens.get(0).isName())
                || (tokens.size() == 3 && tokens.get(1).is(".") && tokens.get(2).isName());
    }

    private static int place(List<Token> tokens, String word) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(word)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Token> bare(List<Token> tokens) {
        List<Token> bare = new ArrayList<>(tokens);
        while (bare.size() > 1
                && bare.get(0).is("(")
                && bare.get(bare.size() - 1).is(")")) {
            bare = bare.subList(1, bare.size() - 1);
        }
        return bare;
    }
}
