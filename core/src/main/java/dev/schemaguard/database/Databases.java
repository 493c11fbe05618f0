package dev.schemaguard.database;

import dev.schemaguard.inspect.FailureKind;
import dev.schemaguard.inspect.Failures;
import dev.schemaguard.text.Secrets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The kinds of database that there are. */
public final class Databases {

    /** What is meant where nobody names a kind and no connection tells. */
    private static final String ASSUMED = "postgresql";

    /** The standard's SQLState of a connection that could not be made (ISO 9075-2, class 08). */
    public static final String NO_CONNECTION = "08001";

    /** Those of whoever brings this class, whatever class loader a thread happens to have. */
    private static final FoundKinds KINDS = new FoundKinds(Databases.class.getClassLoader());

    private Databases() {}

    /**
     * The database behind a connection.
     *
     * @throws SQLException if the driver does not tell what it is connected to
     */
    public static Database behind(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        for (DatabaseKind kind : KINDS) {
            Optional<Database> database = kind.behind(metaData);
            if (database.isPresent()) {
                return database.get();
            }
        }
        throw new IllegalStateException(
                "no kind of database is on the class path; is META-INF/services lost in a shaded jar?");
    }

    /**
     * The database of that name, where there is no connection to ask; empty where nothing is known of such.
     *
     * @param name the name of a kind in lower case, as snapshots record it
     */
    public static Optional<Database> named(String name) {
        for (DatabaseKind kind : KINDS) {
            Optional<Database> database = kind.named(name);
            if (database.isPresent()) {
                return database;
            }
        }
        return Optional.empty();
    }

    /** The names of all kinds that are known without a connection, sorted. */
    public static List<String> names() {
        return KINDS.stream().flatMap(kind -> kind.names().stream()).sorted().toList();
    }

    /**
     * The database that a connection is going to lead to, as far as that can be told before there is one: a guess, for work that
     * is worth while ahead of time.
     *
     * @param url the URL of the connection; empty where it is not known yet
     * @param loader where drivers are looked for
     */
    public static Optional<Database> foreseen(String url, ClassLoader loader) {
        for (DatabaseKind kind : KINDS) {
            Optional<Database> database = kind.foreseen(url, loader);
            if (database.isPresent()) {
                return database;
            }
        }
        return Optional.empty();
    }

    /**
     * Properties by which a driver opens a database only where there is one: to look at a database must not make it.
     *
     * @param url the URL of the connection
     */
    public static Properties onlyWhereThereIsOne(String url) {
        Properties properties = new Properties();
        for (DatabaseKind kind : KINDS) {
            properties.putAll(kind.onlyWhereThereIsOne(url));
        }
        return properties;
    }

    /**
     * The URL of JDBC that somebody may mean by the address of a database as other programs write it, such as
     * {@code postgres://user:password@host/name}: its hosts and its name as far as they surely hold no secret, and neither user,
     * password nor properties; empty where it is no such address.
     */
    public static Optional<String> jdbcUrl(String address) {
        for (DatabaseKind kind : KINDS) {
            for (Map.Entry<String, String> known : kind.addresses().entrySet()) {
                String beginning = known.getKey();
                if (address.regionMatches(true, 0, beginning, 0, beginning.length())) {
                    return Optional.of(known.getValue() + hostAndName(address, beginning));
                }
            }
        }
        return Optional.empty();
    }

    private static String hostAndName(String address, String beginning) {
        String shown = Secrets.url(address);
        boolean isWhole = beginning.endsWith("//")
                && shown.regionMatches(true, 0, beginning, 0, beginning.length())
                && shown.substring(beginning.length()).matches("[\\w.:-]+/[\\w-]+");
        return isWhole ? shown.substring(beginning.length()) : "host/name";
    }

    /** The database that is meant where nobody names a kind and there is no connection to ask: PostgreSQL. */
    public static Database assumed() {
        return named(ASSUMED)
                .orElseThrow(() -> new IllegalStateException(
                        "'" + ASSUMED + "' is not on the class path; is META-INF/services lost in a shaded jar?"));
    }

    /** What failures mean where it is not known which kind of database threw them, as when no connection was to be had. */
    public static Failures failures() {
        return failure -> KINDS.stream()
                .map(kind -> kind.failures().of(failure))
                .filter(meaning -> meaning != FailureKind.OTHER)
                .findFirst()
                .orElse(FailureKind.OTHER);
    }
}
