package dev.schemaguard.database.mysql.ddl.program;

import dev.schemaguard.ddl.script.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a session keeps between statements: variables, texts that were prepared, procedures. For one reading. */
public final class ProgramState {

    private final Map<String, Possible> variables = new HashMap<>();
    private final Map<String, Possible> prepared = new HashMap<>();
    private final Map<String, Procedure> procedures = new HashMap<>();

    /** The value of a variable of the session. */
    Possible variable(String name) {
        return variables.getOrDefault(name.toLowerCase(Locale.ROOT), Possible.UNKNOWN);
    }

    void variable(String name, Possible value) {
        variables.put(name.toLowerCase(Locale.ROOT), value);
    }

    Possible prepared(String name) {
        return prepared.getOrDefault(name.toLowerCase(Locale.ROOT), Possible.UNKNOWN);
    }

    void prepare(String name, Possible text) {
        prepared.put(name.toLowerCase(Locale.ROOT), text);
    }

    Map<String, Procedure> procedures() {
        return procedures;
    }

    /**
     * A procedure.
     *
     * @param parameters the names of its parameters in order
     * @param body its statements
     */
    record Procedure(List<String> parameters, List<Token> body) {

        Procedure {
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
        }
    }
}
