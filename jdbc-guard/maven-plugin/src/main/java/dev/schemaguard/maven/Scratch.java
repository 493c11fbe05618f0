package dev.schemaguard.maven;

import dev.schemaguard.jdbc.verb.DriverDataSource;
import dev.schemaguard.jdbc.verb.Drivers;
import java.time.Duration;
import java.util.Locale;

/**
 * An empty database in which migrations are run. Behind {@code jdbc:tc:} there is a container that Testcontainers starts, by its
 * own JDBC driver (see "Database containers launched via JDBC URL scheme" in its manual), and that ends with this.
 */
final class Scratch implements AutoCloseable {

    private static final String CONTAINER = "jdbc:tc:";

    /** An image may have to be fetched first. */
    private static final Duration START = Duration.ofMinutes(10);

    private final String url;
    private final DriverDataSource database;
    private final boolean container;

    private Scratch(String url, DriverDataSource database, boolean container) {
        this.url = url;
        this.database = database;
        this.container = container;
    }

    static Scratch at(String url, Credentials credentials, ProjectDrivers drivers, Duration timeout) {
        boolean container = url.toLowerCase(Locale.ROOT).startsWith(CONTAINER);
        // Without a word of this kind the container ends with the first of several connections.
        String lasting = container ? url + (url.indexOf('?') < 0 ? "?" : "&") + "TC_DAEMON=true" : url;
        Drivers available = container ? drivers.lastingDrivers() : drivers.drivers();
        DriverDataSource database = DriverDataSource.of(
                        lasting, credentials.user(), credentials.password(), available, container ? START : timeout)
                .mayMakeIt();
        return new Scratch(lasting, database, container);
    }

    DriverDataSource database() {
        return database;
    }

    /** Stops the container. */
    @Override
    public void close() {
        if (!container) {
            return;
        }
        try {
            database.driverClass().getMethod("killContainer", String.class).invoke(null, url);
        } catch (ReflectiveOperationException e) {
            // Testcontainers itself takes away what is left, at the latest when the build ends.
            return;
        }
    }
}
