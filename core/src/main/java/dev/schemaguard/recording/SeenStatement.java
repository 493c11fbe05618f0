package dev.schemaguard.recording;

import dev.schemaguard.database.Database;
import dev.schemaguard.model.Origin;
import dev.schemaguard.statements.file.RecordedStatement;
import dev.schemaguard.statements.reading.StatementReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One text that was sent, and what is known of it. Safe for use by many threads. */
final class SeenStatement {

    private static final int MOST_ORIGINS = 50;

    /** After so many times without anybody new it is not asked any more who sends it, for to look costs. */
    private static final int MOST_LOOKS = 16;

    /** A mapping made it, and only tests had it sent. */
    private static final Origin UNKNOWN = Origin.of("a mapping");

    private final AtomicReference<@Nullable RecordedStatement> parsed = new AtomicReference<>();
    private final boolean ofRows;
    private final Database database;
    private final Set<String> origins = ConcurrentHashMap.newKeySet();
    private volatile boolean ofRelease;
    private volatile int looks;

    SeenStatement(boolean ofRows, Database database) {
        this.ofRows = ofRows;
        this.database = database;
    }

    boolean isOfRows() {
        return ofRows;
    }

    /** Where it was sent first. */
    Database database() {
        return database;
    }

    boolean isOfRelease() {
        return ofRelease;
    }

    boolean asksWhoSendsIt() {
        return ofRows && looks < MOST_LOOKS && origins.size() < MOST_ORIGINS;
    }

    synchronized void sentBy(Sender sender) {
        if (sender instanceof Sender.Release release) {
            boolean news = !ofRelease || !release.name().isEmpty() && origins.add(release.name());
            ofRelease = true;
            if (!release.name().isEmpty()) {
                origins.add(release.name());
            }
            looks = news ? 0 : looks + 1;
        } else {
            looks++;
        }
    }

    /** Parsed once, for a run writes more than once. */
    RecordedStatement written(String text, StatementReader reader) {
        RecordedStatement known = parsed.updateAndGet(
                before -> before == null ? RecordedStatement.read(text, List.of(), reader) : before);
        List<Origin> senders = origins.isEmpty()
                ? List.of(UNKNOWN)
                : origins.stream().map(Origin::of).toList();
        return new RecordedStatement(text, senders, known.use());
    }

    SentStatement as(String text) {
        return new SentStatement(text, List.copyOf(new TreeSet<>(origins)));
    }
}
