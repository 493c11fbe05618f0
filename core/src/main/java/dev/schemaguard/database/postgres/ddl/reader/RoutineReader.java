package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.database.postgres.ddl.program.Program;
import dev.schemaguard.database.postgres.ddl.program.ProgramReader;
import dev.schemaguard.database.postgres.ddl.program.Step;
import dev.schemaguard.ddl.StatementReader;
import dev.schemaguard.ddl.change.RoutineChange;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.Literals;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.SqlExpression;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the creation of functions, procedures and event triggers, for statements that call them run their programs. */
final class RoutineReader {

    private static final Pattern OF_DDL =
            Pattern.compile("\\b(create|alter|drop|execute|search_path|into)\\b", Pattern.CASE_INSENSITIVE);

    private RoutineReader() {}

    /** Reads CREATE FUNCTION and CREATE PROCEDURE behind these words. */
    static List<Change> read(Cursor cursor, StatementReader reader, String location, Origin origin) {
        ObjectName name = cursor.name();
        int mark = cursor.mark();
        if (cursor.at("(")) {
            cursor.skipOne();
        }
        String arguments = cursor.textFrom(mark).toLowerCase(Locale.ROOT);
        cursor.reset(mark);
        Optional<Token> body = Optional.empty();
        String language = "sql";
        boolean plain = true;
        Set<String> names = new LinkedHashSet<>();
        while (!cursor.atEnd()) {
            Token token = cursor.next();
            if (token.isName() && !token.isGarbled()) {
                names.add(Literals.identifier(token, cursor.dialect()));
            }
            // Names mean something else in it, or it does not run where an argument is null.
            plain &= !token.is("SET") && !token.is("STRICT") && !(token.is("NULL") && cursor.at("ON", "NULL", "INPUT"));
            if (token.is("AS") && cursor.peek().kind() == Kind.STRING) {
                body = Optional.of(cursor.next());
            } else if (token.is("LANGUAGE")) {
                language = cursor.next().text().toLowerCase(Locale.ROOT).replaceAll("['\"]", "");
            }
        }
        Optional<Change> program = program(body, language, reader, location, origin);
        // Whatever its head or its body names may be called: a default, a condition, a value.
        Set<String> calls = new LinkedHashSet<>(names);
        body.ifPresent(text -> calls.addAll(names(text, cursor.dialect())));
        boolean changes = program.map(known -> known instanceof Program own && own.mayChange())
                .orElse(mayChange(body, language));
        Optional<Change> followed = plain || !changes ? program : Optional.empty();
        return List.of(
                new RoutineChange.Create(name, followed, names, arguments, calls, changes, body.isEmpty(), origin));
    }

    /** Whether a program that cannot be read may change the schema: a body in C is no text, and nobody changes schemas there. */
    private static boolean mayChange(Optional<Token> body, String language) {
        return !language.equals("c")
                && !language.equals("internal")
                && body.map(text -> OF_DDL.matcher(Literals.string(text)).find())
                        .orElse(true);
    }

    /** All names in a body. */
    static Set<String> names(Token body, Dialect dialect) {
        Set<String> names = new LinkedHashSet<>();
        try {
            for (Token token : SqlExpression.tokens(Literals.string(body))) {
                if (token.isName() && !token.isGarbled()) {
                    names.add(Literals.identifier(token, dialect));
                }
            }
        } catch (NotUnderstood e) {
            // A body in another language: what it does is not known, and so not what it calls.
            return names;
        }
        return names;
    }

    /** Reads CREATE TRIGGER: what it runs. */
    static Optional<List<Change>> trigger(Cursor cursor, Origin origin) {
        int mark = cursor.mark();
        boolean trigger = cursor.accept("CREATE");
        cursor.accept("OR", "REPLACE");
        cursor.accept("CONSTRAINT");
        if (!trigger || !cursor.accept("TRIGGER")) {
            cursor.reset(mark);
            return Optional.empty();
        }
        while (!cursor.atEnd()) {
            if (cursor.accept("EXECUTE", "FUNCTION") || cursor.accept("EXECUTE", "PROCEDURE")) {
                String function = cursor.name().name();
                cursor.skipRest();
                return Optional.of(List.of(new RoutineChange.Trigger(function, origin)));
            }
            cursor.next();
        }
        return Optional.of(List.of());
    }

    /** Reads ALTER FUNCTION, PROCEDURE and ROUTINE behind these words. */
    static List<Change> alter(Cursor cursor, Origin origin) {
        ObjectName name = cursor.name();
        if (cursor.at("(")) {
            cursor.skipOne();
        }
        if (cursor.accept("RENAME", "TO")) {
            return List.of(new RoutineChange.Rename(name, cursor.identifier(), origin));
        }
        cursor.skipRest();
        return List.of();
    }

    private static Optional<Change> program(
            Optional<Token> body, String language, StatementReader reader, String location, Origin origin) {
        if (!language.equals("sql") && !language.equals("plpgsql")) {
            return Optional.empty();
        }
        if (body.isEmpty()) {
            // BEGIN ATOMIC and RETURN take queries and changes of rows only.
            return Optional.of(new Program(List.of(), reader, origin));
        }
        try {
            List<Step> steps = language.equals("sql")
                    ? ProgramReader.readSql(body.get(), location, reader)
                    : ProgramReader.read(body.get(), location, reader);
            return Optional.of(new Program(steps, reader, origin));
        } catch (NotUnderstood e) {
            return !mayChange(body, language) ? Optional.of(new Program(List.of(), reader, origin)) : Optional.empty();
        }
    }

    /** Reads CREATE EVENT TRIGGER behind these words. */
    static List<Change> listen(Cursor cursor, Origin origin) {
        cursor.identifier();
        cursor.expect("ON");
        String event = cursor.identifier();
        Set<String> tags = new LinkedHashSet<>();
        while (!cursor.atAny("EXECUTE")) {
            Token token = cursor.next();
            if (token.kind() == Kind.STRING) {
                tags.add(Literals.string(token).toUpperCase(Locale.ROOT));
            }
        }
        cursor.next();
        cursor.next();
        ObjectName function = cursor.name();
        cursor.skipRest();
        // Only behind a statement can a program change what the statement made; the drop of things is no business of
        // ours.
        return event.equals("ddl_command_end")
                ? List.of(new RoutineChange.Listen(function.name(), tags, origin))
                : List.of();
    }
}
