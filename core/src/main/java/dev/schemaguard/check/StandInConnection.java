package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A connection to no database, which knows what kind it would lead to. */
final class StandInConnection {

    private static final String UNSUPPORTED = "0A000";

    private StandInConnection() {}

    /**
     * One for one statement, or for none.
     *
     * @param version the major version of the server
     * @param rows what its one statement is answered with; where there are none, it takes no statement
     */
    static Connection to(Database database, int version, List<RecordedRow> rows) {
        DatabaseMetaData metaData = proxy(
                DatabaseMetaData.class,
                Map.of(
                        "getDatabaseProductName", database::name,
                        "getDatabaseProductVersion", () -> String.valueOf(version),
                        "getDatabaseMajorVersion", () -> version,
                        "getURL", () -> "jdbc:" + database.name() + ":"));
        Map<String, Supplier<Object>> answers = new HashMap<>();
        answers.put("getMetaData", () -> metaData);
        answers.put("getAutoCommit", () -> true);
        if (!rows.isEmpty()) {
            PreparedStatement statement = proxy(PreparedStatement.class, Map.of("executeQuery", () -> answer(rows)));
            answers.put("prepareStatement", () -> {
                answers.remove("prepareStatement");
                return statement;
            });
        }
        return proxy(Connection.class, answers);
    }

    private static ResultSet answer(List<RecordedRow> rows) {
        Iterator<RecordedRow> left = rows.iterator();
        RecordedRow[] row = new RecordedRow[1];
        return proxy(
                ResultSet.class,
                Map.of(
                        "next",
                        () -> {
                            boolean more = left.hasNext();
                            row[0] = more ? left.next() : row[0];
                            return more;
                        },
                        "getInt",
                        () -> row[0].question(),
                        "getLong",
                        () -> row[0].object(),
                        "getString",
                        () -> row[0].text()));
    }

    private static <T> T proxy(Class<T> type, Map<String, Supplier<Object>> answers) {
        return type.cast(Proxy.newProxyInstance(
                StandInConnection.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer(method, answers)));
    }

    private static Object answer(Method method, Map<String, Supplier<Object>> answers) throws SQLException {
        Supplier<Object> known = answers.get(method.getName());
        if (known != null) {
            return known.get();
        }
        Class<?> type = method.getReturnType();
        if (type == void.class) {
            return Void.TYPE; // which nobody sees
        }
        if (type == int.class) {
            return 0;
        }
        if (type == boolean.class) {
            return false;
        }
        throw new SQLException("there is no database behind a rehearsal", UNSUPPORTED);
    }
}
