package dev.schemaguard.database.sqlite;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.DatabaseKind;
import dev.schemaguard.inspect.Failures;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** SQLite 3.37 or newer; before, it did not list its tables (release notes, PRAGMA table_list). */
public final class Sqlite implements DatabaseKind {

    private static final String PRODUCT = "SQLite";
    private static final String URL = "jdbc:sqlite:";

    private static final String READ_WRITE = "2";

    private static final int MAJOR = 3;
    private static final int FIRST_MINOR = 37;

    @Override
    public Optional<Database> behind(DatabaseMetaData metaData) throws SQLException {
        return metaData.getDatabaseProductName().equals(PRODUCT) && listsTables(metaData.getDatabaseProductVersion())
                ? Optional.of(SqliteDatabase.INSTANCE)
                : Optional.empty();
    }

    private static boolean listsTables(String version) {
        String[] parts = version.split("\\.", -1);
        return parts.length > 1
                && parts[0].equals(String.valueOf(MAJOR))
                && parts[1].matches("[0-9]{1,4}")
                && Integer.parseInt(parts[1]) >= FIRST_MINOR;
    }

    @Override
    public Optional<Database> named(String name) {
        return name.equals(SqliteDialect.NAME) ? Optional.of(SqliteDatabase.INSTANCE) : Optional.empty();
    }

    @Override
    public Set<String> names() {
        return Set.of(SqliteDialect.NAME);
    }

    @Override
    public Optional<Database> foreseen(String url, ClassLoader loader) {
        return url.startsWith(URL) ? Optional.of(SqliteDatabase.INSTANCE) : Optional.empty();
    }

    /** The driver passes the flags of {@code sqlite3_open_v2} on: this one is to read and write what is there. */
    @Override
    public Map<String, String> onlyWhereThereIsOne(String url) {
        return url.startsWith(URL) && !url.contains("mode=") ? Map.of("open_mode", READ_WRITE) : Map.of();
    }

    @Override
    public Failures failures() {
        return SqliteDatabase.INSTANCE.failures();
    }
}
