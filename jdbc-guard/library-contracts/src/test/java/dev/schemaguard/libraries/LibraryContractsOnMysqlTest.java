package dev.schemaguard.libraries;

import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.TestMysql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each contract of the pack is what the library's own scripts make on MySQL and MariaDB. */
@Tag("databases")
class LibraryContractsOnMysqlTest {

    @TempDir
    private Path classpath;

    @ParameterizedTest
    @MethodSource("contracts")
    void conformsToWhatTheScriptsMakeOnMysqlAndFindsEachLostColumn(PackedContract contract) throws IOException {
        conforms(contract, "mysql", TestMysql.MYSQL);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void conformsToWhatTheScriptsMakeOnMariadbAndFindsEachLostColumn(PackedContract contract) throws IOException {
        conforms(contract, "mariadb", TestMysql.MARIADB);
    }

    private void conforms(PackedContract contract, String kind, TestMysql server) throws IOException {
        MysqlDatabase database = server.database("create table own (id bigint)");
        run(database, contract.script(kind));
        ContractTrial trial = new ContractTrial(contract, classpath);

        trial.conforms(database.direct());
        trial.findsLostColumns(
                database.direct(),
                Databases.named(kind).orElseThrow(),
                statement -> database.execute("set foreign_key_checks = 0", statement));
    }

    /** The whole text at once, cut into statements by the server and not by us. */
    private static void run(MysqlDatabase database, String script) {
        String url = database.url() + "&allowMultiQueries=true";
        try (Connection connection = DriverManager.getConnection(url, TestMysql.SUPERUSER, "");
                Statement statement = connection.createStatement()) {
            statement.execute(script);
            // An error of a later statement is told only when its result is asked for.
            boolean more = true;
            while (more) {
                more = statement.getMoreResults() || statement.getUpdateCount() >= 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    static List<PackedContract> contracts() throws IOException {
        return PackedContract.ofScripts();
    }
}
