package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.text.LoggedFailure;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A check without a database, for a run that only records which classes a start loads. It reads the expectations, puts the
 * statements together and compares; it sends nothing and finds nothing out.
 *
 * @param expectations what would be expected
 * @param database what kind of database it would be compared with
 */
public record Rehearsal(List<Expectation> expectations, Database database) {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    private static final String UNSUPPORTED = "0A000";

    public Rehearsal {
        expectations = List.copyOf(expectations);
    }

    /**
     * Goes through it, once to where the server would be asked, and once from where it would have answered that all is as expected.
     *
     * @param check a check of the same expectations, anew each time
     */
    public void run(Supplier<Check> check) {
        try {
            Connection connection = nowhere();
            int characters = check.get().run(connection).report().toText().length();
            for (Expectation expectation : expectations) {
                characters += check.get()
                        .run(new Expected(expectation), database)
                        .report()
                        .toText()
                        .length();
            }
            LOG.debug("went through a check without a database, which said nothing in {} characters", characters);
        } catch (RuntimeException | LinkageError e) {
            // Whatever it is, a start with a database says it.
            LOG.debug("a check without a database came to no end", LoggedFailure.of(e));
        }
    }

    /** A connection that knows what kind of database it would lead to, and takes no statement. */
    private Connection nowhere() {
        int version = expectations.stream()
                .flatMap(expectation -> expectation.versions(database).stream())
                .findFirst()
                .orElse(0);
        DatabaseMetaData metaData = proxy(
                DatabaseMetaData.class,
                Map.of(
                        "getDatabaseProductName",
                        database.name(),
                        "getDatabaseProductVersion",
                        String.valueOf(version),
                        "getDatabaseMajorVersion",
                        version,
                        "getURL",
                        "jdbc:" + database.name() + ":"));
        return proxy(Connection.class, Map.of("getMetaData", metaData, "getAutoCommit", true));
    }

    private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                Rehearsal.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer(method, answers)));
    }

    private static Object answer(Method method, Map<String, Object> answers) throws SQLException {
        Object known = answers.get(method.getName());
        if (known != null) {
            return known;
        }
        Class<?> type = method.getReturnType();
        if (type == int.class) {
            return 0;
        }
        if (type == boolean.class) {
            return false;
        }
        throw new SQLException("there is no database behind a rehearsal", UNSUPPORTED);
    }

    /** What is expected, standing in for a database that has all of it. */
    private record Expected(Expectation expectation) implements SchemaSource {

        @Override
        public String name() {
            return expectation.name();
        }

        @Override
        public Schema load(Database database) {
            return expectation.schema(database);
        }
    }
}
