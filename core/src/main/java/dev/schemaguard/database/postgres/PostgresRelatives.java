package dev.schemaguard.database.postgres;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * Servers of their own to which the driver of PostgreSQL connects as if they were it. They are told by the version that they give the
 * driver at the connect, so that nobody has to be asked.
 */
public final class PostgresRelatives {

    /** PostgreSQL has had two numbers since 10, and none of its releases is called so (CockroachDB, {@code server_version}). */
    private static final String COCKROACH = "13.0.0";

    /** What Redshift branched off (Amazon Redshift and PostgreSQL). */
    private static final String REDSHIFT = "8.0.2";

    /** What the driver calls all that it connects to. */
    private static final String DRIVEN = "postgresql";

    private static final String YUGABYTE = "-YB-";

    private PostgresRelatives() {}

    /**
     * The name of the server for people; empty where it is none of these.
     *
     * @throws SQLException if the driver does not tell what it is connected to
     */
    public static Optional<String> of(DatabaseMetaData metaData) throws SQLException {
        if (!metaData.getDatabaseProductName().toLowerCase(Locale.ROOT).startsWith(DRIVEN)) {
            return Optional.empty();
        }
        String version = String.valueOf(metaData.getDatabaseProductVersion());
        if (version.contains(YUGABYTE)) {
            return Optional.of("YugabyteDB");
        }
        return switch (version) {
            case COCKROACH -> Optional.of("CockroachDB");
            case REDSHIFT -> Optional.of("Redshift");
            default -> Optional.empty();
        };
    }
}
