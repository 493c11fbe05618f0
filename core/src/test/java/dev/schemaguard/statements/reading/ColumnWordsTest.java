package dev.schemaguard.statements.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.model.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A word that the parser takes for something else is never lost in silence where the server takes it for a column. */
class ColumnWordsTest {

    private static final List<String> FORMS = List.of(
            "select %s from notes where id = ?",
            "select n.%s from notes n",
            "select id from notes where %s = ?",
            "select id from notes where %s in (?, ?) order by 1",
            "select id from notes where lower(%s) = ?",
            "select max(%s) from notes group by id",
            "select id from notes order by %s",
            "insert into notes (id, %s) values (?, ?)",
            "update notes set %s = ? where id = ?",
            "delete from notes where %s like ?");

    @Test
    void everyWordThatNamesAColumnIsFoundOrTheStatementIsNotUnderstood() throws SQLException {
        Database database = Databases.assumed();
        List<String> lost = new ArrayList<>();
        int found = 0;
        List<String> words = words();
        for (String word : words) {
            Schema schema = Schema.builder()
                    .table("notes", table -> table.column("id", "bigint").column('"' + word + '"', "text"))
                    .build();
            StatementReader reader = new StatementReader(
                    database.dialect(),
                    database.ddl().habits().lexicalRules(),
                    database.dialect().spell(schema));
            for (String form : FORMS) {
                String sql = form.formatted(word);
                if (reader.read(sql) instanceof Reading.Understood understood) {
                    if (understood.use().accesses().stream().anyMatch(access -> access.names(word))) {
                        found++;
                    } else {
                        lost.add(sql);
                    }
                }
            }
        }

        assertThat(lost).isEmpty();
        assertThat(found).isGreaterThan(words.size() * FORMS.size() * 9 / 10);
    }

    /** All that this server takes for a column without quotes, and what projects call theirs. */
    private static List<String> words() throws SQLException {
        List<String> words = new ArrayList<>(
                Stream.of("id2", "status", "payload", "created_at", "amount", "email", "title", "code", "slug", "score")
                        .toList());
        try (Connection connection = TestPostgres.freshDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet keywords =
                        statement.executeQuery("select word from pg_get_keywords() where catcode in ('U', 'C')")) {
            while (keywords.next()) {
                words.add(keywords.getString(1));
            }
        }
        return words;
    }
}
