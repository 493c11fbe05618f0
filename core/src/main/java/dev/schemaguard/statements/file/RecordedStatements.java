package dev.schemaguard.statements.file;

import dev.schemaguard.statements.ReleaseStatement;
import dev.schemaguard.statements.ReleaseStatements;
import dev.schemaguard.statements.SentText;
import dev.schemaguard.statements.UnreadStatement;
import dev.schemaguard.statements.reading.OpenColumns;
import dev.schemaguard.statements.reading.ReleaseReading;
import dev.schemaguard.statements.reading.StatementReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What one file of recorded statements holds: each text once, in the order of the texts.
 *
 * @param dialect the kind of database that they are written for, in lower case
 * @param complete whether a person declared that the release sends no others
 * @param statements the statements
 */
public record RecordedStatements(String dialect, boolean complete, List<RecordedStatement> statements) {

    /** More than any program sends that does not make texts out of values. */
    public static final int MOST = 20_000;

    public RecordedStatements {
        Objects.requireNonNull(dialect, "dialect");
        SortedMap<String, RecordedStatement> byText = new TreeMap<>();
        statements.forEach(statement -> byText.merge(statement.text(), statement, RecordedStatement::mergedWith));
        if (byText.size() > MOST) {
            throw new IllegalArgumentException("there were " + byText.size() + " statements, a file holds at most "
                    + MOST + "; are values written into the texts rather than set as parameters?");
        }
        statements = List.copyOf(byText.values());
    }

    /**
     * The same statements and those of a later recording, of which the uses are taken. Nothing that either holds is lost.
     *
     * @throws IllegalArgumentException if the other is written for another kind of database
     */
    public RecordedStatements mergedWith(RecordedStatements later) {
        if (!dialect.equals(later.dialect)) {
            throw new IllegalArgumentException("the statements are recorded for '" + dialect + "', the new ones for '"
                    + later.dialect + "'; keep a file for each database");
        }
        List<RecordedStatement> both = new ArrayList<>(statements);
        both.addAll(later.statements);
        return new RecordedStatements(dialect, complete, both);
    }

    /** Those of whom the other has no statement of the same text. */
    public List<RecordedStatement> withoutThoseOf(RecordedStatements other) {
        List<String> texts =
                other.statements.stream().map(RecordedStatement::text).toList();
        Set<String> known = new HashSet<>(texts);
        return statements.stream()
                .filter(statement -> !known.contains(statement.text()))
                .toList();
    }

    /**
     * The statements with what they use.
     *
     * @param name where they come from, for people
     * @param reader reads those of which the file does not say it; not asked for where there are none, so that nothing of the
     *     parser is loaded
     * @param tables tells whose columns those are that the file leaves open
     */
    public ReleaseStatements release(String name, Supplier<StatementReader> reader, OpenColumns tables) {
        List<ReleaseStatement> known = new ArrayList<>();
        List<UnreadStatement> unread = new ArrayList<>();
        Optional<ReleaseStatements> read = unsaid(name, reader);
        read.ifPresent(found -> known.addAll(found.statements()));
        read.ifPresent(found -> unread.addAll(found.unread()));
        for (RecordedStatement statement : statements) {
            if (statement.use() instanceof RecordedStatement.Use.Known use) {
                known.add(
                        new ReleaseStatement(statement.text(), statement.senders(name), tables.attributed(use.use())));
            } else if (statement.use() instanceof RecordedStatement.Use.Unread not) {
                statement.senders(name).forEach(origin -> unread.add(new UnreadStatement(origin, not.reason())));
            }
        }
        int others = read.map(ReleaseStatements::others).orElse(0);
        return new ReleaseStatements(name, known, unread, others, complete);
    }

    private Optional<ReleaseStatements> unsaid(String name, Supplier<StatementReader> reader) {
        List<RecordedStatement> unsaid = statements.stream()
                .filter(statement -> statement.use() instanceof RecordedStatement.Use.Unsaid)
                .toList();
        if (unsaid.isEmpty()) {
            return Optional.empty();
        }
        ReleaseReading reading = new ReleaseReading(reader.get());
        unsaid.forEach(statement ->
                statement.senders(name).forEach(origin -> reading.add(new SentText(statement.text(), origin))));
        return Optional.of(reading.result(name, complete));
    }
}
