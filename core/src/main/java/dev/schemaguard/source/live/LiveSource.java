package dev.schemaguard.source.live;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import java.sql.Connection;
import java.sql.SQLException;

/** Expectation from a live database, captured each time it is loaded. */
public final class LiveSource implements SchemaSource {

    private final String name;
    private final Opener opener;
    private final InspectionScope scope;

    /**
     * A database.
     *
     * @param name what it is called in reports, without secrets
     * @param opener how to connect to it
     * @param scope what of it is captured
     */
    public LiveSource(String name, Opener opener, InspectionScope scope) {
        this.name = name;
        this.opener = opener;
        this.scope = scope;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Schema load(Dialect dialect) {
        try (Connection connection = connect()) {
            requireSame(dialect, Dialect.of(connection.getMetaData()));
            return SchemaCapture.capture(connection, dialect, scope);
        } catch (InspectionException e) {
            throw unreadable(e);
        } catch (SQLException e) {
            throw unreadable(SchemaCapture.unreachable(e));
        }
    }

    private Connection connect() {
        try {
            return opener.open();
        } catch (SchemaSourceException e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            // Pools wrap a refused connection in exceptions of their own, some of them unchecked.
            throw unreadable(SchemaCapture.unreachable(e));
        }
    }

    private void requireSame(Dialect wanted, Dialect found) {
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

    /** Connects to the database. */
    public interface Opener {

        Connection open() throws SQLException;
    }
}
