package dev.schemaguard.ddl;

import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.SqlStatement;
import java.util.List;
import java.util.Set;

/** Reads statements one by one. There can be several, each for the statements that it reads best. */
public interface StatementReader {

    /**
     * What the statement does to the schema; nothing if it does nothing to it.
     *
     * @throws dev.schemaguard.ddl.script.NotUnderstood if this reader cannot read it
     */
    List<Change> read(SqlStatement statement);

    /** The functions of which each call matters, in lower case; they become more while statements are read. */
    default Set<String> watched() {
        return Set.of();
    }
}
