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

/**
 * Answers a condition of a program where it only asks what is there, as {@code NOT EXISTS (SELECT 1 FROM
 * information_schema.columns WHERE ...)} does: what the script has created so far is known. Anything else has no answer.
 */
final class CatalogQuestion {

    private static final int DEEPEST = 30;

    private final Map<String, List<Token>> variables;
    private final Catalog catalog;
    private final int depth;

    private CatalogQuestion(Map<String, List<Token>> variables, Catalog catalog, int depth) {
        this.variables = variables;
        this.catalog = catalog;
        this.depth = depth;
    }

    /** The answer, if there is one. */
    static Optional<Boolean> answer(List<Token> condition, Map<String, List<Token>> variables, Catalog catalog) {
        return new CatalogQuestion(variables, catalog, 0).holds(condition);
    }

    private Optional<Boolean> holds(List<Token> condition) {
        List<Token> tokens = bare(condition);
        if (tokens.isEmpty() || depth > DEEPEST) {
            return Optional.empty();
        }
        List<List<Token>> alternatives = TextExpression.split(tokens, "OR");
        if (alternatives.size() > 1) {
            return combined(alternatives, true);
        }
        List<List<Token>> conditions = TextExpression.split(tokens, "AND");
        if (conditions.size() > 1) {
            return combined(conditions, false);
        }
        if (tokens.get(0).is("NOT")) {
            return deeper().holds(tokens.subList(1, tokens.size())).map(answer -> !answer);
        }
        if (tokens.get(0).is("EXISTS") && tokens.size() > 3) {
            return rows(tokens.subList(2, tokens.size() - 1)).exists();
        }
        return tokens.get(0).is("SELECT") ? query(tokens, List.of()) : simple(tokens);
    }

    /** Combines conditions; one of them can decide even where others have no answer. */
    private Optional<Boolean> combined(List<List<Token>> conditions, boolean decisive) {
        boolean open = false;
        for (List<Token> condition : conditions) {
            Optional<Boolean> answer = deeper().holds(condition);
            if (answer.isPresent() && answer.get() == decisive) {
                return answer;
            }
            open |= answer.isEmpty();
        }
        return open ? Optional.empty() : Optional.of(!decisive);
    }

    /** A query that gives one truth value, compared with what follows it. */
    private Optional<Boolean> query(List<Token> tokens, List<Token> comparison) {
        CatalogQuery query = CatalogQuery.of(tokens);
        if (query.from().isEmpty()) {
            return deeper().holds(query.items());
        }
        List<Token> item = new ArrayList<>(query.items());
        item.addAll(comparison);
        if (!item.isEmpty() && item.get(0).is("count")) {
            int end = closing(item, 1);
            Optional<Long> count = rows(tokens).count();
            return count.flatMap(number -> Comparison.holds(number, item.subList(end + 1, item.size())));
        }
        return Optional.empty();
    }

    private Optional<Boolean> simple(List<Token> tokens) {
        Token first = tokens.get(0);
        if (tokens.size() == 1) {
            if (first.is("TRUE") || first.is("FALSE")) {
                return Optional.of(first.is("TRUE"));
            }
            List<Token> value = variables.getOrDefault(first.text().toLowerCase(Locale.ROOT), List.of());
            return first.isName() ? deeper().holds(value) : Optional.empty();
        }
        if (first.is("(")) {
            int end = closing(tokens, 0);
            List<Token> inner = tokens.subList(1, end);
            return !inner.isEmpty() && inner.get(0).is("SELECT")
                    ? query(inner, tokens.subList(end + 1, tokens.size()))
                    : Optional.empty();
        }
        if (first.is("to_regclass") && tokens.size() > 4 && tokens.get(2).kind() == Kind.STRING) {
            boolean there = catalog.isThere(catalog.dialect().objectName(Literals.string(tokens.get(2))));
            return isNull(tokens.subList(closing(tokens, 1) + 1, tokens.size())).map(asked -> asked != there);
        }
        return variable(first, tokens.subList(1, tokens.size()));
    }

    /** A variable that holds the result of a query, compared with something. */
    private Optional<Boolean> variable(Token name, List<Token> comparison) {
        List<Token> value = bare(variables.getOrDefault(name.text().toLowerCase(Locale.ROOT), List.of()));
        if (value.isEmpty() || !name.isName()) {
            return Optional.empty();
        }
        if (value.get(0).is("SELECT")) {
            Optional<Boolean> asked = isNull(comparison);
            return asked.isPresent()
                    ? rows(value).exists().map(there -> !there.equals(asked.get()))
                    : deeper().query(value, comparison);
        }
        if (comparison.size() == 2
                && comparison.get(0).is("=")
                && comparison.get(1).is("TRUE")) {
            return deeper().holds(value);
        }
        if (comparison.size() == 2
                && comparison.get(0).is("=")
                && comparison.get(1).is("FALSE")) {
            return deeper().holds(value).map(answer -> !answer);
        }
        return Optional.empty();
    }

    /** Whether {@code IS NULL} is asked, or {@code IS NOT NULL}; nothing if neither. */
    private static Optional<Boolean> isNull(List<Token> tokens) {
        if (tokens.size() == 2 && tokens.get(0).is("IS") && tokens.get(1).is("NULL")) {
            return Optional.of(true);
        }
        boolean not = tokens.size() == 3
                && tokens.get(0).is("IS")
                && tokens.get(1).is("NOT")
                && tokens.get(2).is("NULL");
        return not ? Optional.of(false) : Optional.empty();
    }

    private CatalogRows rows(List<Token> query) {
        return CatalogRows.of(CatalogQuery.of(query.stream().map(this::value).toList()), catalog);
    }

    /** A variable that holds one literal stands for it; no column of the catalog has its name. */
    private Token value(Token token) {
        List<Token> value = token.kind() == Kind.WORD
                ? variables.getOrDefault(token.text().toLowerCase(Locale.ROOT), List.of())
                : List.of();
        boolean literal = value.size() == 1 && value.get(0).kind() == Kind.STRING;
        return literal ? value.get(0) : token;
    }

    private CatalogQuestion deeper() {
        return new CatalogQuestion(variables, catalog, depth + 1);
    }

    /** The tokens without parentheses around them all. */
    private static List<Token> bare(List<Token> tokens) {
        List<Token> bare = tokens;
        while (bare.size() > 1 && bare.get(0).is("(") && closing(bare, 0) == bare.size() - 1) {
            bare = bare.subList(1, bare.size() - 1);
        }
        return bare;
    }

    /** The place of the parenthesis that closes the one at the given place. */
    private static int closing(List<Token> tokens, int from) {
        int open = 0;
        for (int i = from; i < tokens.size(); i++) {
            open += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (open == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }
}
