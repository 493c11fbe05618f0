package dev.schemaguard.jdbc.cli.option;

import dev.schemaguard.database.Databases;
import java.io.PrintWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A connection at a time, straight from the driver that knows the URL. */
public final class DriverDataSource implements DataSource {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    private static final Pattern KIND = Pattern.compile("(?i)jdbc:[a-z0-9]{1,20}(?=:)");

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

    public static DriverDataSource of(
            String url, Optional<String> user, Optional<String> password, List<Path> driverPath, Duration timeout) {
        Properties properties = Databases.onlyWhereThereIsOne(url);
        user.ifPresent(name -> properties.setProperty("user", name));
        password.ifPresent(secret -> properties.setProperty("password", secret));
        if (url.startsWith(POSTGRESQL)) {
            // Nothing waits for ever: not the name look-up, the handshake or an answer. What the URL says wins.
            String seconds = String.valueOf(Math.max(1, timeout.toSeconds()));
            properties.setProperty("connectTimeout", seconds);
            properties.setProperty("loginTimeout", seconds);
            properties.setProperty("socketTimeout", String.valueOf(Math.max(1, timeout.toSeconds()) + 5));
            properties.setProperty("ApplicationName", "schema-guard");
        }
        return new DriverDataSource(driver(url, driverPath), url, properties, timeout);
    }

    /** The same, which may make the database where there is none. */
    public DriverDataSource mayMakeIt() {
        Properties others = new Properties();
        others.putAll(properties);
        Databases.onlyWhereThereIsOne(url).keySet().forEach(others::remove);
        return new DriverDataSource(driver, url, others, timeout);
    }

    /** Whether a location is a JDBC URL. */
    public static boolean isUrl(String location) {
        return location.regionMatches(true, 0, "jdbc:", 0, "jdbc:".length());
    }

    private static Driver driver(String url, List<Path> driverPath) {
        silenceDrivers();
        try {
            for (Driver driver : ServiceLoader.load(Driver.class, classLoader(driverPath))) {
                if (driver.acceptsURL(url)) {
                    return driver;
                }
            }
            return DriverManager.getDriver(url);
        } catch (SQLException e) {
            Matcher kind = KIND.matcher(url);
            throw new CliException(
                    kind.lookingAt()
                            ? "no JDBC driver for '" + kind.group()
                                    + "' takes this URL; check how it goes on, or name the"
                                    + " driver's jar with --driver-path (PostgreSQL's is built in)"
                            : "the URL of a database begins with 'jdbc:', such as jdbc:postgresql://host/name");
        }
    }

    /**
     * Drivers log by java.util.logging, and PostgreSQL's quotes a URL that it does not understand, password included. What is
     * set up by now is taken away, whatever {@code logging.properties} says: standard error is for what we say ourselves.
     */
    private static void silenceDrivers() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
    }

    private static ClassLoader classLoader(List<Path> driverPath) {
        URL[] urls = new URL[driverPath.size()];
        for (int i = 0; i < urls.length; i++) {
            Path jar = driverPath.get(i);
            if (!Files.isReadable(jar)) {
                throw new CliException("--driver-path: '" + jar + "' is not there or not readable; check the path");
            }
            try {
                urls[i] = jar.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new CliException("--driver-path: '" + jar + "' is no path of a file");
            }
        }
        // Lives as long as the process, for the driver goes on loading classes from it.
        return new URLClassLoader(urls, DriverDataSource.class.getClassLoader());
    }

    /** Whatever driver it is, and whatever its URL says, it gets no longer than the time-out. */
    @Override
    public Connection getConnection() throws SQLException {
        Connecting connecting = new Connecting(() -> driver.connect(url, properties));
        Connection connection = connecting.within(timeout);
        if (connection == null) {
            throw new SQLException("the driver does not take this URL", Databases.NO_CONNECTION);
        }
        return connection;
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the role is chosen by --user");
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
        throw new SQLFeatureNotSupportedException("the time-out is chosen by --timeout");
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
