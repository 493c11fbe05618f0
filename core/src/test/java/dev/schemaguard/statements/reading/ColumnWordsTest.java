package dev.schemaguard.statements.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.model.Schema;
import dev.schemaguard.statements.StatementUse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteDataSource;

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

    /** Else a statement that works would be said to break, for the table lacks that column. */
    @Test
    void noWordThatAServerHasAValueForIsTakenForAColumn() throws SQLException {
        assertThat(takenForColumns(TestPostgres.freshDatabase())).isEmpty();
        assertThat(takenForColumns(h2())).isEmpty();
        SQLiteDataSource sqlite = new SQLiteDataSource();
        sqlite.setUrl("jdbc:sqlite::memory:");
        assertThat(takenForColumns(sqlite)).isEmpty();
    }

    @Tag("databases")
    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void noWordThatMysqlHasAValueForIsTakenForAColumn(TestMysql server) throws SQLException {
        try (MysqlDatabase database = server.database()) {
            assertThat(takenForColumns(database.direct())).isEmpty();
        }
    }

    private static List<String> takenForColumns(DataSource server) throws SQLException {
        List<String> taken = new ArrayList<>();
        int values = 0;
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table notes (id integer)");
            StatementReader reader = reader(Databases.behind(connection));
            for (String word : candidates()) {
                String sql = "select " + word + " from notes";
                // What is not understood states nothing.
                if (isTaken(statement, sql) && reader.read(sql) instanceof Reading.Understood understood) {
                    values++;
                    StatementUse use = understood.use();
                    if (!use.open().isEmpty() || use.accesses().stream().anyMatch(access -> access.names(word))) {
                        taken.add(sql);
                    }
                }
            }
        }
        assertThat(values).isGreaterThan(5);
        return taken;
    }

    private static StatementReader reader(Database database) {
        Schema schema = Schema.builder()
                .table("notes", table -> table.allColumns().column("id", "integer"))
                .build();
        return StatementReader.of(
                database.dialect(), database.ddl(), database.dialect().spell(schema));
    }

    private static boolean isTaken(Statement statement, String sql) {
        try {
            statement.executeQuery(sql).close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** What any of them may have a value for, besides names of columns: the keywords of one, and what others have. */
    private static List<String> candidates() throws SQLException {
        List<String> words = new ArrayList<>(
                keywords("select word from pg_get_keywords() where word not in ('distinct', 'all', 'straight_join')"));
        words.addAll(List.of(
                "ctid", "xmin", "xmax", "cmin", "cmax", "tableoid", "oid", "rowid", "_rowid_", "rownum", "sysdate"));
        words.addAll(List.of("systimestamp", "today", "utc_date", "utc_time", "utc_timestamp", "current_path", "user"));
        return words;
    }

    private static DataSource h2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:column-words");
        return database;
    }

    /** All that this server takes for a column without quotes, and what projects call theirs. */
    private static List<String> words() throws SQLException {
        List<String> words = new ArrayList<>(
                Stream.of("id2", "status", "payload", "created_at", "amount", "email", "title", "code", "slug", "score")
                        .toList());
        words.addAll(keywords("select word from pg_get_keywords() where catcode in ('U', 'C')"));
        return words;
    }

    private static List<String> keywords(String sql) throws SQLException {
        List<String> words = new ArrayList<>();
        try (Connection connection = TestPostgres.freshDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet keywords = statement.executeQuery(sql)) {
            while (keywords.next()) {
                words.add(keywords.getString(1));
            }
        }
        return words;
    }
}
