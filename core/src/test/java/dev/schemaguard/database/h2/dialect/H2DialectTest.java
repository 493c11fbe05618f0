package dev.schemaguard.database.h2.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class H2DialectTest {

    private static Dialect dialect(String settings) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:" + settings)) {
            return Databases.behind(connection).dialect();
        }
    }

    private static Table made(String columns) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (" + columns + ")");
            Database database = Databases.behind(connection);
            return database.inspector()
                    .inspect(connection, InspectionScope.EVERYTHING)
                    .schema()
                    .table(ObjectName.of("T"))
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', POSTS",
        "';DATABASE_TO_LOWER=TRUE', posts",
        "';DATABASE_TO_UPPER=FALSE', Posts",
        "';MODE=MySQL', POSTS",
        "';MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE', posts"
    })
    void foldsNamesAsTheSettingsOfTheUrlSay(String settings, String folded) throws SQLException {
        Dialect dialect = dialect(settings);

        assertThat(dialect.identifier("Posts")).isEqualTo(folded);
        assertThat(dialect.identifier("`Posts`")).isEqualTo(folded);
        assertThat(dialect.identifier("\"Posts\"")).isEqualTo("Posts");
        assertThat(dialect.quote(folded)).isEqualTo(folded);
        assertThat(dialect.name()).isEqualTo("h2");
    }

    @Test
    void quotesWhatWouldMeanSomethingElse() throws SQLException {
        assertThat(dialect("").quote("Mixed")).isEqualTo("\"Mixed\"");
        assertThat(dialect("").quote("USER")).isEqualTo("\"USER\"");
        assertThat(dialect("").quote("SAY\"HI")).isEqualTo("\"SAY\"\"HI\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "varchar",
                "varchar(20)",
                "varchar(20 characters)",
                "character varying(9)",
                "nvarchar(7)",
                "longvarchar",
                "varchar_casesensitive(3)",
                "char",
                "char(3)",
                "nchar(4)",
                "varchar_ignorecase(5)",
                "clob",
                "nclob(100)",
                "character large object",
                "binary",
                "binary(3)",
                "varbinary(5)",
                "bytea",
                "raw(9)",
                "blob",
                "image",
                "boolean",
                "bit",
                "bool",
                "tinyint",
                "smallint",
                "int2",
                "int",
                "int4",
                "mediumint",
                "signed",
                "integer",
                "bigint",
                "int8",
                "decimal",
                "numeric(5)",
                "dec(5,2)",
                "decfloat",
                "decfloat(5)",
                "real",
                "float4",
                "float",
                "float(24)",
                "float(25)",
                "double",
                "float8",
                "double precision",
                "date",
                "time",
                "time(0)",
                "time(3)",
                "time(3) with time zone",
                "time without time zone",
                "timestamp",
                "timestamp(6)",
                "timestamp(0)",
                "timestamp with time zone",
                "timestamp(9) with time zone",
                "uuid",
                "json",
                "java_object",
                "object",
                "geometry",
                "geometry(point)",
                "interval day",
                "interval day to second",
                "interval year to month",
                "int array",
                "varchar(9) array[3]",
                "timestamp(3) array"
            })
    void spellsATypeAsTheDatabaseTellsIt(String written) throws Exception {
        ColumnType live = made("c " + written).columns().get(0).type();

        assertThat(dialect("").type(written)).isEqualTo(live);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a > 0", "a >= -1", "a between 1 and 5", "b in ('x', 'y')", "b = 'x' or b = 'y'", "b in ('x')",
                "b <> 'x'", "b != 'x'", "a is null or a > 0", "b is not null", "a > 3 and a < 9", "c > 0.5",
                "a < 9 and (c > 1 or b is null)", "b like 'a%'", "d = 'x' and a > 1 and c < 4", "\"quoted Name\" > 3"
            })
    void spellsAPlainConditionAsTheDatabasePrintsIt(String condition) throws Exception {
        Table table = made(
                "a int, b varchar(9), c decimal(5, 2), d varchar(5), \"quoted Name\" int, check (" + condition + ")");
        String printed = table.constraints(Constraint.Check.class)
                .findFirst()
                .orElseThrow()
                .expression();

        assertThat(dialect("").expression(condition).text()).isEqualTo(printed);
        assertThat(H2Conditions.isPlain(dialect("").expression(condition))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a > 1 + 1",
                "not (a = 3)",
                "length(b) > 3",
                "b = lower(b)",
                "a > d",
                "a = 1 and a = 2",
                "b = 'true'",
                "b > 'x'",
                "a = 1 or a in (2, 3) or c > 2",
                "a % 2 = 0",
                "b like 'abc'"
            })
    void leavesOpenWhatTheDatabaseRewrites(String condition) throws SQLException {
        assertThat(H2Conditions.isPlain(dialect("").expression(condition))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "int, 5",
        "int, -5",
        "varchar(9), '''x'''",
        "boolean, true",
        "timestamp, now()",
        "timestamp, current_timestamp",
        "timestamp, localtimestamp",
        "date, current_date",
        "uuid, random_uuid()",
        "uuid, uuid()",
        "varchar(9), null"
    })
    void spellsADefaultAsTheDatabasePrintsIt(String type, String written) throws Exception {
        Column live = made("c " + type + " default " + written).columns().get(0);

        assertThat(dialect("").columnDefault(written))
                .hasToString(dialect("").columnDefault(written).toString());
        assertThat(text(dialect("").columnDefault(written))).isEqualTo(text(live.columnDefault()));
    }

    private static String text(dev.schemaguard.model.ColumnDefault value) {
        return value instanceof dev.schemaguard.model.ColumnDefault.Expression expression
                ? expression.text()
                : value.toString();
    }
}
