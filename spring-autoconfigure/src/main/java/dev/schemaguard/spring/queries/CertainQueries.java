package dev.schemaguard.spring.queries;

import dev.schemaguard.database.Database;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.statements.ReleaseStatements;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Those queries of an application of which all is understood, read once and kept. Safe for use by many threads. */
public final class CertainQueries implements StatementSource {

    private final StatementSource queries;
    private final List<SchemaSource> known;
    private final Map<String, ReleaseStatements> read = new ConcurrentHashMap<>();

    /**
     * Reads nothing yet.
     *
     * @param known what else is expected, by which it is told whose column a bare name is
     */
    public CertainQueries(StatementSource queries, List<SchemaSource> known) {
        this.queries = queries;
        this.known = List.copyOf(known);
    }

    @Override
    public String name() {
        return queries.name();
    }

    @Override
    public ReleaseStatements load(Database database, Schema expected) {
        return read.computeIfAbsent(database.name(), name -> certain(queries.load(database, merged(database))));
    }

    private Schema merged(Database database) {
        Schema.Builder all = Schema.builder();
        known.forEach(source -> all.tables(source.load(database).tables()));
        return all.build();
    }

    private static ReleaseStatements certain(ReleaseStatements all) {
        return new ReleaseStatements(
                all.name(),
                all.statements().stream()
                        .filter(one -> one.use().open().isEmpty()
                                && !one.use().accesses().isEmpty())
                        .toList(),
                List.of(),
                false);
    }

    /** Whether there are any. */
    boolean any(Optional<Database> database) {
        return database.filter(
                        one -> !load(one, Schema.builder().build()).statements().isEmpty())
                .isPresent();
    }
}
