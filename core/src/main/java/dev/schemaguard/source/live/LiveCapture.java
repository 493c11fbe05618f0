package dev.schemaguard.source.live;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.inspect.ConnectionFailure;
import dev.schemaguard.inspect.HistoryTables;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.model.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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
