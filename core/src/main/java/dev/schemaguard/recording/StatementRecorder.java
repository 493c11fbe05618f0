package dev.schemaguard.recording;

import dev.schemaguard.database.Database;
import dev.schemaguard.ddl.DdlReader;
import dev.schemaguard.ddl.RowStatement;
import dev.schemaguard.model.Schema;
import dev.schemaguard.statements.file.RecordedStatement;
import dev.schemaguard.statements.file.RecordedStatements;
import dev.schemaguard.statements.reading.StatementReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Keeps the distinct statements that go through the DataSources that it wraps: text, kinds of values, and who sends it. A value is
 * never kept, though a text holds what a program wrote into it.
 *
 * <p>Safe for use by many threads. What it keeps is bounded; it says when it stopped.
 */
public final class StatementRecorder {

    /** How many distinct texts are kept. */
    static final int MOST = 10_000;

    /** The longest text that is kept, in characters. */
    static final int LONGEST = 64 * 1024;

    /** How much all texts together may hold, in characters. */
    static final long ROOM = 16L << 20;

    private static final StatementRecorder SHARED = new StatementRecorder(List.of(), false);

    private final SenderSearch senders;
    private final boolean masking;
    private final Map<String, SeenStatement> seen = new ConcurrentHashMap<>();
    private final AtomicLong held = new AtomicLong();
    private final AtomicReference<String> stopped = new AtomicReference<>("");

    private StatementRecorder(List<String> frameworks, boolean masking) {
        this(frameworks, masking, new TestClasses());
    }

    StatementRecorder(List<String> frameworks, boolean masking, Predicate<Class<?>> tests) {
        List<String> all =
                Stream.concat(SenderSearch.USUAL.stream(), frameworks.stream()).toList();
        this.senders = new SenderSearch(all, tests);
        this.masking = masking;
    }

    /** A recorder that knows nothing yet. */
    public static StatementRecorder create() {
        return new StatementRecorder(List.of(), false);
    }

    /**
     * A recorder that knows nothing yet.
     *
     * @param frameworks beginnings of the names of classes that send statements for others, besides those that are known:
     *     {@code com.acme.platform.}
     * @param masking whether texts lose the literals that stand in them
     */
    public static StatementRecorder create(List<String> frameworks, boolean masking) {
        return new StatementRecorder(List.copyOf(frameworks), masking);
    }

    /** The one that all tests of this process share, whoever wraps their DataSources. */
    public static StatementRecorder shared() {
        return SHARED;
    }

    /** The DataSource, whose statements are recorded from now on. */
    public DataSource wrap(DataSource dataSource) {
        Objects.requireNonNull(dataSource, "dataSource");
        return dataSource instanceof RecordingDataSource recording && recording.recorder() == this
                ? dataSource
                : new RecordingDataSource(dataSource, this);
    }

    /** What was recorded so far. */
    public Recording recorded() {
        List<SentStatement> statements = new ArrayList<>();
        int others = 0;
        int ofTests = 0;
        for (Map.Entry<String, SeenStatement> one : seen.entrySet()) {
            SeenStatement statement = one.getValue();
            if (!statement.isOfRows()) {
                others++;
            } else if (!statement.isOfRelease()) {
                ofTests++;
            } else {
                statements.add(statement.as(one.getKey()));
            }
        }
        statements.sort((a, b) -> a.text().compareTo(b.text()));
        return new Recording(
                statements, others, ofTests, Optional.ofNullable(stopped.get()).filter(reason -> !reason.isEmpty()));
    }

    /** What was recorded so far as it is kept in files, one for each kind of database, with what each statement uses. */
    public List<RecordedStatements> written() {
        Map<String, List<RecordedStatement>> byKind = new TreeMap<>();
        Map<String, StatementReader> readers = new HashMap<>();
        seen.forEach((text, statement) -> {
            if (statement.isOfRows() && statement.isOfRelease()) {
                Database database = statement.database();
                StatementReader reader = readers.computeIfAbsent(
                        database.name(),
                        kind -> StatementReader.of(
                                database.dialect(),
                                database.ddl(),
                                Schema.builder().build()));
                byKind.computeIfAbsent(database.name(), kind -> new ArrayList<>())
                        .add(statement.written(text, reader));
            }
        });
        List<RecordedStatements> written = new ArrayList<>();
        byKind.forEach((kind, statements) -> written.add(new RecordedStatements(kind, false, statements)));
        return written;
    }

    /** Notes that a statement is sent. */
    void sent(String text, Database database) {
        SeenStatement known = seen.get(text);
        if (known == null) {
            known = seeFirst(text, database);
        }
        if (known != null && known.asksWhoSendsIt()) {
            known.sentBy(senders.find());
        }
    }

    /** What is masked is known by what it becomes, so that it is lexed each time that it is sent. */
    private SeenStatement seeFirst(String text, Database database) {
        boolean ofRows = text.length() <= LONGEST && isOfRows(text, database.ddl());
        String kept = masking && ofRows ? database.ddl().masked(text).orElse("") : text;
        if (kept.isEmpty()) {
            return new SeenStatement(false, database);
        }
        SeenStatement known = seen.get(kept);
        if (known != null) {
            return known;
        }
        if (text.length() > LONGEST) {
            stopped.set("a statement is longer than " + LONGEST + " characters, and was left out");
            return new SeenStatement(false, database);
        }
        if (seen.size() >= MOST || held.get() + kept.length() > ROOM) {
            stopped.set(
                    seen.size() >= MOST
                            ? "there are more than " + MOST
                                    + " distinct statements; those that came later were left out, and"
                                    + " texts that differ only in a value want a parameter, or masking"
                            : "all statements together are longer than " + ROOM
                                    + " characters; those that came later were left" + " out");
            return new SeenStatement(false, database);
        }
        SeenStatement added = new SeenStatement(ofRows, database);
        SeenStatement before = seen.putIfAbsent(kept, added);
        if (before != null) {
            return before;
        }
        held.addAndGet(kept.length());
        return added;
    }

    /** A text with a hole is none that was sent, and of several statements each is one. */
    private static boolean isOfRows(String text, DdlReader database) {
        return database.rows(text) instanceof RowStatement.One;
    }
}
