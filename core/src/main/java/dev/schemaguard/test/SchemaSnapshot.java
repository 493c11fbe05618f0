package dev.schemaguard.test;

import dev.schemaguard.approval.SnapshotComparison;
import dev.schemaguard.approval.TakenSnapshot;
import dev.schemaguard.database.Databases;
import dev.schemaguard.inspect.ConnectionFailure;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.opentest4j.AssertionFailedError;

/**
 * The snapshot in the source tree and the migrated database that it is to be of, as a test gets them from
 * {@link SnapshotExtension}.
 */
public final class SchemaSnapshot {

    private static final String NAME = "Schema Guard: ";

    private final SnapshotFile file;
    private final Supplier<? extends DataSource> database;
    private final InspectionScope scope;
    private final Acceptance acceptance;
    private final Consumer<String> news;

    /**
     * A snapshot.
     *
     * @param file where it is
     * @param database what it is to be of
     * @param scope what of that
     * @param acceptance whether it may be written
     * @param news is told when it was
     */
    SchemaSnapshot(
            SnapshotFile file,
            Supplier<? extends DataSource> database,
            InspectionScope scope,
            Acceptance acceptance,
            Consumer<String> news) {
        this.file = file;
        this.database = database;
        this.scope = scope;
        this.acceptance = acceptance;
        this.news = news;
    }

    /** The file, absolute, whether it is there or not. */
    public Path file() {
        return file.path();
    }

    /**
     * Captures the database and compares: fails with what differs, or, where somebody asked to accept that, writes the file.
     *
     * @throws AssertionError if there is no snapshot, it differs, or the database could not be read or holds nothing
     */
    public void verify() {
        DataSource source = Objects.requireNonNull(database.get(), "the DataSource of the snapshot");
        TakenSnapshot captured = capture(source);
        if (captured.schema().isEmpty()) {
            throw new AssertionFailedError(NAME
                    + "the database holds no table, so there is nothing to take a snapshot of; let the migrations run"
                    + " before, and look at the right schema");
        }
        try {
            Optional<String> stored = file.text();
            SnapshotComparison comparison =
                    new SnapshotComparison(file.toString(), stored.orElse(""), "database", captured);
            if (stored.isPresent() && comparison.isSame() && !acceptance.writes()) {
                return;
            }
            String taken = captured.textBeside(stored.orElse(""));
            if (stored.equals(Optional.of(taken))) {
                return;
            }
            if (!acceptance.writes()) {
                throw different(stored, comparison);
            }
            file.write(taken);
            news.accept("accepted what the database has: wrote " + tables(captured.schema()) + " to " + file
                    + "; look at the difference and commit it");
        } catch (IOException e) {
            throw new UncheckedIOException(NAME + "the snapshot '" + file + "' can be neither compared nor written", e);
        }
    }

    private AssertionFailedError different(Optional<String> stored, SnapshotComparison comparison) {
        String message = stored.isPresent()
                ? "the snapshot '" + file + "' is not what the migrated database has\n\n" + comparison.text()
                        + "\n\nWhat to do: if that is what the release is to expect, " + acceptance.advice()
                        + "; otherwise correct the migrations"
                : "there is no snapshot '" + file + "' of the migrated database yet ("
                        + tables(comparison.taken().schema()) + ")\n\nWhat to do: " + acceptance.advice();
        return new AssertionFailedError(
                NAME + message, stored.orElse(""), comparison.taken().facts());
    }

    private static String tables(Schema schema) {
        int count = schema.tables().size();
        return count + (count == 1 ? " table" : " tables");
    }

    private TakenSnapshot capture(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return TakenSnapshot.of(connection, scope);
        } catch (InspectionException e) {
            throw unread(String.valueOf(e.getMessage()), e);
        } catch (SQLException e) {
            throw unread(
                    String.valueOf(
                            ConnectionFailure.translate(e, Databases.failures()).getMessage()),
                    e);
        }
    }

    private static AssertionFailedError unread(String reason, Exception cause) {
        return new AssertionFailedError(
                NAME + "it is not known whether the snapshot is up to date, for the database could not be read: "
                        + reason,
                cause);
    }
}
