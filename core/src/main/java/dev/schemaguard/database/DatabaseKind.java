package dev.schemaguard.database;

import dev.schemaguard.inspect.Failures;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of database that can be guarded, found as a service ({@link java.util.ServiceLoader}). It is made without arguments and
 * asked by many threads.
 */
public interface DatabaseKind {

    /**
     * The database behind a connection, if it is of this kind.
     *
     * @throws SQLException if the driver does not tell what it is connected to
     */
    Optional<Database> behind(DatabaseMetaData metaData) throws SQLException;

    /**
     * The database of that name where there is no connection to ask, as for a script; empty where it is another kind, or one of which
     * nothing is known without a connection.
     *
     * @param name the name of a kind in lower case, such as {@code postgresql}
     */
    Optional<Database> named(String name);

    /** The names by which {@link #named} knows it. */
    default Set<String> names() {
        return Set.of();
    }

    /**
     * The database that a URL leads to, where the URL tells that it is of this kind and nothing of it hangs on the connection.
     *
     * @param url the URL of a driver; empty where it is not known, and a driver that is there has to tell
     * @param loader where drivers are looked for
     */
    default Optional<Database> foreseen(String url, ClassLoader loader) {
        return Optional.empty();
    }

    /**
     * Properties by which its driver opens a database only where there is one, rather than to make an empty one of that name; nothing
     * where a URL makes none, is another kind's, or says itself what it wants.
     *
     * @param url the URL of a driver
     */
    default Map<String, String> onlyWhereThereIsOne(String url) {
        return Map.of();
    }

    /**
     * How addresses of this kind begin where other programs write them, such as {@code postgres://}, each with what a URL of JDBC
     * has in its place; where a beginning ends with neither a slash nor a colon, what follows it is no address.
     */
    default Map<String, String> addresses() {
        return Map.of();
    }

    /** What failures mean that this kind may have thrown; whose they are is not known where there is no connection. */
    Failures failures();

    /** Whether it takes whatever no other kind is. */
    default boolean isLastResort() {
        return false;
    }
}
