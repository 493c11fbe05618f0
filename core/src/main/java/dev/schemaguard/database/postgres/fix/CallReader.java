package dev.schemaguard.database.postgres.fix;

import dev.schemaguard.database.postgres.dialect.PostgresDialect;
import dev.schemaguard.database.postgres.fix.SqlToken.Kind;
import dev.schemaguard.fix.Calls;
import dev.schemaguard.model.ObjectName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what an expression calls, and rather too much than too little. */
final class CallReader {

    /** Words before a bracket or a string that can name neither a function nor a type, besides the reserved ones (manual, appendix C). */
    private static final Set<String> WORDS = Set.of("between", "row", "precision");

    /** Words that can, and the words behind which they do not. */
    private static final Map<String, Set<String>> WORDS_BEHIND = Map.of(
            "zone", Set.of("time"),
            "varying", Set.of("character", "char", "bit", "nchar"),
            "second", Set.of("interval", "to"));

    /** Reserved words that name functions and types all the same ("can be function or type" in appendix C). */
    private static final Set<String> RESERVED_NAMES = Set.of(("left right like ilike is isnull notnull overlaps similar"
                    + " current_schema current_timestamp current_time localtimestamp localtime")
            .split(" "));

    /** What words such as IN, BETWEEN, CASE, NULLIF, LIKE and SIMILAR TO stand for (manual, chapter 9). */
    private static final Set<String> UNSEEN =
            Set.of("=", "<>", "<", ">", "<=", ">=", "~~", "!~~", "~~*", "!~~*", "~", "!~", "+", "-");

    private final List<SqlToken> tokens;
    private final Set<ObjectName> functions = new LinkedHashSet<>();
    private final Set<ObjectName> types = new LinkedHashSet<>();
    private final Set<String> operators = new LinkedHashSet<>(UNSEEN);

    private CallReader(List<SqlToken> tokens) {
        this.tokens = tokens;
    }

    static Calls of(List<SqlToken> tokens) {
        CallReader reader = new CallReader(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            reader.look(i);
        }
        Set<ObjectName> unknown = new LinkedHashSet<>(reader.functions);
        unknown.removeIf(HarmlessFunctions::contains);
        unknown.addAll(reader.types);
        reader.functions.addAll(reader.types);
        return new Calls(reader.functions, unknown, reader.operators);
    }

    private void look(int i) {
        SqlToken token = tokens.get(i);
        if (token.kind() == Kind.OPERATOR) {
            operator(i);
            return;
        }
        boolean partOfName = i + 1 < tokens.size() && tokens.get(i + 1).is(".");
        if (!token.isName() || partOfName) {
            return;
        }
        ObjectName name = name(i);
        boolean word = isWord(i);
        boolean called = follows(i, "(") && !word;
        boolean literalOfType = i + 1 < tokens.size() && tokens.get(i + 1).kind() == Kind.STRING && !word;
        boolean cast = isBehindCast(i);
        if ((literalOfType || cast) && !isBuiltIn(i)) {
            types.add(name);
        } else if (called || !cast && isDotted(i)) {
            functions.add(name);
        }
    }

    /** Whether the grammar leaves it no other meaning than that of a keyword. */
    private boolean isWord(int i) {
        SqlToken token = tokens.get(i);
        String word = folded(token);
        if (token.kind() != Kind.WORD || i > 0 && tokens.get(i - 1).is(".")) {
            return false;
        }
        if (RESERVED_NAMES.contains(word)) {
            return !follows(i, "(") && isBehindOperand(i);
        }
        return isReserved(word) || WORDS.contains(word) || isWordHere(i, word);
    }

    private boolean isBehindOperand(int i) {
        int before = i > 0 && tokens.get(i - 1).is("not") ? i - 2 : i - 1;
        return before >= 0 && endsOperand(tokens.get(before));
    }

    private boolean isWordHere(int i, String word) {
        if (word.equals("operator")) {
            return i + 4 < tokens.size()
                    && tokens.get(i + 3).is(".")
                    && tokens.get(i + 4).kind() == Kind.OPERATOR;
        }
        if (word.equals("escape")) {
            return isBehindOperand(i);
        }
        return i > 0
                && tokens.get(i - 1).kind() == Kind.WORD
                && WORDS_BEHIND.getOrDefault(word, Set.of()).contains(folded(tokens.get(i - 1)));
    }

    /** Behind an operand no other one can begin. */
    private static boolean endsOperand(SqlToken token) {
        return switch (token.kind()) {
            case STRING, NUMBER, QUOTED_NAME -> true;
            case WORD ->
                !isReserved(folded(token))
                        && !WORDS.contains(folded(token))
                        && !WORDS_BEHIND.containsKey(folded(token));
            case OPERATOR -> false;
            case MARK -> token.is(")") || token.is("]");
        };
    }

    private static boolean isReserved(String word) {
        return !PostgresDialect.INSTANCE.quote(word).equals(word);
    }

    private boolean isBehindCast(int i) {
        int before = start(i) - 1;
        return before >= 0 && (tokens.get(before).is("::") || tokens.get(before).is("as"));
    }

    /** Whether it names one of the server's own types. One of a user may be a domain, whose checks call what its owner likes. */
    private boolean isBuiltIn(int i) {
        ObjectName name = name(i);
        boolean server = name.schema().isEmpty() || name.schema().equals("pg_catalog");
        return server && BuiltInTypes.contains(name.name())
                || tokens.get(i).is("double") && follows(i, "precision")
                || tokens.get(i).text().equals("\"char\"")
                || tokens.get(i).is("national");
    }

    /** The server takes {@code a.f} for {@code f(a)} where a has no column of that name (manual, 4.2.6). */
    private boolean isDotted(int i) {
        int before = start(i) - 1;
        return start(i) < i && !(before >= 0 && tokens.get(before).is("collate"));
    }

    private int start(int i) {
        int start = i;
        while (start >= 2 && tokens.get(start - 1).is(".")) {
            start -= 2;
        }
        return start >= 1 && tokens.get(start - 1).is(".") ? start - 1 : start;
    }

    private ObjectName name(int i) {
        String own = folded(tokens.get(i));
        boolean qualified =
                i >= 2 && tokens.get(i - 1).is(".") && tokens.get(i - 2).isName();
        return qualified ? ObjectName.of(folded(tokens.get(i - 2)), own) : ObjectName.of(own);
    }

    private static String folded(SqlToken token) {
        return PostgresDialect.INSTANCE.identifier(token.text());
    }

    private boolean follows(int i, String expected) {
        return i + 1 < tokens.size() && tokens.get(i + 1).is(expected);
    }

    /** An operator may take a sign with it that belongs to the operand behind, and then is a shorter one. */
    private void operator(int i) {
        String operator = tokens.get(i).text();
        boolean qualified =
                i >= 2 && tokens.get(i - 1).is(".") && tokens.get(i - 2).isName();
        if (qualified && !folded(tokens.get(i - 2)).equals("pg_catalog")) {
            functions.add(ObjectName.of(folded(tokens.get(i - 2)), operator));
        }
        for (int end = operator.length(); end > 0; end--) {
            operators.add(operator.substring(0, end));
        }
    }
}
