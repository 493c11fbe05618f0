package dev.schemaguard.source.ddl;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SourceText;
import dev.schemaguard.source.ddl.change.Unreadable;
import dev.schemaguard.source.ddl.draft.Catalog;
import dev.schemaguard.source.ddl.draft.Change;
import dev.schemaguard.source.ddl.draft.SchemaAssembly;
import dev.schemaguard.source.ddl.draft.SearchPath;
import dev.schemaguard.source.ddl.program.StatementReader;
import dev.schemaguard.source.ddl.reader.ReaderChain;
import dev.schemaguard.source.ddl.script.Placeholders;
import dev.schemaguard.source.ddl.script.SqlScript;
import dev.schemaguard.source.ddl.script.SqlStatement;
import java.util.Optional;

/** Runs scripts one after the other over an empty schema, without a database. */
public final class DdlReplay {

    private final Catalog catalog;
    private final StatementReader reader;
    private long changes;

    public DdlReplay(Dialect dialect) {
        this.catalog = new Catalog(dialect);
        this.reader = new ReaderChain(dialect);
    }

    /**
     * Runs a script.
     *
     * @throws dev.schemaguard.source.SchemaSourceException if it cannot be read, or if a quote or a comment does not end
     */
    public void run(SourceText text, Placeholders placeholders) {
        catalog.path(SearchPath.UNSET);
        try (SqlScript script = SqlScript.open(text, placeholders)) {
            Optional<SqlStatement> statement = script.next();
            while (statement.isPresent()) {
                run(statement.get());
                statement = script.next();
            }
        }
        catalog.endSession();
    }

    /** Notes something about the scripts that cannot be read, such as a migration that is a program. */
    public void unreadable(Origin origin, String reason) {
        Unreadable.everywhere(origin, reason).applyTo(catalog);
        changes++;
    }

    /** How many changes of the schema there were, or may have been. */
    public long changes() {
        return changes;
    }

    /** The schema so far. */
    public Schema schema() {
        return SchemaAssembly.of(catalog);
    }

    private void run(SqlStatement statement) {
        for (Change change : reader.read(statement)) {
            change.applyTo(catalog);
            changes++;
        }
    }
}
