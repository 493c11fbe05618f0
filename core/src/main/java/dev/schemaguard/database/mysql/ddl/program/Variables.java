package dev.schemaguard.database.mysql.ddl.program;

import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs the statements of a program that give variables their values. */
record Variables(ProgramRun run) {

    /** {@code SET}. */
    void set(Cursor statement, ProgramRun.Mode mode) {
        statement.next();
        for (Cursor part : statement.parts()) {
            boolean own = part.accept("@");
            if (own && part.at("@") || part.peek(1).is(".") || !part.peek().isName()) {
                continue;
            }
            String name = part.identifier();
            boolean assigned = part.accept("=") || part.accept(":=");
            if (assigned) {
                assign(own, name, mode == ProgramRun.Mode.RUN ? run.evaluation().of(part) : Possible.UNKNOWN);
            }
        }
    }

    private void assign(boolean ofSession, String name, Possible value) {
        if (ofSession) {
            run.state().variable(name, value);
        } else {
            run.locals().put(name.toLowerCase(Locale.ROOT), value);
        }
    }

    /** {@code DECLARE}, behind which the cursor stands. */
    void declare(Cursor statement) {
        List<String> names = new ArrayList<>();
        do {
            names.add(statement.identifier());
        } while (statement.accept(","));
        run.upTo(statement, "DEFAULT");
        Possible value = statement.accept("DEFAULT") ? run.evaluation().of(statement) : Possible.of(Possible.NULL);
        names.forEach(name -> assign(false, name, value));
    }

    /** {@code SELECT ... INTO}: a variable gets what is counted, or anything. */
    void select(Cursor statement, ProgramRun.Mode mode) {
        List<Token> all = statement.remaining();
        for (int i = 1; i + 1 < all.size(); i++) {
            if (all.get(i + 1).is(":=") && all.get(i - 1).is("@")) {
                forget(run.name(all.get(i)));
            }
        }
        List<Token> query = new ArrayList<>(run.upTo(statement, "INTO").remaining());
        if (!statement.accept("INTO")) {
            return;
        }
        List<Target> targets = targets(statement);
        query.addAll(statement.remaining());
        boolean followed = targets.size() == 1 && mode == ProgramRun.Mode.RUN;
        Possible value = followed ? value(query) : Possible.UNKNOWN;
        targets.forEach(target -> assign(target.ofSession(), target.name(), value));
    }

    private static List<Target> targets(Cursor statement) {
        List<Target> targets = new ArrayList<>();
        do {
            boolean ofSession = statement.accept("@");
            targets.add(new Target(ofSession, statement.identifier()));
        } while (statement.accept(","));
        return targets;
    }

    private Possible value(List<Token> query) {
        try {
            return new CatalogCount(run.evaluation()).select(run.cursor(query));
        } catch (NotUnderstood | IllegalArgumentException e) {
            return Possible.UNKNOWN;
        }
    }

    /** {@code FETCH}: the variables get values of rows, which are not known. */
    void fetch(Cursor statement) {
        run.upTo(statement, "INTO");
        if (statement.accept("INTO")) {
            targets(statement).forEach(target -> assign(target.ofSession(), target.name(), Possible.UNKNOWN));
        }
    }

    /** Forgets what the given variable of the session is. */
    void forget(String name) {
        assign(true, name, Possible.UNKNOWN);
    }

    /**
     * A variable that gets a value.
     *
     * @param ofSession whether it is one of the session rather than one of the program
     * @param name its name
     */
    private record Target(boolean ofSession, String name) {}
}
