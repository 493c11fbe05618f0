package dev.schemaguard.spring.queries;

import dev.schemaguard.database.Database;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.statements.ReleaseStatements;
import dev.schemaguard.statements.SentText;
import dev.schemaguard.statements.UnreadStatement;
import dev.schemaguard.statements.reading.ReleaseReading;
import dev.schemaguard.statements.reading.StatementReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The queries of an application as statements of its release. They are parsed when they are asked for, which takes no longer
 * than some seconds; the rest is counted as not read.
 */
public final class FoundQueries implements StatementSource {

    /** A thousand queries take less than one. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<QueryFinder> finders;
    private final QueryTarget target;

    /** Asks nobody yet. */
    public FoundQueries(List<QueryFinder> finders, QueryTarget target) {
        this.finders = List.copyOf(finders);
        this.target = target;
    }

    @Override
    public String name() {
        return "queries of the application";
    }

    @Override
    public ReleaseStatements load(Database database, Schema expected) {
        ReleaseReading reading = new ReleaseReading(
                new StatementReader(database.dialect(), database.ddl().habits().lexicalRules(), expected));
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (WrittenQuery query : queries()) {
            if (query instanceof WrittenQuery.NotKnown unknown) {
                reading.add(new UnreadStatement(unknown.origin(), unknown.reason()));
            } else if (System.nanoTime() - until > 0) {
                reading.add(new UnreadStatement(query.origin(), "there was no time left to read it"));
            } else {
                reading.add(new SentText(((WrittenQuery.Sql) query).text(), query.origin()));
            }
        }
        return reading.result(name(), false);
    }

    private List<WrittenQuery> queries() {
        List<WrittenQuery> all = new ArrayList<>();
        for (QueryFinder finder : finders) {
            try {
                all.addAll(finder.find(target));
            } catch (RuntimeException | LinkageError e) {
                // Whatever is the matter with a class of the application, its database is not to blame.
                all.add(new WrittenQuery.NotKnown(
                        Origin.of(finder.name()),
                        "its queries could not be looked for (" + e.getClass().getName() + ")"));
            }
        }
        all.sort(Comparator.comparing(query -> query.origin().toString()));
        return all;
    }
}
