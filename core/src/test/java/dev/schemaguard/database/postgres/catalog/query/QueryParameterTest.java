package dev.schemaguard.database.postgres.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.postgres.catalog.query.PostgresQuery.Parameter;
import dev.schemaguard.embedded.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryParameterTest {

    @Test
    void theServerReadsEachNameAsItIs() throws SQLException {
        List<String> names = List.of(
                "posts",
                "",
                "NULL",
                "a,b",
                "{a}",
                "\"quoted\"",
                "back\\slash",
                "\\\"",
                "'; drop table posts; --",
                "two\nlines",
                " around ",
                "größe😀");

        assertThat(readBack("text", Parameter.names(names))).isEqualTo(names);
        assertThat(readBack("text", Parameter.names(List.of()))).isEmpty();
    }

    @Test
    void theServerReadsEachNumber() throws SQLException {
        assertThat(readBack("oid", Parameter.numbers(List.of(0L, 4294967295L)))).containsExactly("0", "4294967295");
        assertThat(readBack("int4", Parameter.numbers(List.of(-1)))).containsExactly("-1");
        assertThat(readBack("oid", Parameter.numbers(List.of()))).isEmpty();
    }

    private static List<String> readBack(String type, Parameter parameter) throws SQLException {
        String sql = "select e::text from unnest(?::" + type + "[]) with ordinality as a(e, n) order by n";
        try (Connection connection = DriverManager.getConnection(TestPostgres.url(TestPostgres.freshDatabaseName()));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            parameter.bind(statement, 1);
            List<String> read = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    read.add(rows.getString(1));
                }
            }
            return read;
        }
    }
}
