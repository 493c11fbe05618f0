package dev.schemaguard.spring.queries;

import dev.schemaguard.database.Database;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.statements.ReleaseStatement;
import dev.schemaguard.statements.ReleaseStatements;
import dev.schemaguard.statements.UnreadStatement;
import dev.schemaguard.statements.reading.Reading;
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
        StatementReader reader =
                new StatementReader(database.dialect(), database.ddl().habits().lexicalRules(), expected);
        long until = System.nanoTime() + PATIENCE.toNanos();
        List<ReleaseStatement> read = new ArrayList<>();
        List<UnreadStatement> unread = new ArrayList<>();
        for (WrittenQuery query : queries()) {
            if (query instanceof WrittenQuery.NotKnown unknown) {
                unread.add(new UnreadStatement(unknown.origin(), unknown.reason()));
            } else if (System.nanoTime() - until > 0) {
                unread.add(new UnreadStatement(query.origin(), "there was no time left to read it"));
            } else {
                read((WrittenQuery.Sql) query, reader, read, unread);
            }
        }
        return new ReleaseStatements(name(), read, unread, false);
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

    /** What neither reads nor writes rows is no business of tables and columns. */
    private static void read(
            WrittenQuery.Sql query, StatementReader reader, List<ReleaseStatement> read, List<UnreadStatement> unread) {
        Reading reading = query.text().isBlank() ? new Reading.NotUnderstood("it is empty") : reader.read(query.text());
        if (reading instanceof Reading.Understood understood) {
            read.add(new ReleaseStatement(query.text(), List.of(query.origin()), understood.use()));
        } else if (reading instanceof Reading.NotUnderstood not) {
            unread.add(new UnreadStatement(query.origin(), not.reason()));
        }
    }
}
