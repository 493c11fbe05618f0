package dev.schemaguard.database.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.TestPostgres;
import dev.schemaguard.database.Databases;
import dev.schemaguard.model.ColumnType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TypeOidsTest {

    private static final Map<String, List<String>> MODIFIERS = new LinkedHashMap<>();

    static {
        MODIFIERS.put("varchar", List.of("(1)", "(255)", "(10485760)"));
        MODIFIERS.put("bpchar", List.of("(1)", "(36)"));
        MODIFIERS.put("bit", List.of("(1)", "(64)"));
        MODIFIERS.put("varbit", List.of("(8)"));
        MODIFIERS.put("numeric", List.of("(1)", "(10,2)", "(38,10)", "(1000,1000)", "(12,0)"));
        for (String type : List.of("time", "timetz", "timestamp", "timestamptz")) {
            MODIFIERS.put(type, List.of("(0)", "(3)", "(6)"));
        }
        List<String> intervals = new ArrayList<>(List.of("(0)", "(3)", "(6)"));
        for (String fields : List.of(
                "year",
                "month",
                "day",
                "hour",
                "minute",
                "second",
                "year to month",
                "day to hour",
                "day to minute",
                "day to second",
                "hour to minute",
                "hour to second",
                "minute to second",
                "second(3)",
                "day to second(2)",
                "hour to second(0)",
                "minute to second(6)")) {
            intervals.add(" " + fields);
        }
        MODIFIERS.put("interval", intervals);
    }

    @Test
    void spellsEveryTypeOfTheServerAsTheServerDoes() throws SQLException {
        List<String> types = columnTypes("""
                select format_type(t.oid, null) from pg_catalog.pg_type t
                where t.oid < 10000 and t.typtype in ('b', 'r', 'm') and t.typname <> 'unknown'
                  and (t.typcategory <> 'A' or t.typelem <> 0) and t.typrelid = 0 and t.typname !~ '^_?(pg_.*|record|cstring)$'""");
        // Without a modifier only their internal names mean the types that have no length.
        types.addAll(List.of("bpchar", "\"bit\"", "bpchar[]", "\"bit\"[]", "pg_lsn", "pg_snapshot", "pg_lsn[]"));
        MODIFIERS.forEach((type, modifiers) -> modifiers.forEach(modifier -> {
            types.add(type + modifier);
            types.add(type + modifier + "[]");
        }));

        assertThat(types).hasSizeGreaterThan(200);
        assertSpelledLikeFormatType(types);
    }

    @Test
    void knowsNegativeScales() throws SQLException {
        List<String> types = new ArrayList<>(List.of("numeric(3,-2)", "numeric(2,5)", "numeric(2,-1000)[]"));
        if (majorVersion() >= 15) {
            assertSpelledLikeFormatType(types);
        }
    }

    /** A table with a column of each type is read, and each type compared with the dialect's spelling of format_type. */
    private static void assertSpelledLikeFormatType(List<String> types) throws SQLException {
        DataSource database = TestPostgres.freshDatabase();
        StringBuilder sql = new StringBuilder("create table every_type (");
        for (int i = 0; i < types.size(); i++) {
            sql.append(i == 0 ? "" : ", ").append("c").append(i).append(' ').append(types.get(i));
        }
        TestPostgres.execute(database, sql.append(')').toString());
        Map<String, ColumnType> read = new LinkedHashMap<>();
        Inspecting.table(Inspecting.everything(database), "every_type")
                .columns()
                .forEach(column -> read.put(column.name(), column.type()));
        Map<String, ColumnType> printed = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select attname, atttypid, atttypmod, format_type(atttypid, atttypmod) from pg_attribute
                        where attrelid = 'every_type'::regclass and attnum > 0 order by attnum""")) {
            while (rows.next()) {
                String text = rows.getString(4);
                printed.put(rows.getString(1), Databases.assumed().dialect().type(text));
                assertThat(TypeOids.format(rows.getLong(2), rows.getInt(3)))
                        .as("the text for %s", text)
                        .isEqualTo(text);
            }
        }
        assertThat(read).isEqualTo(printed);
    }

    @Test
    void knowsEveryNumberThatTheServerReserves() throws SQLException {
        List<String> unknown = new ArrayList<>();
        try (Connection connection = TestPostgres.freshDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select oid, typname from pg_type
                        where oid < 10000 and typtype in ('b', 'r', 'm') and typname not in ('unknown', '_record', '_cstring')
                          and typelem not in (select oid from pg_type where typtype = 'c')""")) {
            while (rows.next()) {
                if (!TypeOids.contains(rows.getLong(1))) {
                    unknown.add(rows.getString(2));
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static int majorVersion() throws SQLException {
        try (Connection connection = TestPostgres.freshDatabase().getConnection()) {
            return connection.getMetaData().getDatabaseMajorVersion();
        }
    }

    private static List<String> columnTypes(String query) throws SQLException {
        List<String> types = new ArrayList<>();
        try (Connection connection = TestPostgres.freshDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                types.add(rows.getString(1));
            }
        }
        return types;
    }
}
