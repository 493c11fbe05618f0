package dev.schemaguard.database.mysql.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.database.mysql.server.Product;
import dev.schemaguard.database.mysql.server.ServerVersion;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.ObjectDigest;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is sent to MySQL and MariaDB stands in the documentation, and nothing else does. */
@Tag("databases")
class MysqlStatementsTest {

    private static final Pattern NAME = Pattern.compile("/\\* schema-guard: ([a-z ]+) \\*/");

    private static final Schema NOWHERE =
            Schema.builder().table("nowhere", table -> table.column("id")).build();

    @Test
    void standInTheDocumentation() throws Exception {
        Set<String> sent = new TreeSet<>(Set.of("server"));
        for (TestMysql server : Set.of(TestMysql.MYSQL, TestMysql.MARIADB)) {
            try (MysqlDatabase database = Everything.on(server);
                    MysqlDatabase empty = server.database();
                    Connection connection = database.direct().getConnection();
                    Connection toNothing = empty.direct().getConnection()) {
                askEverything(connection, toNothing, sent);
            }
        }

        assertThat(sent).isEqualTo(documented());
    }

    private static void askEverything(Connection connection, Connection toNothing, Set<String> sent) throws Exception {
        Database database = Databases.behind(connection);
        Connection noted = noting(connection, sent);
        Schema all = database.catalog()
                .read(noted, database.dialect(), InspectionScope.EVERYTHING)
                .schema();
        database.catalog().read(noted, database.dialect(), InspectionScope.EVERYTHING.of(all));
        database.catalog()
                .digests(
                        noted,
                        InspectionScope.EVERYTHING,
                        List.of(new ObjectDigest(ObjectDigest.Kind.TABLE, ObjectName.of("parent"), 1, "")));
        database.catalog().read(noting(toNothing, sent), database.dialect(), InspectionScope.EVERYTHING.of(NOWHERE));
        database.catalog().schemas(noted, InspectionScope.DEFAULT_TIMEOUT);
        database.catalog().tables(noted, InspectionScope.DEFAULT_TIMEOUT);
        database.catalog().made(noted, InspectionScope.DEFAULT_TIMEOUT);
    }

    private static Set<String> documented() throws IOException {
        String page = Files.readString(Path.of("../docs/what-it-does-to-your-database.md"));
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(page.substring(page.indexOf("## MySQL and MariaDB")));
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    private static Connection noting(Connection real, Set<String> sent) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        Matcher name = NAME.matcher((String) arguments[0]);
                        sent.add(name.lookingAt() ? name.group(1) : (String) arguments[0]);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    @Test
    void areEndedByTheServerWhenTheirTimeIsUp() throws SQLException {
        for (TestMysql server : Set.of(TestMysql.MYSQL, TestMysql.MARIADB)) {
            try (MysqlDatabase database = server.database();
                    Connection connection = database.direct().getConnection()) {
                CatalogStatement catalog = new CatalogStatement(
                        connection,
                        ServerVersion.unknown(server == TestMysql.MARIADB ? Product.MARIADB : Product.MYSQL),
                        Duration.ofSeconds(1));

                assertThat(catchThrowable(() -> catalog.ask(
                                "slow",
                                "select count(*) from information_schema.COLUMNS a, information_schema.COLUMNS b,"
                                        + " information_schema.COLUMNS c",
                                List.of(),
                                row -> {})))
                        .isInstanceOf(SQLException.class);
            }
        }
    }
}
