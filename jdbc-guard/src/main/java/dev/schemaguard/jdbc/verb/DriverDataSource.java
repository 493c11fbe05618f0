package dev.schemaguard.jdbc.verb;

import dev.schemaguard.database.Databases;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A connection at a time, straight from the driver that knows the URL. */
public final class DriverDataSource implements DataSource {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    private final Driver driver;
    private final String url;
    private final Properties properties;
    private final Duration timeout;

    private DriverDataSource(Driver driver, String url, Properties properties, Duration timeout) {
        this.driver = driver;
        this.url = url;
        this.properties = properties;
        this.timeout = timeout;
    }

    /**
     * The database behind a URL.
     *
     * @param timeout how long connecting may take
     * @throws VerbException if no driver takes the URL
     */
    public static DriverDataSource of(
            String url, Optional<String> user, Optional<String> password, Drivers drivers, Duration timeout) {
        Properties properties = Databases.onlyWhereThereIsOne(url);
        if (user.isPresent()) {
            properties.setProperty("user", user.get());
        }
        if (password.isPresent()) {
            properties.setProperty("password", password.get());
        }
        if (url.startsWith(POSTGRESQL)) {
            // Nothing waits for ever: not the name look-up, the handshake or an answer. What the URL says wins.
            String seconds = String.valueOf(Math.max(1, timeout.toSeconds()));
            properties.setProperty("connectTimeout", seconds);
            properties.setProperty("loginTimeout", seconds);
            properties.setProperty("socketTimeout", String.valueOf(Math.max(1, timeout.toSeconds()) + 5));
            properties.setProperty("ApplicationName", "schema-guard");
        }
        return new DriverDataSource(drivers.of(url), url, properties, timeout);
    }

    /** The same, which may make the database where there is none. */
    public DriverDataSource mayMakeIt() {
        Properties others = new Properties();
        others.putAll(properties);
        Databases.onlyWhereThereIsOne(url).keySet().forEach(others::remove);
        return new DriverDataSource(driver, url, others, timeout);
    }

    /** The class of the driver that takes the URL. */
    public Class<?> driverClass() {
        return driver.getClass();
    }

    /** Whether a location is a JDBC URL. */
    public static boolean isUrl(String location) {
        return location.regionMatches(true, 0, "jdbc:", 0, "jdbc:".length());
    }

    /** Whatever driver it is, and whatever its URL says, it gets no longer than the time-out. */
    @Override
    public Connection getConnection() throws SQLException {
        Connecting connecting = new Connecting(
                () -> driver.connect(url, properties), driver.getClass().getClassLoader());
        Connection connection = connecting.within(timeout);
        if (connection == null) {
            throw new SQLException("the driver does not take this URL", Databases.NO_CONNECTION);
        }
        return connection;
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the role was chosen before");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // Nothing is logged.
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("the time-out was chosen before");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("nothing is logged");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("wraps no " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
