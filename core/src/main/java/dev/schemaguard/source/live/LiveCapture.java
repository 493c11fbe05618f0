package dev.schemaguard.source.live;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.inspect.ConnectionFailure;
import dev.schemaguard.inspect.HistoryTables;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.inspect.ObjectDigest;
import dev.schemaguard.inspect.ObjectDigest.Kind;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a live schema down so that it can be expected of another database. */
public final class LiveCapture {

    private LiveCapture() {}

    /**
     * Captures the database behind a connection that somebody opens for it.
     *
     * @throws InspectionException if there is no connection to be had, or the catalog cannot be read
     */
    public static Schema of(Opener opener, InspectionScope scope) throws InspectionException {
        try (Connection connection = open(opener)) {
            return of(connection, scope);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /**
     * Captures the database behind a connection, which is left open and as it was.
     *
     * @throws InspectionException if the catalog cannot be read
     */
    public static Schema of(Connection connection, InspectionScope scope) throws InspectionException {
        try {
            return of(connection, Databases.behind(connection), scope);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    static Schema of(Connection connection, Database database, InspectionScope scope) throws InspectionException {
        List<String> excluded = new ArrayList<>(scope.exclude());
        excluded.addAll(HistoryTables.globs());
        LiveSchema live = database.inspector().inspect(connection, scope.excluding(excluded));
        return PortableSchema.of(live.schema());
    }

    /**
     * The digests that the database makes of what was captured of it. Empty where it makes none, where the capture does not know
     * all, and where the database changed meanwhile.
     *
     * @param captured what was captured of it in that scope
     * @throws InspectionException if the catalog cannot be read
     */
    public static Optional<TableDigests> digests(
            Connection connection, Database database, InspectionScope scope, Schema captured)
            throws InspectionException {
        boolean whole = captured.gaps().isEmpty()
                && captured.tables().stream().allMatch(table -> table.notKnown().isEmpty());
        if (captured.isEmpty() || !whole) {
            return Optional.empty();
        }
        Optional<TableDigests> digests = database.inspector().digests(connection, scope, objects(captured));
        return digests.isPresent() && of(connection, database, scope).equals(captured) ? digests : Optional.empty();
    }

    /** The same of whatever database is behind the connection. */
    public static Optional<TableDigests> digests(Connection connection, InspectionScope scope, Schema captured)
            throws InspectionException {
        try {
            return digests(connection, Databases.behind(connection), scope, captured);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** All that a comparison asks for; a sequence that a column owns is no need of its own. */
    private static List<ObjectDigest> objects(Schema captured) {
        List<ObjectDigest> objects = new ArrayList<>();
        captured.tables()
                .forEach(table -> objects.add(new ObjectDigest(
                        Kind.TABLE, table.name(), table.columns().size(), "")));
        captured.types().forEach(type -> objects.add(new ObjectDigest(Kind.TYPE, type.name(), 0, "")));
        captured.sequences().stream()
                .filter(sequence -> sequence.role() != Sequence.Role.OWNED)
                .forEach(sequence -> objects.add(new ObjectDigest(Kind.SEQUENCE, sequence.name(), 0, "")));
        return objects;
    }

    /** Opens a connection; pools wrap a refused one in exceptions of their own, some of them unchecked. */
    static Connection open(Opener opener) throws InspectionException {
        try {
            return opener.open();
        } catch (SQLException | RuntimeException e) {
            throw unreachable(e);
        }
    }

    /** Why there is no connection, in the words of the check. */
    static InspectionException unreachable(Exception failure) {
        return ConnectionFailure.translate(failure, Databases.failures());
    }

    /** Connects to the database. */
    public interface Opener {

        Connection open() throws SQLException;
    }
}
