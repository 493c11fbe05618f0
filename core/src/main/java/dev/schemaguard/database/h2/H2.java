package dev.schemaguard.database.h2;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.DatabaseKind;
import dev.schemaguard.database.h2.dialect.H2Dialect;
import dev.schemaguard.inspect.Failures;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * H2 from version 2 on; before, its information schema was another one, and nothing of it is known. How it folds names hangs on the
 * settings of its URL, so that a connection is asked.
 */
public final class H2 implements DatabaseKind {

    private static final String PRODUCT = "H2";
    private static final int FIRST_VERSION = 2;

    private static final String ONLY_IN_THE_NEW =
            "/* schema-guard: which information schema */ select DTD_IDENTIFIER from INFORMATION_SCHEMA.COLUMNS";

    private static final int NO_SUCH_COLUMN = 42_122;

    private static final String URL = "JDBC:H2:";

    /** Opens no database that is not there (manual, Connecting to a Database). */
    private static final String IF_EXISTS = "IFEXISTS";

    @Override
    public Optional<Database> behind(DatabaseMetaData metaData) throws SQLException {
        return metaData.getDatabaseProductName().equals(PRODUCT) && metaData.getDatabaseMajorVersion() >= FIRST_VERSION
                ? Optional.of(new H2Database(H2Dialect.of(metaData), tellsAll(metaData.getConnection())))
                : Optional.empty();
    }

    /** It is a setting of the session, which the older schema does not tell of; preparing reads nothing. */
    private static boolean tellsAll(Connection connection) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(ONLY_IN_THE_NEW)) {
            return !question.isClosed();
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_COLUMN) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Optional<Database> named(String name) {
        return Optional.empty();
    }

    /** A database in memory is anybody's to make. */
    @Override
    public Map<String, String> onlyWhereThereIsOne(String url) {
        String text = url.toUpperCase(Locale.ROOT);
        boolean makes = text.startsWith(URL) && !text.startsWith(URL + "MEM:") && !text.contains(IF_EXISTS);
        return makes ? Map.of(IF_EXISTS, "TRUE") : Map.of();
    }

    @Override
    public Failures failures() {
        return H2Database.FAILURES;
    }
}
