package dev.schemaguard.database;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The words by which people mark scripts that are for one kind of database, be it a kind that can be guarded or not. */
public final class VendorWords {

    private static final Map<String, Set<String>> WORDS = Map.of(
            "postgresql", Set.of("postgres", "postgresql", "pg", "psql", "pgsql"),
            "mysql", Set.of("mysql"),
            "mariadb", Set.of("mariadb"),
            "h2", Set.of("h2"),
            "hsqldb", Set.of("hsqldb", "hsql"),
            "sqlite", Set.of("sqlite", "sqlite3"),
            "oracle", Set.of("oracle"),
            "sqlserver", Set.of("mssql", "sqlserver"),
            "cockroachdb", Set.of("cockroach", "cockroachdb"),
            "others", Set.of("db2", "derby", "sybase", "clickhouse", "spanner", "cassandra"));

    private VendorWords() {}

    /**
     * Those for one kind.
     *
     * @param database the name of the kind in lower case, which stands for itself where no other words are known
     */
    public static Set<String> of(String database) {
        return WORDS.getOrDefault(database, Set.of(database));
    }

    /** Those for any other kind. */
    public static Set<String> ofOthers(String database) {
        Set<String> own = of(database);
        Set<String> others = new HashSet<>();
        for (Set<String> words : WORDS.values()) {
            if (!words.equals(own)) {
                others.addAll(words);
            }
        }
        return others;
    }
}
