package dev.schemaguard.database.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.JDBCType;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardDialectTest {

    @Test
    void foldsNamesAsTheDriverTells() throws SQLException {
        Dialect dialect = h2();

        assertThat(dialect.name()).isEqualTo("h2");
        assertThat(dialect.identifier("posts")).isEqualTo("POSTS");
        assertThat(dialect.identifier("\"posts\"")).isEqualTo("posts");
        assertThat(dialect.objectName("app.\"My Posts\"")).isEqualTo(ObjectName.of("APP", "My Posts"));
        assertThat(dialect.quote("POSTS")).isEqualTo("POSTS");
        assertThat(dialect.quote("posts")).isEqualTo("\"posts\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHARACTER VARYING(255) | varchar(255)",
                "CHARACTER LARGE OBJECT | clob",
                "TIMESTAMP WITH TIME ZONE | timestamptz",
                "DOUBLE PRECISION | double",
                "DECIMAL(10,2) | numeric(10,2)"
            })
    void knowsTheStandardsNames(String one, String other) throws SQLException {
        assertThat(h2().type(one)).isEqualTo(h2().type(other));
        assertThat(h2().type(one)).isNotEqualTo(ColumnType.of("integer"));
    }

    @Test
    void saysOnlyWhatHoldsEverywhereOfWhatAMappingAsks() throws SQLException {
        Dialect standard = new StandardDialect("any", IdentifierCase.UPPER, "\"", false);

        Database database = new StandardDatabase(standard, JdbcMetadataCatalog.with(new StandardSequences()));

        assertThat(database.keeps(JDBCType.VARCHAR)).contains(ColumnType.of("varchar"));
        assertThat(database.keeps(JDBCType.BOOLEAN)).isEmpty();
        assertThat(database.keeps(JDBCType.VARBINARY)).isEmpty();
        assertThat(standard.knows(standard.type("varchar(20)"))).isTrue();
        assertThat(standard.knows(standard.type("varchar(20) array"))).isFalse();
        assertThat(standard.knows(standard.type("boolean"))).isFalse();
        assertThat(standard.namesEnums()).isFalse();
        assertThat(standard.hasSchemasInCatalogs()).isFalse();
        assertThat(standard.madeUpName("Posts")).isEqualTo("POSTS");
        assertThat(h2().hasSchemasInCatalogs()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql", "mariadb"})
    void writesNamesThatAreMadeUpAsIsTheCustom(String name) {
        Dialect dialect = new StandardDialect(name, IdentifierCase.KEPT, "`", false);

        assertThat(dialect.madeUpName("Posts")).isEqualTo("posts");
        assertThat(dialect.identifier("Posts")).isEqualTo("Posts");
    }

    private static Dialect h2() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            return Databases.behind(connection).dialect();
        }
    }
}
