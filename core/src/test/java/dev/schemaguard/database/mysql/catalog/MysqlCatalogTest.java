package dev.schemaguard.database.mysql.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.MysqlDriver;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("databases")
class MysqlCatalogTest {

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void readsTheSameByEitherDriver(TestMysql server) throws Exception {
        try (MysqlDatabase database = Everything.on(server)) {
            Schema one = read(database, MysqlDriver.CONNECTOR_J).schema();
            Schema other = read(database, MysqlDriver.MARIADB).schema();

            assertThat(one.tables()).isNotEmpty().containsExactlyElementsOf(other.tables());
            assertThat(one).isEqualTo(other);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void findsNothingInWhatItWasTakenFrom(TestMysql server) {
        try (MysqlDatabase database = Everything.on(server)) {
            for (MysqlDriver taken : MysqlDriver.values()) {
                for (MysqlDriver checked : MysqlDriver.values()) {
                    DriftReport report = SchemaGuard.expecting(SchemaSources.database(database.direct(taken)))
                            .build()
                            .check(database.direct(checked));

                    assertThat(report.findings()).isEmpty();
                    assertThat(report.verdict()).as(report.toText()).isEqualTo(Verdict.CONFORMS);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void spellsWhatTheOtherServerPrintsOtherwise(TestMysql server) throws Exception {
        try (MysqlDatabase database = Everything.on(server)) {
            Schema schema = read(database, server.driver()).schema();

            assertThat(defaults(table(schema, "defaults")))
                    .containsEntry("d_int", "5")
                    .containsEntry("d_dec", "1.5")
                    .containsEntry("d_text", "'anon'")
                    .containsEntry("d_quote", "'it''s'")
                    .containsEntry("d_bs", "'a\\b'")
                    .containsEntry("d_empty", "''")
                    .containsEntry("d_null", "none")
                    .containsEntry("d_nullt", "'NULL'")
                    .containsEntry("d_now", "current_timestamp")
                    .containsEntry("d_now6", "current_timestamp(6)")
                    .containsEntry("d_upd", "none")
                    .containsEntry("d_bool", "1")
                    .containsEntry("d_bit8", "5")
                    .containsEntry("d_enum", "'b'")
                    .containsEntry("d_enumnn", "'a'")
                    .containsEntry("d_date", "'2020-01-02'")
                    .containsEntry("d_expr", "uuid()")
                    .containsEntry("d_exprn", "(1 + 2)")
                    .containsEntry("d_dbl", "10000000000")
                    .containsEntry("d_bin", "'ab'")
                    .containsEntry("d_today", "current_date")
                    .containsEntry("d_uni", "'é'")
                    .containsEntry("d_cat", "concat('a', upper('é'))")
                    .containsEntry("d_word", "'current_timestamp'")
                    .containsEntry("d_num", "'007'");
            assertThat(column(schema, "defaults", "d_now6").onUpdate())
                    .hasToString(server == TestMysql.MYSQL ? "CURRENT_TIMESTAMP(6)" : "current_timestamp(6)");
            assertThat(column(schema, "computed", "s").generation().expression())
                    .isEqualTo("(a + (b * 2))");
            assertThat(column(schema, "computed", "fn").generation().expression())
                    .isEqualTo("concat(a, '-', lower('X'))");
            assertThat(table(schema, "checks")
                            .constraints(Constraint.Check.class)
                            .map(Constraint.Check::expression))
                    .containsExactlyInAnyOrder(
                            "(status = any (array['a', 'b', 'c']))",
                            "(n > 0)",
                            "((n < m) or (m is null))",
                            "(char_length(status) > 2)",
                            "((n >= 1) and (n <= 10))",
                            "((status like 'a%') and (status <> 'x'))",
                            "(status <> 'it''s \\ \"')");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void tellsKeysFromIndexes(TestMysql server) throws Exception {
        try (MysqlDatabase database = Everything.on(server)) {
            Schema schema = read(database, server.driver()).schema();

            assertThat(table(schema, "pkpre").primaryKey().orElseThrow().columns())
                    .containsExactly("t", "x");
            assertThat(indexes(table(schema, "pkpre"))).containsExactly("PRIMARY unique btree t(10), x");
            assertThat(indexes(table(schema, "idx")))
                    .containsExactly(
                            "ft fulltext full_t",
                            "k_desc btree x desc, y",
                            "k_pre btree t(20)",
                            "sp spatial g",
                            "u_pre unique btree u(10)");
            assertThat(table(schema, "idx")
                            .constraints(Constraint.UniqueKey.class)
                            .map(Constraint.UniqueKey::columns))
                    .containsExactly(List.of("x", "y"));
            assertThat(table(schema, "child")
                            .constraints(Constraint.ForeignKey.class)
                            .map(key -> key.name() + " " + key.onDelete() + " " + key.onUpdate()))
                    .containsExactly(
                            "fk_ab NO_ACTION NO_ACTION", "fk_code NO_ACTION NO_ACTION", "fk_p CASCADE SET_NULL");
            assertThat(indexes(table(schema, "own")))
                    .isEqualTo(
                            server == TestMysql.MYSQL
                                    ? List.of(
                                            "ke btree upper(b)",
                                            "kinv not used btree b",
                                            "mv btree cast(json_extract(j, '$.ids') as unsigned array)",
                                            "ue unique btree lower(a)")
                                    : List.of("kign not used btree a"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void tellsWhatTakesRows(TestMysql server) throws Exception {
        try (MysqlDatabase database = Everything.on(server)) {
            Schema schema = read(database, server.driver()).schema();

            assertThat(table(schema, "v_agg").kind()).isEqualTo(TableKind.VIEW);
            assertThat(table(schema, "v_agg").capabilities().insertable()).isEqualTo(Presence.ABSENT);
            assertThat(column(schema, "v_agg", "c").updatable()).isEqualTo(Presence.ABSENT);
            assertThat(table(schema, "v_simple").capabilities().insertable()).isEqualTo(Presence.UNSTATED);
            assertThat(table(schema, "parts").kind()).isEqualTo(TableKind.PARTITIONED_TABLE);
            assertThat(table(schema, "checks").capabilities().insertTrigger()).isEqualTo(Presence.PRESENT);
            assertThat(column(schema, "serials", "id").identity()).isEqualTo(Identity.BY_DEFAULT);
            if (server == TestMysql.MARIADB) {
                assertThat(schema.sequences())
                        .extracting(sequence -> sequence.name().name() + " by "
                                + sequence.increment().orElse(0))
                        .containsExactly("sq by 10");
                assertThat(column(schema, "own", "id").identity()).isEqualTo(Identity.SERIAL);
                assertThat(column(schema, "own", "id").columnDefault()).hasToString("nextval(`sq`)");
            }
        }
    }

    private static Table table(Schema schema, String name) {
        return schema.table(ObjectName.of(name)).orElseThrow();
    }

    private static Column column(Schema schema, String table, String name) {
        return table(schema, table).column(name).orElseThrow();
    }

    private static Map<String, String> defaults(Table table) {
        return table.columns().stream()
                .collect(Collectors.toMap(
                        Column::name,
                        column -> column.columnDefault() instanceof ColumnDefault.Expression expression
                                ? expression.text()
                                : "none"));
    }

    private static List<String> indexes(Table table) {
        return table.indexes().stream()
                .map(index -> index.name() + (index.unique() ? " unique" : "") + (index.valid() ? " " : " not used ")
                        + index.method() + " "
                        + index.parts().stream()
                                .map(part -> part.text() + (part.descending() ? " desc" : ""))
                                .collect(Collectors.joining(", ")))
                .toList();
    }

    private static LiveSchema read(MysqlDatabase database, MysqlDriver driver)
            throws SQLException, InspectionException {
        try (Connection connection = database.direct(driver).getConnection()) {
            return Databases.behind(connection).inspector().inspect(connection, InspectionScope.EVERYTHING);
        }
    }
}
