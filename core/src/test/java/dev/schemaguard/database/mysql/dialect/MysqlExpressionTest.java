package dev.schemaguard.database.mysql.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.database.mysql.server.Product;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MysqlExpressionTest {

    /** What both servers take for a check, in the words of people. */
    private static final List<String> CONDITIONS = List.of(
            "not (a > 1)",
            "not a",
            "!a",
            "a > 1 and (b < 2 or t = 'x') and a < 10",
            "not (a > 1 and b < 2)",
            "a not in (1,2)",
            "a in (1)",
            "t not like 'a\\\\_%'",
            "t regexp '^[a-z]+$'",
            "t not regexp 'x'",
            "t rlike 'x'",
            "a not between 1 and 3",
            "a between 1 and 3 and b > 2",
            "a <=> b",
            "a is not null",
            "isnull(a)",
            "a is true",
            "a mod 2 = 0",
            "a div 2 = 1",
            "a & 1 = 1",
            "a xor b",
            "case when a = 1 then b when a = 2 then 3 else 4 end > 0",
            "case a when 1 then 2 end = 2",
            "d > date '2020-01-01'",
            "d + interval 1 day > '2020-01-01'",
            "date_add(d, interval 2 month) > '2020-01-01'",
            "date_sub(d, interval 2 month) > '2020-01-01'",
            "cast(t as unsigned) > 0",
            "cast(t as char(5)) = 'a'",
            "convert(t using utf8mb4) = 'a'",
            "convert(t, signed) = 1",
            "substr(t, 1, 2) = 'ab'",
            "substring(t from 2 for 3) = 'x'",
            "trim(t) <> ''",
            "trim(both 'x' from t) = ''",
            "t = \"it's\"",
            "t = 'a\\\\b\\n\"'",
            "a = -1",
            "a > 1.50",
            "a = 1e3",
            "t collate utf8mb4_bin = 'x'",
            "json_valid(j)",
            "t = 0x41",
            "extract(year from d) > 2000",
            "a && b",
            "if(a > 1, b, 2) = 2",
            "coalesce(a, b, 0) >= 0",
            "ifnull(a, 0) = 0",
            "length(t) > 0 and char_length(t) < 9",
            "~a > 0",
            "a - b - 1 > 0",
            "a - (b - 1) > 0",
            "a + b * 2 > 0",
            "(a + b) * 2 > 0",
            "locate('a', t) = 1",
            "position('a' in t) = 1",
            "t in ('a', 'b') or t is null",
            "binary t = 'a'",
            "a = true",
            "t like 'x' escape '|'",
            "upper(t) = t",
            "lcase(t) = 'x'",
            "a << 1 = 2",
            "not (a is null)",
            "a > 0 or not (b > 0)",
            "json_extract(j, '$.a') = 1",
            "j -> '$.a' = 1",
            "mod(a, 3) = 0",
            "t != 'é'",
            "ceil(a) = 1 and pow(a, 2) = 4",
            "not (t like 'x')",
            "not (a in (1,2))",
            "5 < a",
            "`a` > 0",
            "a > 0 and not json_valid(j)",
            "concat(t, 'x', 'y') <> 'z'",
            "year(d) > 2000",
            "length(trim(leading '0' from t)) > 0");

    /** What MySQL alone has, or prints in a way that is told from MariaDB's. */
    private static final List<String> NOT_ON_MARIADB = List.of("j -> '$.a' = 1");

    @Tag("databases")
    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void spellsWhatSomebodyWroteAsWhatTheServerPrints(TestMysql server) throws Exception {
        List<String> conditions = new ArrayList<>(CONDITIONS);
        if (server == TestMysql.MARIADB) {
            conditions.removeAll(NOT_ON_MARIADB);
        }
        StringBuilder table =
                new StringBuilder("create table e (id int primary key, a int, b int, t varchar(50), d date, j "
                        + (server == TestMysql.MARIADB ? "longtext" : "json"));
        for (int i = 0; i < conditions.size(); i++) {
            table.append(", constraint c")
                    .append(i)
                    .append(" check (")
                    .append(conditions.get(i))
                    .append(')');
        }
        MysqlDialect dialect = new MysqlDialect(server == TestMysql.MARIADB ? Product.MARIADB : Product.MYSQL);
        try (MysqlDatabase database = server.database(table.append(')').toString());
                Connection connection = database.direct().getConnection()) {
            Schema live = Databases.behind(connection)
                    .inspector()
                    .inspect(connection, InspectionScope.EVERYTHING)
                    .schema();
            Map<String, String> found = new LinkedHashMap<>();
            live.table(ObjectName.of("e"))
                    .orElseThrow()
                    .constraints(Constraint.Check.class)
                    .forEach(check -> found.put(check.name(), check.expression()));
            Map<String, String> written = new LinkedHashMap<>();
            for (int i = 0; i < conditions.size(); i++) {
                written.put("c" + i, dialect.expression(conditions.get(i)).text());
            }

            assertThat(found).containsExactlyInAnyOrderEntriesOf(written);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "now(6)|current_timestamp(6)",
                "CURRENT_TIMESTAMP|current_timestamp",
                "current_timestamp()|current_timestamp",
                "localtime(0)|current_timestamp",
                "curdate()|current_date",
                "'anon'|'anon'",
                "\"anon\"|'anon'",
                "_utf8mb4'anon'|'anon'",
                "N'anon'|'anon'",
                "'a' 'b'|'ab'",
                "'5'|5",
                "1.50|1.5",
                "'0.00'|0",
                "true|1",
                "b'101'|5",
                "X'4142'|'AB'",
                "0x00ff|0x00ff",
                "-1|-1",
                "(uuid())|uuid()",
                "UUID()|uuid()"
            })
    void spellsDefaultsInOneWay(String written, String spelled) {
        assertThat(new MysqlDialect(Product.MYSQL).columnDefault(written)).hasFieldOrPropertyWithValue("text", spelled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a, b) in ((1, 2))",
                "match (t) against ('x')",
                "a > (select 1)",
                "a ? 1",
                "a member of (j)",
                "a || b",
                "'x",
                "a)",
                ""
            })
    void doesNotCompareWhatItDoesNotUnderstand(String written) {
        MysqlDialect dialect = new MysqlDialect(Product.MYSQL);

        assertThat(dialect.understands(written)).isFalse();
        assertThat(dialect.columnDefault(written)).hasFieldOrPropertyWithValue("compared", false);
    }

    @Test
    void endsWhereSomebodyNestsTooDeep() {
        assertThat(new MysqlDialect(Product.MYSQL).understands("(".repeat(5_000) + "1" + ")".repeat(5_000)))
                .isFalse();
    }
}
