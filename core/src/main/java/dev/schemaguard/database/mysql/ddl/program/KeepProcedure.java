package dev.schemaguard.database.mysql.ddl.program;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Locale;

/**
 * A procedure is created or dropped. What it would change is left to whoever calls it.
 *
 * @param name its name
 * @param parameters the names of its parameters
 * @param body its statements; none where it is dropped
 * @param unlessExists whether nothing happens where there is one
 * @param state where it is kept
 * @param origin where the script says so
 */
public record KeepProcedure(
        String name, List<String> parameters, List<Token> body, boolean unlessExists, ProgramState state, Origin origin)
        implements Change {

    public KeepProcedure {
        parameters = List.copyOf(parameters);
        body = List.copyOf(body);
    }

    private String key() {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public List<ObjectName> tables() {
        return List.of();
    }

    @Override
    public boolean notesDoubtItself() {
        return true;
    }

    @Override
    public void applyTo(Catalog catalog) {
        if (body.isEmpty()) {
            state.procedures().remove(key());
        } else if (!unlessExists || !state.procedures().containsKey(key())) {
            state.procedures().put(key(), new ProgramState.Procedure(parameters, body));
        }
    }

    /** A procedure of which it is not known whether it is this one may do anything. */
    @Override
    public void doubt(Catalog catalog) {
        state.procedures().remove(key());
    }
}
