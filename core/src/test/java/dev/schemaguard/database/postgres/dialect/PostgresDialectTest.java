package dev.schemaguard.database.postgres.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresDialectTest {

    private static final DataSource DATABASE = TestPostgres.freshDatabase();

    private final Dialect dialect = Databases.assumed().dialect();

    @Test
    void knowsItsTypesAndWhichOfThemKeepsAValue() {
        assertThat(dialect.knows(dialect.type("text[]"))).isTrue();
        assertThat(Databases.assumed().keeps(JDBCType.VARBINARY)).contains(dialect.type("bytea"));
        assertThat(Databases.assumed().keeps(JDBCType.TIMESTAMP_WITH_TIMEZONE)).contains(dialect.type("timestamptz"));
        assertThat(Databases.assumed().keeps(JDBCType.BIGINT)).contains(dialect.type("bigint"));
        assertThat(Databases.assumed().keeps(JDBCType.TIME)).isEmpty();
    }

    @Test
    void isForeseenByItsUrlOrWhereThatIsNotKnownByItsDriver() {
        ClassLoader here = getClass().getClassLoader();
        ClassLoader nothing = ClassLoader.getPlatformClassLoader();

        assertThat(Databases.foreseen("jdbc:postgresql://db/app", nothing))
                .map(Database::dialect)
                .containsSame(dialect);
        assertThat(Databases.foreseen("", here)).map(Database::dialect).containsSame(dialect);
        assertThat(Databases.foreseen("jdbc:h2:mem:", here)).isEmpty();
        assertThat(Databases.foreseen("", nothing)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Posts",
                "\"Posts\"",
                "\"with \"\"quotes\"\"\"",
                "ÄRGER",
                "\"ÄRGER\"",
                "a_name_that_is_much_longer_than_the_sixty_three_bytes_that_the_server_keeps_of_it",
                "\"ein_Name_mit_vielen_Umlauten_äöüäöüäöüäöüäöüäöüäöüäöüäöüäöü_und_mehr\"",
                "dollar$name"
            })
    void foldsAndCutsNamesAsTheServerDoes(String written) throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table folded (" + written + " int)");
            try (ResultSet columns = statement.executeQuery(
                    "select attname from pg_attribute where attrelid = 'folded'::regclass and attnum = 1")) {
                columns.next();
                assertThat(dialect.identifier(written)).isEqualTo(columns.getString(1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"posts", "Posts", "user", "order", "select", "a b", "a\"b", "1st", "ärger", "x$y"})
    void quotesNamesSoThatTheServerReadsThemBack(String name) throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                PreparedStatement query = connection.prepareStatement("select 1 as " + dialect.quote(name));
                ResultSet result = query.executeQuery()) {
            assertThat(result.getMetaData().getColumnLabel(1)).isEqualTo(name);
        }
    }

    @Test
    void readsQualifiedNamesPartByPart() {
        assertThat(dialect.objectName("App.\"Po.sts\"")).isEqualTo(ObjectName.of("app", "Po.sts"));
    }

    @Test
    void spellsAContractWrittenByHand() {
        Schema contract = Schema.builder()
                .table(
                        "App.Posts",
                        t -> t.column("ID", "INT8", c -> c.notNull().columnDefault("'7'::int8"))
                                .primaryKey("Id"))
                .build();

        Table posts =
                dialect.spell(contract).table(ObjectName.of("app", "posts")).orElseThrow();

        assertThat(posts.column("id").orElseThrow().type()).isEqualTo(ColumnType.of("bigint"));
        assertThat(posts.column("id").orElseThrow().columnDefault()).hasToString("7");
        assertThat(posts.primaryKey().orElseThrow().columns()).containsExactly("id");
    }
}
