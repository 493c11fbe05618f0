package dev.schemaguard.database.mysql.ddl.script;

import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a script sets {@code sql_mode} to (MySQL manual, 7.1.11). */
public final class SqlMode {

    /** The modes that change what a statement that makes something means. */
    private static final Set<String> CHANGING = Set.of(
            "ANSI",
            "ANSI_QUOTES",
            "NO_BACKSLASH_ESCAPES",
            "REAL_AS_FLOAT",
            "PIPES_AS_CONCAT",
            "ORACLE",
            "MSSQL",
            "POSTGRESQL",
            "DB2",
            "MAXDB",
            "IGNORE_SPACE",
            "HIGH_NOT_PRECEDENCE");

    private SqlMode() {}

    /** The modes that a statement sets; empty where it sets none, or puts back those of before. */
    static Optional<Set<String>> setBy(SqlStatement statement) {
        if (!statement.startsWith("SET")) {
            return Optional.empty();
        }
        List<Token> tokens = statement.tokens();
        for (int i = 1; i + 2 < tokens.size(); i++) {
            boolean assigned = tokens.get(i + 1).is("=") || tokens.get(i + 1).is(":=");
            if (isMode(tokens, i) && assigned) {
                return modes(tokens.get(i + 2));
            }
        }
        return Optional.empty();
    }

    /** A variable of the user's own, {@code @sql_mode}, is none; {@code @@sql_mode} is it. */
    private static boolean isMode(List<Token> tokens, int at) {
        boolean own =
                tokens.get(at - 1).is("@") && !(at > 1 && tokens.get(at - 2).is("@"));
        return tokens.get(at).is("sql_mode") && !own;
    }

    private static Optional<Set<String>> modes(Token value) {
        if (value.kind() == Kind.SYMBOL) {
            // From a variable, as a dump puts back what it found: it was what comes with the server.
            return Optional.of(Set.of());
        }
        Set<String> modes = new LinkedHashSet<>();
        for (String mode : value.text().replaceAll("['\"]", "").split(",", -1)) {
            String name = mode.strip().toUpperCase(Locale.ROOT);
            if (CHANGING.contains(name)) {
                modes.add(name);
            }
        }
        return Optional.of(modes);
    }

    /** The modes of which what they change is not followed here, as far as a statement sets them. */
    public static Set<String> notFollowed(SqlStatement statement) {
        Set<String> modes = new LinkedHashSet<>(setBy(statement).orElse(Set.of()));
        modes.removeAll(Set.of("ANSI_QUOTES", "NO_BACKSLASH_ESCAPES", "IGNORE_SPACE", "PIPES_AS_CONCAT"));
        return modes;
    }
}
