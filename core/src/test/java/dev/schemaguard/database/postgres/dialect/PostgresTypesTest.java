package dev.schemaguard.database.postgres.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.database.Databases;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresTypesTest {

    private static final DataSource DATABASE =
            TestPostgres.freshDatabase("create schema app", "create type app.\"My Mood\" as enum ('good')");

    private final Dialect dialect = Databases.assumed().dialect();

    /** Each text is a type that the server knows; the server itself says how it calls it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "int",
                "int4",
                "integer",
                "int2",
                "smallint",
                "int8",
                "bigint",
                "bool",
                "boolean",
                "float4",
                "real",
                "float8",
                "float",
                "float(1)",
                "float(24)",
                "float(25)",
                "float(53)",
                "double precision",
                "decimal",
                "dec",
                "dec(7)",
                "numeric",
                "numeric(10)",
                "numeric(10,2)",
                "numeric ( 10 , 2 )",
                "varchar",
                "varchar(20)",
                "VARCHAR (20)",
                "character varying(20)",
                "char varying(20)",
                "national character varying(20)",
                "nchar varying(20)",
                "char",
                "char(3)",
                "character",
                "character(3)",
                "nchar",
                "nchar(3)",
                "national char(3)",
                "bpchar",
                "\"char\"",
                "name",
                "text",
                "TEXT",
                "bytea",
                "bit",
                "bit(5)",
                "bit varying",
                "bit varying(5)",
                "varbit(5)",
                "date",
                "time",
                "time(3)",
                "time without time zone",
                "time(3) without time zone",
                "time with time zone",
                "time (3) with time zone",
                "timetz",
                "timetz(3)",
                "timestamp",
                "timestamp(0)",
                "timestamp(6)",
                "timestamp without time zone",
                "timestamp (3) with time zone",
                "timestamptz",
                "timestamptz(3)",
                "timestamptz(6)",
                "interval",
                "interval(3)",
                "interval year",
                "interval day to second",
                "interval day to second(3)",
                "uuid",
                "json",
                "jsonb",
                "xml",
                "inet",
                "cidr",
                "macaddr",
                "macaddr8",
                "money",
                "oid",
                "tsvector",
                "tsquery",
                "point",
                "int4range",
                "tstzrange",
                "text[]",
                "text [ ]",
                "integer[3][3]",
                "integer array",
                "integer array[4]",
                "varchar(20)[]",
                "numeric(10,2)[]",
                "timestamp(3) with time zone[]",
                "_text",
                "_int4",
                "pg_catalog.int4",
                "pg_catalog.varchar(20)",
                "\"varchar\"(20)",
                "pg_catalog.\"char\"",
                "app.\"My Mood\"",
                "app.\"My Mood\"[]",
            })
    void spellsTypesAsTheServerDoes(String written) throws SQLException {
        assertThat(dialect.type(written)).isEqualTo(dialect.type(formattedByTheServer(written)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer | bigint",
                "varchar(20) | varchar(21)",
                "varchar(20) | varchar",
                "varchar(20) | char(20)",
                "char | \"char\"",
                "bpchar | char",
                "text | text[]",
                "timestamp | timestamptz",
                "timestamp(3) | timestamp",
                "numeric(10,2) | numeric(10,3)",
                "interval day | interval",
                "app.mood | mood",
                "\"Mood\" | mood"
            })
    void tellsNeighboursApart(String one, String other) {
        assertThat(dialect.type(one)).isNotEqualTo(dialect.type(other));
    }

    @Test
    void keepsTheArgumentsOfAnExtensionsType() {
        assertThat(dialect.type("public.geometry(Point, 4326)"))
                .isEqualTo(new ColumnType.Named(
                        ObjectName.of("public", "geometry"),
                        new ColumnType.Modifier.Of(java.util.List.of("Point", "4326")),
                        false));
    }

    @Test
    void refusesATypeWithoutAName() {
        assertThatThrownBy(() -> dialect.type(" (3)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no name");
    }

    private static String formattedByTheServer(String written) throws SQLException {
        TestPostgres.execute(DATABASE, "drop table if exists spelled", "create table spelled (it " + written + ")");
        try (Connection connection = DATABASE.getConnection();
                PreparedStatement query = connection.prepareStatement("select format_type(atttypid, atttypmod)"
                        + " from pg_attribute where attrelid = 'spelled'::regclass and attnum = 1");
                ResultSet result = query.executeQuery()) {
            result.next();
            return result.getString(1);
        }
    }
}
