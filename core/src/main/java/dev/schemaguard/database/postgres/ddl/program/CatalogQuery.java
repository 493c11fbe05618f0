package dev.schemaguard.database.postgres.ddl.program;

import dev.schemaguard.ddl.script.Literals;
import dev.schemaguard.ddl.script.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A query of the catalog, taken apart.
 *
 * @param items what is selected
 * @param from the tables, in lower case and without schema and alias
 * @param conditions what has to hold of a row, all of it
 */
record CatalogQuery(List<Token> items, List<String> from, List<List<Token>> conditions) {

    /** Takes a query apart, as far as it is a simple one. */
    static CatalogQuery of(List<Token> query) {
        List<List<Token>> unions = TextExpression.split(query, "UNION");
        List<List<Token>> atFrom = TextExpression.split(unions.get(0), "FROM");
        List<Token> items = atFrom.get(0).isEmpty()
                ? List.of()
                : atFrom.get(0).subList(1, atFrom.get(0).size());
        boolean plain = query.stream().noneMatch(CatalogQuery::isBeyond);
        if (atFrom.size() != 2 || unions.size() > 1 || !plain) {
            return new CatalogQuery(items, unions.size() > 1 || !plain ? List.of("?") : List.of(), List.of());
        }
        List<List<Token>> atWhere = TextExpression.split(atFrom.get(1), "WHERE");
        List<List<Token>> conditions = new ArrayList<>();
        List<String> from = new ArrayList<>();
        tables(atWhere.get(0), from, conditions);
        if (atWhere.size() > 1) {
            conditions.addAll(TextExpression.split(withoutTail(atWhere.get(1)), "AND"));
        }
        return new CatalogQuery(items, from, conditions);
    }

    /** Words of queries whose rows are not those of one table that meet a condition. */
    private static boolean isBeyond(Token token) {
        return List.of(
                        "left",
                        "right",
                        "full",
                        "lateral",
                        "having",
                        "group",
                        "offset",
                        "except",
                        "intersect",
                        "with",
                        "over")
                .contains(token.kind() == Token.Kind.WORD ? token.text().toLowerCase(Locale.ROOT) : "");
    }

    /** The text that one of the columns has to be equal to, where a condition says so plainly. */
    Optional<String> literal(Set<String> columns) {
        for (List<Token> condition : conditions) {
            int last = condition.size() - 1;
            boolean plain = (last == 2 || last == 4 && condition.get(1).is("."))
                    && condition.get(last - 1).is("=")
                    && condition.get(last).kind() == Token.Kind.STRING
                    && columns.contains(condition.get(last - 2).text().toLowerCase(Locale.ROOT));
            if (plain) {
                return Optional.of(Literals.string(condition.get(last)));
            }
        }
        return Optional.empty();
    }

    private static void tables(List<Token> tokens, List<String> from, List<List<Token>> conditions) {
        for (List<Token> listed : TextExpression.split(tokens, ",")) {
            for (List<Token> joined : TextExpression.split(listed, "JOIN")) {
                List<List<Token>> atOn = TextExpression.split(joined, "ON");
                from.add(table(atOn.get(0)));
                if (atOn.size() > 1) {
                    conditions.addAll(TextExpression.split(withoutJoinWords(atOn.get(1)), "AND"));
                }
            }
        }
    }

    private static String table(List<Token> tokens) {
        int at = tokens.size() > 2 && tokens.get(1).is(".") ? 2 : 0;
        return at < tokens.size() ? tokens.get(at).text().toLowerCase(Locale.ROOT) : "?";
    }

    private static List<Token> withoutJoinWords(List<Token> condition) {
        int end = condition.size();
        while (end > 0
                && List.of("inner", "left", "right", "full", "outer", "cross", "natural")
                        .contains(condition.get(end - 1).text().toLowerCase(Locale.ROOT))) {
            end--;
        }
        return condition.subList(0, end);
    }

    private static List<Token> withoutTail(List<Token> condition) {
        List<Token> rest = condition;
        for (String word : List.of("LIMIT", "ORDER", "GROUP", "FOR")) {
            rest = TextExpression.split(rest, word).get(0);
        }
        return rest;
    }
}
