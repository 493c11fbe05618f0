package dev.schemaguard.test;

import dev.schemaguard.input.SourceText;
import dev.schemaguard.recording.StatementRecorder;
import dev.schemaguard.statements.file.RecordedStatement;
import dev.schemaguard.statements.file.RecordedStatements;
import dev.schemaguard.statements.file.StatementsFile;
import dev.schemaguard.statements.file.StatementsWriter;
import dev.schemaguard.text.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;

/**
 * The tests of one process that keep one file of statements. It is compared after each class of tests, and each new statement is told
 * of once.
 */
final class StatementsRun implements AutoCloseable {

    private static final String NAME = "Schema Guard: ";
    private static final int MOST_SHOWN = 30;
    private static final int LONGEST_SHOWN = 200;

    private final StatementRecorder recorder;
    private final SnapshotFile file;
    private final Supplier<StatementsMode> mode;
    private final Consumer<String> news;
    private final Set<String> told = new HashSet<>();

    StatementsRun(StatementRecorder recorder, SnapshotFile file, Supplier<StatementsMode> mode, Consumer<String> news) {
        this.recorder = recorder;
        this.file = file;
        this.mode = mode;
        this.news = news;
    }

    /**
     * Compares what was recorded so far, and writes what is new where somebody accepts it.
     *
     * @throws AssertionError if statements were sent that the file does not hold, for the first time in this process
     */
    synchronized void compare(StatementsMode how) {
        try {
            if (how.writes()) {
                accept();
                return;
            }
            Optional<RecordedStatements> stored = stored();
            RecordedStatements sent = sent(stored).orElse(new RecordedStatements("", false, List.of()));
            List<RecordedStatement> unknown = stored.map(sent::withoutThoseOf).orElse(sent.statements()).stream()
                    .filter(statement -> told.add(statement.text()))
                    .toList();
            if (!unknown.isEmpty()) {
                throw new AssertionFailedError(NAME + "the tests sent " + counted(unknown.size()) + " that "
                        + (stored.isPresent()
                                ? "the file '" + file + "' does not hold"
                                : "no file holds yet: '" + file + "'")
                        + "\n\n" + shown("+ ", unknown) + "\n\nWhat to do: if the release is to send "
                        + (unknown.size() == 1 ? "it, " : "them, ") + how.advice());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    NAME + "the statements of '" + file + "' can be neither compared nor written", e);
        }
    }

    /** Others may accept at the same time, in this process or in another. */
    private void accept() throws IOException {
        if (sent(stored()).isEmpty()) {
            return;
        }
        Path folder = file.path().toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        WriterLock.hold(file.path(), this::add);
    }

    private void add() throws IOException {
        Optional<RecordedStatements> stored = stored();
        RecordedStatements sent = sent(stored).orElseThrow();
        RecordedStatements both = stored.map(before -> before.mergedWith(sent)).orElse(sent);
        if (!stored.equals(Optional.of(both))) {
            file.write(StatementsWriter.write(both));
            int more =
                    stored.map(both::withoutThoseOf).orElse(both.statements()).size();
            news.accept("accepted what the tests sent: wrote " + counted(more) + " more to " + file
                    + "; look at the difference and commit it");
        }
    }

    private Optional<RecordedStatements> stored() throws IOException {
        return file.text().map(text -> StatementsFile.read(SourceText.text(file.toString(), text)));
    }

    /** What was sent to the kind of database that the file is for, or else to the one that got most. */
    private Optional<RecordedStatements> sent(Optional<RecordedStatements> stored) {
        List<RecordedStatements> all = recorder.written();
        return stored.isPresent()
                ? all.stream()
                        .filter(sent -> sent.dialect().equals(stored.get().dialect()))
                        .findFirst()
                : all.stream()
                        .max(Comparator.comparing(sent -> sent.statements().size()));
    }

    /**
     * Says at the end what was not sent, which a run of a part of the tests never is.
     *
     * @throws AssertionError if that is to fail
     */
    @Override
    public void close() {
        recorder.recorded().stopped().ifPresent(why -> news.accept("not all statements were recorded: " + why));
        List<RecordedStatement> unsent;
        int all;
        try {
            Optional<RecordedStatements> stored = stored();
            all = stored.map(one -> one.statements().size()).orElse(0);
            Optional<RecordedStatements> sent = sent(stored);
            unsent = stored.map(one -> sent.map(one::withoutThoseOf).orElse(one.statements()))
                    .orElse(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(NAME + "the statements of '" + file + "' cannot be compared", e);
        }
        if (unsent.isEmpty()) {
            return;
        }
        String message = "this run sent " + (all - unsent.size()) + " of the " + counted(all) + " in '" + file + "'";
        if (mode.get().exact()) {
            throw new AssertionFailedError(
                    NAME + message + "\n\n" + shown("- ", unsent)
                            + "\n\nWhat to do: if the release sends them no more, delete the file, accept a whole run and commit it");
        }
        news.accept(message + ", as a part of the tests does; a whole run can be held to all of them with -D"
                + StatementsMode.PROPERTY + "=exact");
    }

    private static String shown(String sign, List<RecordedStatement> statements) {
        List<String> lines = new ArrayList<>();
        statements.stream().limit(MOST_SHOWN).forEach(statement -> {
            statement.origins().stream()
                    .limit(1)
                    .forEach(origin -> lines.add("  -- from " + Printable.line(origin.toString())));
            lines.add(sign + Printable.line(statement.text(), LONGEST_SHOWN));
        });
        if (statements.size() > MOST_SHOWN) {
            lines.add("  and " + (statements.size() - MOST_SHOWN) + " more");
        }
        return String.join("\n", lines);
    }

    private static String counted(int statements) {
        return statements + (statements == 1 ? " statement" : " statements");
    }
}
