package dev.schemaguard.approval;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.snapshot.SnapshotJson;
import dev.schemaguard.source.snapshot.SnapshotSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A schema that was read to be written down.
 *
 * @param schema what was read
 * @param database the kind of database that it is spelled for
 * @param digests what the database makes of it, where one was asked and makes any
 */
public record TakenSnapshot(Schema schema, Database database, List<TableDigests> digests) {

    public TakenSnapshot {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(database, "database");
        digests = List.copyOf(digests);
    }

    /**
     * The live schema behind a connection, which is left open and as it was.
     *
     * @throws InspectionException if the catalog cannot be read
     * @throws SQLException if the database does not say what it is
     */
    public static TakenSnapshot of(Connection connection, InspectionScope scope)
            throws InspectionException, SQLException {
        Schema schema = SchemaCapture.capture(connection, scope);
        return new TakenSnapshot(
                schema,
                Databases.behind(connection),
                SchemaCapture.digests(connection, scope, schema).stream().toList());
    }

    /**
     * What a source expects.
     *
     * @throws dev.schemaguard.input.SchemaSourceException if there is no expectation to be had
     */
    public static TakenSnapshot of(SchemaSource source, Database database) {
        return new TakenSnapshot(source.load(database), database, source.digests(database));
    }

    /**
     * The text of a {@code schema.json}.
     *
     * @throws IllegalArgumentException if a snapshot cannot say what was read
     */
    public String text() {
        return SnapshotJson.toText(schema, database.dialect(), digests);
    }

    /** The text of a {@code schema.json} without digests. */
    public String facts() {
        return SnapshotJson.toText(schema, database.dialect());
    }

    /** The text that takes the place of another one: digests of other versions stay as long as they are of the same facts. */
    public String textBeside(String stored) {
        if (!SnapshotJson.withoutDigests(stored).equals(facts())) {
            return text();
        }
        Map<Integer, TableDigests> all = new TreeMap<>();
        SnapshotSource.of(SourceText.text("the snapshot", stored))
                .digests(database)
                .forEach(version -> all.put(version.majorVersion(), version));
        digests.forEach(version -> all.put(version.majorVersion(), version));
        return SnapshotJson.toText(schema, database.dialect(), List.copyOf(all.values()));
    }
}
