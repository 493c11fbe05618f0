package dev.schemaguard.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that cannot be run here, by what they are known to tell a driver. */
class RelativesTest {

    @ParameterizedTest
    @CsvSource({
        "16.4 (Debian 16.4-1.pgdg120+1), postgresql",
        "14.13, postgresql",
        "18beta1, postgresql",
        "13.0, postgresql",
        "13.0.0, cockroachdb",
        "15.2-YB-2024.1.0.0-b0, yugabytedb",
        "11.2-YB-2.18.0.1-b0, yugabytedb",
        "8.0.2, redshift"
    })
    void areNotTakenForWhatTheySpeakLike(String version, String name) throws SQLException {
        assertThat(Databases.behind(connection("PostgreSQL", version)).name()).isEqualTo(name);
    }

    private static Connection connection(String product, String version) {
        return proxy(Connection.class, "getMetaData", metaData(product, version));
    }

    private static DatabaseMetaData metaData(String product, String version) {
        return (DatabaseMetaData) Proxy.newProxyInstance(
                RelativesTest.class.getClassLoader(),
                new Class<?>[] {DatabaseMetaData.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getDatabaseProductName" -> product;
                    case "getDatabaseProductVersion" -> version;
                    case "storesUpperCaseIdentifiers" -> false;
                    case "storesLowerCaseIdentifiers" -> true;
                    case "getIdentifierQuoteString" -> "\"";
                    default -> throw new SQLException("nobody asks for " + method.getName());
                });
    }

    private static <T> T proxy(Class<T> type, String method, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                RelativesTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return answer;
                    }
                    throw new SQLException("nobody asks for " + called.getName());
                }));
    }
}
