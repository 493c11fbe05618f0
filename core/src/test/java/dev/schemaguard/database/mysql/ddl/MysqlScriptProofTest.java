package dev.schemaguard.database.mysql.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.TestMysql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The soundness rule over scripts that are made up: of each, those statements that the server takes are the script, and what is read of
 * it is held against what the server made of it. More of them: {@code -Dproof.scripts=1000}.
 */
@Tag("databases")
class MysqlScriptProofTest {

    private static final int SCRIPTS = Integer.getInteger("proof.scripts", 25);
    private static final int STATEMENTS = 80;

    @ParameterizedTest(name = "script {1} on {0}")
    @MethodSource("scripts")
    void readsWhatTheServerMakes(TestMysql server, long seed) throws Exception {
        try (MysqlDatabase database = server.database();
                Connection connection = database.direct().getConnection()) {
            String script = taken(connection, new RandomStatements(seed).script(STATEMENTS));

            assertThat(new ScriptOnServer(connection, Databases.behind(connection), script).wrong())
                    .as(script)
                    .isEmpty();
        }
    }

    static Stream<Arguments> scripts() {
        return Stream.of(TestMysql.MYSQL, TestMysql.MARIADB)
                .flatMap(server ->
                        Stream.iterate(0L, seed -> seed + 1).limit(SCRIPTS).map(seed -> Arguments.of(server, seed)));
    }

    /** The statements that the server takes, each of which it has run. */
    private static String taken(Connection connection, List<String> statements) throws SQLException {
        List<String> taken = new ArrayList<>();
        try (Statement sent = connection.createStatement()) {
            for (String statement : statements) {
                try {
                    sent.execute(statement);
                    taken.add(statement);
                } catch (SQLException e) {
                    // Then it is no part of the script.
                    assertThat(e.getErrorCode()).isPositive();
                }
            }
        }
        assertThat(taken).isNotEmpty();
        return String.join(";\n", taken) + ";\n";
    }
}
