package dev.schemaguard.test;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
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
        Schema live = capture(source);
        if (live.isEmpty()) {
            throw new AssertionFailedError(NAME
                    + "the database holds no table, so there is nothing to take a snapshot of; let the migrations run"
                    + " before, and look at the right schema");
        }
        Database database = database(source);
        try {
            Optional<String> stored = file.text();
            SnapshotComparison comparison = new SnapshotComparison(file.toString(), stored.orElse(""), live, database);
            if (stored.isPresent() && comparison.isSame()) {
                return;
            }
            if (!acceptance.writes()) {
                throw different(stored, comparison);
            }
            file.write(comparison.taken());
            news.accept("accepted what the database has: wrote " + tables(live) + " to " + file
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
                : "there is no snapshot '" + file + "' of the migrated database yet (" + tables(comparison.live())
                        + ")\n\nWhat to do: " + acceptance.advice();
        return new AssertionFailedError(NAME + message, stored.orElse(""), comparison.taken());
    }

    private static String tables(Schema schema) {
        int count = schema.tables().size();
        return count + (count == 1 ? " table" : " tables");
    }

    private Schema capture(DataSource source) {
        try {
            return SchemaCapture.capture(source, scope);
        } catch (InspectionException e) {
            throw unread(String.valueOf(e.getMessage()), e);
        }
    }

    private static Database database(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return Databases.behind(connection);
        } catch (SQLException e) {
            throw unread("it does not say what it is", e);
        }
    }

    private static AssertionFailedError unread(String reason, Exception cause) {
        return new AssertionFailedError(
                NAME + "it is not known whether the snapshot is up to date, for the database could not be read: "
                        + reason,
                cause);
    }
}
