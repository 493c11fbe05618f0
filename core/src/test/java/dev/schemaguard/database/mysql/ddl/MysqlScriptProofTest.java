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
 * it is held against what the server made of it. More of them: {@code -Dproof.scripts=1000}, others
 * {@code -Dproof.first=1000}, and what the server refuses of them {@code -Dproof.shown=true}.
 */
@Tag("databases")
class MysqlScriptProofTest {

    private static final int SCRIPTS = Integer.getInteger("proof.scripts", 25);
    private static final long FIRST = Long.getLong("proof.first", 0);
    private static final int STATEMENTS = 40;
    private static final boolean SHOWN = Boolean.getBoolean("proof.shown");

    @ParameterizedTest(name = "script {1} on {0}")
    @MethodSource("scripts")
    void readsWhatTheServerMakes(TestMysql server, long seed) throws Exception {
        List<String> taken;
        try (MysqlDatabase database = server.database();
                Connection connection = database.direct().getConnection()) {
            taken = taken(connection, new RandomStatements(seed));
            if (wrong(connection, taken).isEmpty()) {
                return;
            }
        }
        List<String> shortest = shortest(server, taken);
        assertThat(wrong(server, shortest)).as(script(shortest)).isEmpty();
    }

    private static List<String> wrong(Connection connection, List<String> statements) throws Exception {
        return new ScriptOnServer(connection, Databases.behind(connection), script(statements)).wrong();
    }

    private static String script(List<String> statements) {
        return String.join(";\n", statements) + ";\n";
    }

    /** What is wrong where a server runs these from the first on; nothing if it refuses one. */
    private static List<String> wrong(TestMysql server, List<String> statements) throws Exception {
        try (MysqlDatabase database = server.database();
                Connection connection = database.direct().getConnection()) {
            try (Statement sent = connection.createStatement()) {
                for (String statement : statements) {
                    sent.execute(statement);
                }
            } catch (SQLException e) {
                return List.of();
            }
            return wrong(connection, statements);
        }
    }

    /** Leaves out all statements without which it is wrong, too, so that what is left can be read. */
    private static List<String> shortest(TestMysql server, List<String> statements) throws Exception {
        List<String> left = new ArrayList<>(statements);
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (int i = left.size() - 1; i >= 0; i--) {
                List<String> without = new ArrayList<>(left);
                without.remove(i);
                if (!wrong(server, without).isEmpty()) {
                    left = without;
                    shorter = true;
                }
            }
        }
        return left;
    }

    static Stream<Arguments> scripts() {
        return Stream.of(TestMysql.MYSQL, TestMysql.MARIADB)
                .flatMap(server ->
                        Stream.iterate(FIRST, seed -> seed + 1).limit(SCRIPTS).map(seed -> Arguments.of(server, seed)));
    }

    /** Statements that the server takes, each of which it has run. */
    private static List<String> taken(Connection connection, RandomStatements statements) throws SQLException {
        List<String> taken = new ArrayList<>();
        ServerPicture there = ServerPicture.of(connection);
        try (Statement sent = connection.createStatement()) {
            for (int i = 0; i < STATEMENTS; i++) {
                String statement = statements.next(there);
                try {
                    sent.execute(statement);
                    taken.add(statement);
                    there = ServerPicture.of(connection);
                } catch (SQLException e) {
                    // Then it is no part of the script.
                    assertThat(e.getErrorCode()).isPositive();
                    if (SHOWN) {
                        System.out.println(e.getMessage() + " <- " + statement);
                    }
                }
            }
        }
        assertThat(taken).hasSizeGreaterThan(STATEMENTS / 3);
        return taken;
    }
}
