package dev.schemaguard.database.mysql.server;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server says that it is. Percona Server, Aurora, RDS, Cloud SQL and Azure run the same engine and count as MySQL or MariaDB.
 *
 * @param product which of the two
 * @param major the first number of its version
 * @param minor the second
 * @param patch the third
 */
public record ServerVersion(Product product, int major, int minor, int patch) implements Comparable<ServerVersion> {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})(?:\\.(\\d{1,3}))?");

    /** A replication trick: MariaDB 10 and 11 call themselves 5.5.5 in the greeting, not in {@code version()}. */
    private static final String GREETING = "5.5.5-";

    /** Servers of their own that speak the protocol: the word by which each tells, and its name. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("tidb", "TiDB"),
            Map.entry("vitess", "Vitess"),
            Map.entry("planetscale", "Vitess"),
            Map.entry("singlestore", "SingleStore"),
            Map.entry("memsql", "SingleStore"),
            Map.entry("oceanbase", "OceanBase"),
            Map.entry("dolt", "Dolt"),
            Map.entry("starrocks", "StarRocks"),
            Map.entry("doris", "Doris"),
            Map.entry("columnstore", "ColumnStore"),
            Map.entry("clickhouse", "ClickHouse"),
            Map.entry("databend", "Databend"),
            Map.entry("polardb-x", "PolarDB-X"),
            Map.entry("tddl", "PolarDB-X"));

    /**
     * The product by what the server says of itself; empty where it is another one, or a version of which nothing is proven.
     *
     * @param version what {@code version()} answers
     * @param comment what {@code @@version_comment} answers
     */
    public static Optional<ServerVersion> of(String version, String comment) {
        Matcher numbers =
                NUMBERS.matcher(version.startsWith(GREETING) ? version.substring(GREETING.length()) : version);
        if (relative(version, comment).isPresent() || !numbers.lookingAt()) {
            return Optional.empty();
        }
        String said = (version + " " + comment).toLowerCase(Locale.ROOT);
        ServerVersion found = new ServerVersion(
                said.contains("mariadb") ? Product.MARIADB : Product.MYSQL,
                Integer.parseInt(numbers.group(1)),
                Integer.parseInt(numbers.group(2)),
                numbers.group(3) == null ? 0 : Integer.parseInt(numbers.group(3)));
        boolean known = found.product == Product.MARIADB ? found.isAtLeast(10, 6, 0) : found.isAtLeast(8, 0, 0);
        return known ? Optional.of(found) : Optional.empty();
    }

    /** The product in a version that nobody asked for, as for a script. */
    public static ServerVersion unknown(Product product) {
        return product == Product.MARIADB ? new ServerVersion(product, 10, 6, 0) : new ServerVersion(product, 8, 0, 16);
    }

    /** The name of a server of its own that speaks the protocol; empty where it is none that is known. */
    public static Optional<String> relative(String version, String comment) {
        String said = (version + " " + comment).toLowerCase(Locale.ROOT);
        return OTHERS.entrySet().stream()
                .filter(other -> said.contains(other.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether it is this version or a later one. */
    public boolean isAtLeast(int thisMajor, int thisMinor, int thisPatch) {
        return compareTo(new ServerVersion(product, thisMajor, thisMinor, thisPatch)) >= 0;
    }

    /** Whether it is MariaDB. */
    public boolean isMariadb() {
        return product == Product.MARIADB;
    }

    @Override
    public int compareTo(ServerVersion other) {
        int byMajor = Integer.compare(major, other.major);
        int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
        return byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
    }

    /** The version for people. */
    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
