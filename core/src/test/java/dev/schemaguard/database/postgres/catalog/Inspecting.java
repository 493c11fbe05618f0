package dev.schemaguard.database.postgres.catalog;

import dev.schemaguard.database.Databases;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Looks at databases in tests. */
public final class Inspecting {

    private Inspecting() {}

    /** Everything in the schemas of the search path. */
    public static LiveSchema everything(DataSource database) {
        return inspect(database, InspectionScope.EVERYTHING);
    }

    /** What the scope asks for. */
    public static LiveSchema inspect(DataSource database, InspectionScope scope) {
        try {
            return attempt(database, scope);
        } catch (InspectionException | SQLException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** The same where it is expected to go wrong. */
    public static LiveSchema attempt(DataSource database, InspectionScope scope)
            throws InspectionException, SQLException {
        try (Connection connection = database.getConnection()) {
            return Databases.behind(connection).inspector().inspect(connection, scope);
        }
    }

    /** A scope that expects tables of these names, of which nothing else is stated. */
    public static InspectionScope expecting(String... tables) {
        Schema.Builder expected = Schema.builder();
        for (String table : tables) {
            expected.table(Table.builder(ObjectName.of(table)).build());
        }
        return InspectionScope.EVERYTHING.of(expected.build());
    }

    /** A scope that expects one table. */
    public static InspectionScope expecting(String name, Consumer<Table.Builder> facts) {
        return InspectionScope.EVERYTHING.of(Schema.builder().table(name, facts).build());
    }

    /** The table of that name, which is there. */
    public static Table table(LiveSchema live, String name) {
        return live.schema()
                .table(name)
                .orElseThrow(() -> new AssertionError("no table " + name + " in " + live.schema()));
    }

    /** The column of that name, which is there. */
    public static Column column(LiveSchema live, String table, String column) {
        return table(live, table)
                .column(column)
                .orElseThrow(() -> new AssertionError("no column " + column + " in " + table(live, table)));
    }

    /** The server's major version. */
    static int majorVersion(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
