package dev.schemaguard.database.postgres.ddl.query;

import dev.schemaguard.ddl.change.RoutineChange;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Literals;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.dialect.Dialect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the functions of a script in its other statements, wherever they are called: in rows, defaults, views, operators. */
public final class StatementCalls {

    /** These name functions, but run none. */
    private static final Set<String> NAMING =
            Set.of("comment", "drop", "grant", "lock", "reassign", "revoke", "security", "truncate", "do");

    private static final Set<String> ROUTINES = Set.of("function", "procedure", "routine", "trigger");

    /** What these make calls functions later. */
    private static final Set<String> KEEPING = Set.of("create", "alter", "prepare", "declare");

    /** Of what these need only the names of functions are written. */
    private static final Set<String> BARE =
            Set.of("access", "aggregate", "conversion", "foreign", "language", "operator", "text", "type");

    private StatementCalls() {}

    /**
     * What a statement that was read calls beside what is followed; nothing if it calls no function of the script.
     *
     * @param followed whether it is a query or CALL, of which the calls are followed, but not those in the arguments of CALL
     */
    public static Optional<Change> of(
            SqlStatement statement, boolean followed, Set<String> functions, Dialect dialect) {
        List<Token> tokens = statement.tokens();
        String verb = tokens.get(0).text().toLowerCase(Locale.ROOT);
        boolean query = followed && !verb.equals("call");
        if (query || NAMING.contains(verb) || isAboutRoutine(tokens)) {
            return Optional.empty();
        }
        boolean keeps = KEEPING.contains(verb);
        boolean bare =
                keeps && tokens.size() > 1 && BARE.contains(tokens.get(1).text().toLowerCase(Locale.ROOT));
        Set<String> called = new LinkedHashSet<>();
        for (int i = followed ? behindName(tokens) : 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean isCalled =
                    bare || i + 1 < tokens.size() && tokens.get(i + 1).is("(");
            if (isCalled && token.isName() && !token.isGarbled()) {
                String name = Literals.identifier(token, dialect);
                if (functions.contains(name.toLowerCase(Locale.ROOT))) {
                    called.add(name);
                }
            }
        }
        if (called.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                keeps
                        ? new RoutineChange.Kept(called, statement.origin())
                        : new RoutineChange.Perhaps(called, statement.origin()));
    }

    /** Where the arguments of CALL begin. */
    private static int behindName(List<Token> tokens) {
        int at = 0;
        while (at < tokens.size() && !tokens.get(at).is("(")) {
            at++;
        }
        return at;
    }

    /** Whether a statement creates or alters a function itself, or a trigger, which is read on its own. */
    private static boolean isAboutRoutine(List<Token> tokens) {
        if (!tokens.get(0).is("CREATE") && !tokens.get(0).is("ALTER")) {
            return false;
        }
        for (int i = 1; i < Math.min(tokens.size(), 4); i++) {
            if (ROUTINES.contains(tokens.get(i).text().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
