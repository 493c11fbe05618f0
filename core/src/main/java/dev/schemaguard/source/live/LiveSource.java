package dev.schemaguard.source.live;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.text.Secrets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Expectation from a live database, captured each time it is loaded. */
public final class LiveSource implements SchemaSource {

    private final String name;
    private final LiveCapture.Opener opener;
    private final InspectionScope scope;

    /**
     * A database.
     *
     * @param name what it is called in reports, without secrets
     * @param opener how to connect to it
     * @param scope what of it is captured
     */
    public LiveSource(String name, LiveCapture.Opener opener, InspectionScope scope) {
        this.name = name;
        this.opener = opener;
        this.scope = scope;
    }

    /** The database at a URL, whose driver has to be on the class path. */
    public static LiveSource at(String url) {
        String name = Secrets.url(url);
        return new LiveSource(name, () -> connect(name, url), InspectionScope.EVERYTHING);
    }

    private static Connection connect(String name, String url) throws SQLException {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw new SchemaSourceException(
                    Origin.of(name),
                    "no JDBC driver knows this URL",
                    "check its beginning, and put the driver of the database on the class path",
                    e);
        }
        return DriverManager.getConnection(url, Databases.onlyWhereThereIsOne(url));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Schema load(Database database) {
        try (Connection connection = connect()) {
            requireSame(database, Databases.behind(connection));
            return LiveCapture.of(connection, database, scope);
        } catch (InspectionException e) {
            throw unreadable(e);
        } catch (SQLException e) {
            throw unreadable(LiveCapture.unreachable(e));
        }
    }

    private Connection connect() throws InspectionException {
        try {
            return opener.open();
        } catch (SchemaSourceException e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            // Pools wrap a refused connection in exceptions of their own, some of them unchecked.
            throw LiveCapture.unreachable(e);
        }
    }

    private void requireSame(Database wanted, Database found) {
        if (!wanted.name().equals(found.name())) {
            throw new SchemaSourceException(
                    Origin.of(name),
                    "is a '" + found.name() + "' database, but the one to be checked is '" + wanted.name() + "'",
                    "take the expectation from a database of the same kind");
        }
    }

    private SchemaSourceException unreadable(InspectionException failure) {
        return new SchemaSourceException(
                Origin.of(name),
                String.valueOf(failure.getMessage()),
                "the expectation is read from this database, so it must be reachable; or expect a snapshot of it",
                failure);
    }

    @Override
    public String toString() {
        return "LiveSource[" + name + "]";
    }
}
