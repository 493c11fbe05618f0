package dev.schemaguard.database.mysql.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.TestMysql;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The soundness rule by execution: each script is run on both servers that take it, and what was read of it is held against what the
 * server made of it, in both directions and at any severity. They are equal, or a gap covers the difference.
 */
@Tag("databases")
class MysqlBatteryTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readsWhatTheServerMakesOrSaysThatItCannot(Case script) throws Exception {
        try (MysqlDatabase database = script.server().database();
                Connection connection = database.direct().getConnection()) {
            ScriptOnServer run = ScriptOnServer.run(connection, Databases.behind(connection), script.sql());

            assertThat(run.wrong()).isEmpty();
            assertThat(run.read().gaps().isEmpty()).as("nothing is left open").isEqualTo(script.exact());
        }
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream stream = MysqlBatteryTest.class.getResourceAsStream("/ddl/mysql-battery.sql")) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            for (String block : text.split("(?m)^-- @", -1)) {
                String[] head = block.split("[ \n]", 2);
                if (head[0].equals("exact") || head[0].equals("open")) {
                    String[] body = head[1].split("\n", 2);
                    for (TestMysql server : List.of(TestMysql.MYSQL, TestMysql.MARIADB)) {
                        if (isTaken(body[0], server)) {
                            cases.add(new Case(body[0], server, head[0].equals("exact"), body[1]));
                        }
                    }
                }
            }
        }
        return cases;
    }

    /** Whether the server takes the script: {@code (mysql)} and {@code (mariadb)} say that only one does. */
    private static boolean isTaken(String name, TestMysql server) {
        return !name.endsWith(")") || name.endsWith("(" + server.name().toLowerCase(Locale.ROOT) + ")");
    }

    /** A script, and whether nothing of it may be left open. */
    record Case(String name, TestMysql server, boolean exact, String sql) {

        @Override
        public String toString() {
            return name + " on " + server;
        }
    }
}
