package dev.schemaguard.jdbc.verb;

import dev.schemaguard.database.Databases;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where JDBC drivers are looked for.
 *
 * @param loaders the class loaders that may have one, the first first
 * @param remedy how somebody adds another one, as the end of a sentence
 */
public record Drivers(List<ClassLoader> loaders, String remedy) {

    private static final Pattern KIND = Pattern.compile("(?i)jdbc:[a-z0-9]{1,20}(?=:)");

    /** So that a class loader which fails each time is not asked for ever. */
    private static final int MOST_DRIVERS = 1_000;

    public Drivers {
        loaders = List.copyOf(loaders);
    }

    /**
     * The drivers in these jars and those of a process that is ours alone: whatever they would log is silenced for good, whatever
     * {@code logging.properties} says, for standard error is for what we say ourselves.
     */
    public static Drivers ofProcess(List<Path> jars) {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = url(jars.get(i));
        }
        // Lives as long as the process, for the driver goes on loading classes from it.
        ClassLoader loader = new URLClassLoader(urls, Drivers.class.getClassLoader());
        return new Drivers(List.of(loader), "name the driver's jar with --driver-path (PostgreSQL's is built in)");
    }

    private static URL url(Path jar) {
        if (!Files.isReadable(jar)) {
            throw new VerbException("--driver-path: '" + jar + "' is not there or not readable; check the path");
        }
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new VerbException("--driver-path: '" + jar + "' is no path of a file");
        }
    }

    /**
     * The driver that takes a URL.
     *
     * @throws VerbException if none does; it does not show the URL, which may hold a password
     */
    Driver of(String url) {
        for (ClassLoader loader : loaders) {
            Optional<Driver> driver = in(loader, url);
            if (driver.isPresent()) {
                return driver.get();
            }
        }
        throw none(url);
    }

    private VerbException none(String url) {
        Matcher kind = KIND.matcher(url);
        return new VerbException(wrong(url)
                .orElseGet(() -> "no JDBC driver"
                        + (kind.lookingAt() ? " for '" + kind.group() + "'" : "")
                        + " takes this URL; check how it goes on, or " + remedy));
    }

    /**
     * What to write in the place of an address that is no URL of JDBC; empty where it is one. The address may hold a password and is
     * not shown.
     */
    public static Optional<String> wrong(String address) {
        Optional<String> known = Databases.jdbcUrl(address)
                .map(url -> "this is no URL of JDBC; write " + url + ", and name user and password apart from it");
        return known.isPresent() || DriverDataSource.isUrl(address)
                ? known
                : Optional.of("the URL of a database begins with 'jdbc:', such as jdbc:postgresql://host/name");
    }

    private static Optional<Driver> in(ClassLoader loader, String url) {
        Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator();
        for (int looked = 0; looked < MOST_DRIVERS; looked++) {
            try {
                if (!drivers.hasNext()) {
                    return Optional.empty();
                }
                Driver driver = drivers.next();
                if (takes(driver, url)) {
                    return Optional.of(driver);
                }
            } catch (ServiceConfigurationError | SQLException e) {
                // One that cannot be loaded, or cannot say, takes nothing; another may.
            }
        }
        return Optional.empty();
    }

    private static boolean takes(Driver driver, String url) throws SQLException {
        Optional<Logger> logger = logger(driver);
        return logger.isPresent() ? takesSilently(driver, url, logger.get()) : driver.acceptsURL(url);
    }

    /** PostgreSQL's logs a URL that it does not understand, password included. */
    private static synchronized boolean takesSilently(Driver driver, String url, Logger logger) throws SQLException {
        Level before = logger.getLevel();
        logger.setLevel(Level.OFF);
        try {
            return driver.acceptsURL(url);
        } finally {
            logger.setLevel(before);
        }
    }

    private static Optional<Logger> logger(Driver driver) {
        try {
            return Optional.ofNullable(driver.getParentLogger());
        } catch (SQLFeatureNotSupportedException e) {
            return Optional.empty();
        }
    }
}
