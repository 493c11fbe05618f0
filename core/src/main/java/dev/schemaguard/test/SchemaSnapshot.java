package dev.schemaguard.test;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.ConnectionFailure;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.snapshot.SnapshotJson;
import dev.schemaguard.source.snapshot.SnapshotSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
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
        Captured captured = capture(source);
        Schema live = captured.schema();
        if (live.isEmpty()) {
            throw new AssertionFailedError(NAME
                    + "the database holds no table, so there is nothing to take a snapshot of; let the migrations run"
                    + " before, and look at the right schema");
        }
        try {
            Optional<String> stored = file.text();
            SnapshotComparison comparison = new SnapshotComparison(
                    file.toString(), SnapshotJson.withoutDigests(stored.orElse("")), live, captured.database());
            // Digests are no needs of a release: without them, or with those of another version, checks only take
            // longer.
            if (stored.isPresent() && comparison.isSame() && !acceptance.writes()) {
                return;
            }
            String taken = SnapshotJson.toText(
                    live, captured.database().dialect(), captured.digestsBeside(stored.orElse(""), comparison.taken()));
            if (stored.equals(Optional.of(taken))) {
                return;
            }
            if (!acceptance.writes()) {
                throw different(stored, comparison);
            }
            file.write(taken);
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

    private Captured capture(DataSource source) {
        try (Connection connection = source.getConnection()) {
            Schema schema = SchemaCapture.capture(connection, scope);
            return new Captured(
                    schema,
                    Databases.behind(connection),
                    SchemaCapture.digests(connection, scope, schema).stream().toList());
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

    /**
     * What the database has.
     *
     * @param schema its schema
     * @param database what it is
     * @param digests what it makes of that, where it makes any
     */
    private record Captured(Schema schema, Database database, List<TableDigests> digests) {

        /** Those of other versions stay as long as they are of the same facts. */
        List<TableDigests> digestsBeside(String stored, String facts) {
            if (!SnapshotJson.withoutDigests(stored).equals(facts)) {
                return digests;
            }
            Map<Integer, TableDigests> all = new TreeMap<>();
            SnapshotSource.of(SourceText.text("the snapshot", stored))
                    .digests(database)
                    .forEach(version -> all.put(version.majorVersion(), version));
            digests.forEach(version -> all.put(version.majorVersion(), version));
            return List.copyOf(all.values());
        }
    }
}
