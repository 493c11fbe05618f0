package dev.schemaguard.inspect;

import dev.schemaguard.text.Secrets;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which database was looked at.
 *
 * @param product its kind, such as {@code PostgreSQL}
 * @param version its version, such as {@code 16.4}
 * @param url its JDBC URL without credentials and without the query part
 * @param user the connected role
 * @param schemas the schemas that were looked at, in order
 */
public record DatabaseInfo(String product, String version, String url, String user, List<String> schemas) {

    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)*(?:(?:devel|beta|rc)\\d*)?");

    public DatabaseInfo {
        schemas = List.copyOf(schemas);
    }

    /** The same database, other schemas of which were looked at. */
    public DatabaseInfo in(List<String> otherSchemas) {
        return new DatabaseInfo(product, version, url, user, otherSchemas);
    }

    /** The database behind a connection, as its driver describes it. */
    public static DatabaseInfo of(DatabaseMetaData metaData, String user, List<String> schemas) throws SQLException {
        String version = String.valueOf(metaData.getDatabaseProductVersion());
        Matcher number = VERSION.matcher(version);
        return new DatabaseInfo(
                metaData.getDatabaseProductName(),
                number.find() ? number.group() : version,
                Secrets.url(String.valueOf(metaData.getURL())),
                user,
                schemas);
    }
}
