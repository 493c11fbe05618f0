package dev.schemaguard.database.postgres.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.database.Databases;
import dev.schemaguard.drift.ColumnDrift;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.migrations.DdlSource;
import dev.schemaguard.source.snapshot.SnapshotJson;
import dev.schemaguard.source.snapshot.SnapshotSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which columns of views are known, and what a report says of the others. */
class ViewTest {

    private static final String VIEWS = """
            create table t(id int, a varchar(9));
            create table u(id int, b numeric(8,2));

            create view every as select * from t join u using (id);
            create view called as select *
              from generate_series(1, 3) g;
            """;

    @Test
    void knowsTheTypesOfColumnsThatAViewShows() {
        assertThat(described(table("every"))).containsExactly("id integer", "a varchar(9)", "b numeric(8,2)");
        assertThat(described(table("""
                create view v as select x.a, x.id::bigint as big, cast(b as numeric(5,1)) as less, a || 'x' as more, y.*
                  from t x, (select id as uid, b from u) y;
                """, "v")))
                .containsExactly(
                        "a varchar(9)", "big bigint", "less numeric(5,1)", "more ?", "uid integer", "b numeric(8,2)");
    }

    @Test
    void namesTheViewsWhoseColumnsAreNotKnown() {
        Schema schema = source(VIEWS).load(Databases.assumed());

        assertThat(schema.tables().stream()
                        .filter(table -> table.notKnown().contains(Family.COLUMNS))
                        .map(table -> table.name() + " " + table.origin()))
                .containsExactly("called V3__views.sql:5");
        assertThat(schema.gaps()).isEmpty();
    }

    @Test
    void listsWhatIsNotKnownAndConformsAllTheSame() throws SQLException {
        DriftReport report = checked(source(VIEWS), VIEWS);

        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(report.toJson().replaceAll("\\s+", ""))
                .contains("\"notKnown\":[{\"object\":\"public.called\",\"what\":\"columns\","
                        + "\"origin\":\"V3__views.sql:5\"}]");
        assertThat(report.toText())
                .contains("Checked 4 of 4 tables, 7 columns (what columns 1 view should have is not known), as role");
    }

    @Test
    void keepsWhatIsNotKnownInASnapshot() throws SQLException {
        Schema schema = source(VIEWS).load(Databases.assumed());
        SchemaSource snapshot = SnapshotSource.of(SourceText.text(
                "schema.json", SnapshotJson.toText(schema, Databases.assumed().dialect())));

        assertThat(SnapshotJson.toText(
                        snapshot.load(Databases.assumed()), Databases.assumed().dialect()))
                .isEqualTo(SnapshotJson.toText(schema, Databases.assumed().dialect()))
                .contains("\"notKnown\"");
        assertThat(checked(snapshot, VIEWS).coverage().notKnown())
                .singleElement()
                .satisfies(unknown -> assertThat(unknown.origin()).hasToString("V3__views.sql:5"));
    }

    @Test
    void findsAColumnThatAViewLostThoughItWasNeverWrittenDown() throws SQLException {
        DriftReport report = checked(
                source(VIEWS), VIEWS + "drop view every; create view every as select t.* from t join u using (id);");

        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.drift())
                        .isInstanceOfSatisfying(
                                ColumnDrift.Missing.class,
                                missing -> assertThat(missing.name()).isEqualTo("b")));
    }

    @Test
    void missesNothingInAnotherReleaseWhoseViewIsNotKnown() {
        String before = "create table t(id int); create view v as select id, 'x'::text as a from t;";
        SchemaSource open =
                source("create table t(id int); create view v as select f.*, t.id from t, json_each('{}') f;");
        DriftReport report = SchemaGuard.expecting(source(before)).build().check(open, Databases.assumed());

        assertThat(report.findings()).isEmpty();
        assertThat(report.coverage().notKnown()).hasSize(1);
    }

    @Test
    void neverLooksLikeFullCoverageWhenTablesWereForgotten() throws SQLException {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < 143; i++) {
            script.append("create table early").append(i).append("(id int);\n");
        }
        script.append("do $$ begin execute current_setting('some.text'); end $$;\n");
        for (int i = 0; i < 4; i++) {
            script.append("create table late").append(i).append("(id int);\n");
        }
        DriftReport report =
                checked(source(script.toString()), script.toString().replaceAll("do .*;\n", ""));

        assertThat(report.verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(report.toText()).contains("Checked 4 of 147 tables; 143 could not be followed, 4 columns");
        assertThat(report.coverage().tablesNotFollowed()).isEqualTo(143);
    }

    private static DriftReport checked(SchemaSource expected, String live) throws SQLException {
        try (Connection connection = TestPostgres.freshDatabase().getConnection();
                Statement sent = connection.createStatement()) {
            sent.execute(live);
            return SchemaGuard.expecting(expected).build().check(connection);
        }
    }

    private static SchemaSource source(String script) {
        return DdlSource.of(SourceText.text("V3__views.sql", script));
    }

    private static Table table(String name) {
        return table("", name);
    }

    private static Table table(String more, String name) {
        return source(VIEWS + more).load(Databases.assumed()).table(name).orElseThrow();
    }

    private static List<String> described(Table table) {
        return Stream.of(table)
                .flatMap(view -> view.columns().stream())
                .map(ViewTest::described)
                .toList();
    }

    private static String described(Column column) {
        String type = column.type().toString();
        return column.name() + " " + (type.isEmpty() || type.contains("any") ? "?" : type);
    }
}
