package dev.schemaguard.source.ddl;

import java.util.List;

/** Reads statements one by one. There can be several, each for the statements that it reads best. */
interface StatementReader {

    /**
     * What the statement does to the schema; nothing if it does nothing to it.
     *
     * @throws NotUnderstood if this reader cannot read it
     */
    List<Change> read(SqlStatement statement);
}
