package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.statements.ReleaseStatements;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The statements of one source, read once for each database and kept. Safe for use by many threads. */
public final class StatementReading {

    private final StatementSource source;
    private final List<Expectation> beside;
    private final Map<String, ReleaseStatements> read = new ConcurrentHashMap<>();

    /**
     * Reads nothing yet.
     *
     * @param beside what else is expected, by which it is told whose column a bare name is
     */
    public StatementReading(StatementSource source, List<Expectation> beside) {
        this.source = source;
        this.beside = List.copyOf(beside);
    }

    String name() {
        return source.name();
    }

    /**
     * The statements.
     *
     * @throws SchemaSourceException if the source cannot be read
     */
    ReleaseStatements of(Database database) {
        return read.computeIfAbsent(database.name(), name -> source.load(database, expected(database)));
    }

    /** As far as they have been read. */
    Collection<ReleaseStatements> known() {
        return read.values();
    }

    private Schema expected(Database database) {
        Schema.Builder all = Schema.builder();
        beside.forEach(expectation -> all.tables(tables(expectation, database)));
        return all.build();
    }

    /** An expectation that cannot be read is unverified in its own place. */
    private static Collection<Table> tables(Expectation expectation, Database database) {
        try {
            return expectation.schema(database).tables();
        } catch (SchemaSourceException e) {
            return List.of();
        }
    }
}
