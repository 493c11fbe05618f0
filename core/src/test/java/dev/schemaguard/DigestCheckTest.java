package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.approval.TakenSnapshot;
import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.report.DigestCoverage;
import dev.schemaguard.report.DigestCoverage.Reason;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.snapshot.SnapshotJson;
import dev.schemaguard.source.snapshot.SnapshotSource;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check costs that knows by digests what the server has to say, and when that is not enough. */
class DigestCheckTest {

    private static final String DIGEST_ONLY = "digested as materialized";

    private static DataSource database;
    private static String snapshot;
    private static String facts;

    @BeforeAll
    static void capture() throws Exception {
        String[] shop = {
            "create type %s.mood as enum ('sad', 'ok')",
            "create table %s.users (id bigserial primary key, mood %1$s.mood not null default 'ok')",
            "create table %s.posts (id bigint primary key, author bigint references %1$s.users)",
            "create sequence %s.ticket_seq increment 50"
        };
        database = TestPostgres.freshDatabase(
                "create schema shop", "create schema other", "create schema tenant", "create schema tenant_2");
        for (String schema : List.of("shop", "tenant", "tenant_2")) {
            for (String sql : shop) {
                TestPostgres.execute(database, sql.formatted(schema));
            }
        }
        try (Connection connection = database.getConnection()) {
            run(connection, "set search_path to shop");
            TakenSnapshot taken = TakenSnapshot.of(connection, InspectionScope.EVERYTHING);
            snapshot = taken.text();
            facts = taken.facts();
        }
    }

    @Test
    void asksOneStatementWhereNothingDiffers() throws SQLException {
        Looked looked = look(snapshot, InspectionScope.EVERYTHING, "set search_path to shop");

        assertThat(looked.asked()).singleElement().asString().contains(DIGEST_ONLY);
        assertThat(looked.report().unverified()).isEmpty();
        assertThat(looked.report().coverage().tablesChecked()).isEqualTo(2);
        assertThat(looked.report().coverage().columnsChecked()).isEqualTo(4);
        assertThat(looked.report().database().orElseThrow().schemas()).containsExactly("shop");
    }

    @Test
    void namesStandRelativeToTheSchemaSoThatTenantsAreTheSame() throws SQLException {
        assertThat(look(snapshot, InspectionScope.EVERYTHING, "set search_path to tenant")
                        .asked())
                .hasSize(1);
        assertThat(look(snapshot, InspectionScope.EVERYTHING.in(List.of("tenant")), "set search_path to shop")
                        .asked())
                .hasSize(1);
    }

    @Test
    void readsInFullWhereSomethingDiffers() throws SQLException {
        sameReport("set search_path to shop", "alter table users add extra text");
        sameReport("set search_path to shop", "alter table posts drop author");
        sameReport("set search_path to shop", "drop sequence ticket_seq");
        sameReport("set search_path to shop", "alter sequence ticket_seq increment 1");
        sameReport("set search_path to shop", "alter type mood rename value 'sad' to 'low'");
        sameReport(2, "set search_path to shop", "drop table posts");
        sameReport("set search_path to other");
    }

    @Test
    void readsInFullWhereTheRoleLacksSomething() throws SQLException {
        String role = TestPostgres.freshRole();
        String connected = "set role " + role;
        String usage = "grant usage on schema shop to " + role;
        String tables = "grant all on all tables in schema shop to " + role;
        String sequences = "grant usage on all sequences in schema shop to " + role;

        assertThat(look(
                                snapshot,
                                InspectionScope.EVERYTHING,
                                "set search_path to shop",
                                usage,
                                tables,
                                sequences,
                                connected)
                        .asked())
                .hasSize(1);
        sameReport("set search_path to shop", tables, sequences, connected);
        sameReport("set search_path to shop", usage, sequences, connected);
        sameReport("set search_path to shop", usage, tables, connected);
        sameReport(
                "set search_path to shop", usage, tables, sequences, "revoke delete on posts from " + role, connected);
    }

    @Test
    void readsInFullWhereAStrangerRefersToATable() throws SQLException {
        sameReport("set search_path to shop", "create table stranger (id bigint references users)");
    }

    @Test
    void readsInFullWhereAnotherObjectHidesOne() throws SQLException {
        sameReport("set search_path to other, shop", "create table other.users (id bigint)");
        sameReport("set search_path to other, shop", "create type other.mood as enum ('sad', 'ok')");
        sameReport("set search_path to shop", "create temporary table users (id bigint)");
    }

    @Test
    void readsInFullWhereTheQuestionFails() throws SQLException {
        SchemaGuard guard = SchemaGuard.expecting(named("schema.json", snapshot))
                .scope(InspectionScope.EVERYTHING.in(List.of("shop")))
                .build();
        for (boolean autoCommit : new boolean[] {true, false}) {
            DataSource failing = failing(autoCommit);

            assertThat(guard.check(failing).failed())
                    .as("autocommit " + autoCommit)
                    .isFalse();
        }
    }

    @Test
    void isUnverifiedWhereTheQuestionSpoiltTheTransactionOfACaller() throws SQLException {
        SchemaGuard guard =
                SchemaGuard.expecting(named("schema.json", snapshot)).build();
        try (Connection connection = failing(false).getConnection()) {
            assertThat(guard.check(connection).unverified())
                    .singleElement()
                    .satisfies(unknown -> assertThat(unknown.reason()).contains("sha257"));
        }
    }

    /** Each question about digests fails at the server. */
    private static DataSource failing(boolean autoCommit) {
        return proxy(DataSource.class, (method, arguments) -> {
            Connection real = database.getConnection();
            real.setAutoCommit(autoCommit);
            return proxy(Connection.class, (inner, values) -> {
                if (!inner.getName().equals("prepareStatement")) {
                    return inner.invoke(real, values);
                }
                return real.prepareStatement(((String) values[0]).replace("pg_catalog.sha256(", "pg_catalog.sha257("));
            });
        });
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader() == null ? DigestCheckTest.class.getClassLoader() : type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method, arguments)));
    }

    private interface Answer {

        Object to(Method method, Object[] arguments) throws Exception;
    }

    @Test
    void asksOnceForAllOfManySchemasWhereNothingDiffers() throws SQLException {
        InspectionScope scope = InspectionScope.EVERYTHING.in(List.of("ten*"));

        Looked shortWay = look(snapshot, scope);
        Looked longWay = look(facts, scope);

        assertThat(shortWay.asked()).hasSize(2).last().asString().contains(DIGEST_ONLY);
        assertThat(shortWay.report().targets()).hasSize(2);
        assertThat(withoutTimes(shortWay.report())).isEqualTo(withoutTimes(longWay.report()));
        assertThat(shortWay.report().coverage().byDigests()).isEqualTo(new DigestCoverage(4, Optional.empty()));
    }

    @Test
    void readsOfManySchemasOnlyThoseThatDiffer() throws SQLException {
        InspectionScope scope = InspectionScope.EVERYTHING.in(List.of("ten*"));
        for (String change : List.of(
                "alter table tenant_2.posts drop author",
                "drop table tenant_2.posts",
                "alter type tenant_2.mood rename value 'sad' to 'low'",
                "alter table tenant_2.users alter mood drop default, alter mood type tenant.mood using 'ok'",
                "drop sequence tenant_2.ticket_seq",
                "alter table tenant_2.posts drop constraint posts_author_fkey,"
                        + " add foreign key (author) references tenant.users",
                "create table shop.stranger (id bigint references tenant_2.users)")) {
            Looked shortWay = look(snapshot, scope, change);
            Looked longWay = look(facts, scope, change);

            assertThat(withoutTimes(shortWay.report())).as(change).isEqualTo(withoutTimes(longWay.report()));
            assertThat(shortWay.report().coverage().byDigests())
                    .as(change)
                    .isEqualTo(new DigestCoverage(2, Optional.of(Reason.MAY_DIFFER)));
            assertThat(shortWay.asked().size())
                    .as(change)
                    .isEqualTo(longWay.asked().size() + 1);
        }
    }

    @Test
    void readsOnlyTheTablesThatDiffer() throws SQLException {
        Questions questions = new Questions();
        DriftReport report;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            run(connection, "set search_path to shop", "alter table posts alter author set not null");
            report = SchemaGuard.expecting(named("schema.json", snapshot))
                    .build()
                    .check(questions.countedOn(connection));
            connection.rollback();
        }

        assertThat(questions.asked()).hasSize(2);
        assertThat(questions.named()).contains("posts").doesNotContain("users");
        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.id()).isEqualTo("not-null-added:posts.author"));
        assertThat(report.coverage().tablesChecked()).isEqualTo(2);
        assertThat(report.coverage().byDigests()).isEqualTo(new DigestCoverage(1, Optional.of(Reason.MAY_DIFFER)));
    }

    @Test
    void theReportSaysWhichWayTheCheckTook() throws SQLException {
        String onPath = "set search_path to shop";
        String changed = "alter table posts drop author";

        assertThat(text(snapshot, onPath)).contains("Checked 2 of 2 tables, 4 columns, by digests, as role");
        assertThat(text(snapshot, onPath, changed))
                .contains("Checked 2 of 2 tables, 3 columns, 1 table by digests, as role")
                .contains("Digests were not enough: something may differ.");
        assertThat(text(facts, onPath)).doesNotContain("igests");
        assertThat(look(facts, InspectionScope.EVERYTHING, onPath).report().toJson())
                .contains("\"byDigests\":{\"tables\":0,\"whyNot\":\"not-captured\"}");
    }

    private static String text(String expected, String... statements) throws SQLException {
        return look(expected, InspectionScope.EVERYTHING, statements).report().toText();
    }

    @Test
    void isUnverifiedAsWithoutDigestsWhereTheSnapshotIsOfAnotherDatabase() throws SQLException {
        String other = snapshot.replace("\"postgresql\"", "\"mysql\"");
        String withoutThem = facts.replace("\"postgresql\"", "\"mysql\"");

        assertThat(withoutTimes(look(other, InspectionScope.EVERYTHING).report()))
                .isEqualTo(withoutTimes(
                        look(withoutThem, InspectionScope.EVERYTHING).report()));
    }

    @Test
    void asksAboutNothingWhereTheDigestsAreOfAnotherVersion() throws SQLException {
        String major = "[" + TestPostgres.majorVersion() + "]";
        assertThat(snapshot).contains(major);

        Looked looked = look(snapshot.replace(major, "[9]"), InspectionScope.EVERYTHING, "set search_path to shop");

        assertThat(looked.asked()).singleElement().asString().doesNotContain(DIGEST_ONLY);
    }

    @Test
    void aReplayGivesDigestsOfWhatItMade(@TempDir Path folder) throws Exception {
        String sql = "create table posts (id bigserial primary key, name text not null default 'x')";
        Files.writeString(folder.resolve("V1__posts.sql"), sql);
        SchemaSource replay = SchemaSources.replay(folder, TestPostgres.freshDatabase());
        Schema schema = replay.load(Databases.assumed());
        String taken = SnapshotJson.toText(schema, Databases.assumed().dialect(), replay.digests(Databases.assumed()));
        Questions questions = new Questions();

        try (Connection connection = TestPostgres.freshDatabase(sql).getConnection()) {
            DriftReport report =
                    SchemaGuard.expecting(named("replayed", taken)).build().check(questions.countedOn(connection));
            assertThat(report.failed()).isFalse();
        }

        assertThat(questions.asked()).singleElement().asString().contains(DIGEST_ONLY);
    }

    @Test
    void ignoresDigestsOfFactsThatSomebodyEdited() throws SQLException {
        String edited = snapshot.replace("\"ticket_seq\", \"increment\": 50", "\"ticket_seq\", \"increment\": 51");
        assertThat(edited).isNotEqualTo(snapshot);

        Looked looked = look(edited, InspectionScope.EVERYTHING, "set search_path to shop");

        assertThat(looked.asked()).noneMatch(sql -> sql.contains(DIGEST_ONLY));
        assertThat(looked.report().coverage().tablesChecked()).isEqualTo(2);
    }

    @Test
    void acceptsWhatACheckoutMadeOfTheLineEnds() throws SQLException {
        assertThat(look(snapshot.replace("\n", "\r\n"), InspectionScope.EVERYTHING, "set search_path to shop")
                        .asked())
                .hasSize(1);
    }

    @Test
    void asksOnlyForTablesThatAreNotExcluded() throws SQLException {
        InspectionScope scope = InspectionScope.EVERYTHING.excluding(List.of("posts"));

        Looked looked = look(snapshot, scope, "set search_path to shop", "alter table posts drop author");

        assertThat(looked.asked()).hasSize(1);
        assertThat(looked.report().coverage().tablesExpected()).isEqualTo(1);
    }

    @Test
    void expectationsWithDigestsShareTheStatementAndTheOthersAreRead() throws SQLException {
        Schema contract = Schema.builder()
                .table("users", table -> table.column("id", "bigint").column("nick", "text"))
                .build();
        Questions questions = new Questions();
        DriftReport shared;
        DriftReport apart;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            run(connection, "set search_path to shop");
            shared = SchemaGuard.expecting(named("one", snapshot), named("two", snapshot), SchemaSources.of(contract))
                    .build()
                    .check(questions.countedOn(connection));
            apart = SchemaGuard.expecting(named("one", facts), named("two", facts), SchemaSources.of(contract))
                    .build()
                    .check(connection);
            connection.rollback();
        }

        assertThat(questions.asked())
                .filteredOn(sql -> sql.contains(DIGEST_ONLY))
                .hasSize(1);
        assertThat(withoutTimes(shared)).isEqualTo(withoutTimes(apart));
        assertThat(shared.coverage().tablesChecked()).isEqualTo(2);
        assertThat(shared.coverage().columnsChecked()).isEqualTo(4);
    }

    private static SnapshotSource named(String name, String text) {
        return SnapshotSource.of(SourceText.text(name, text));
    }

    @Test
    void readsInFullWhereATableIsExcludedTogetherWithItsSchema() throws SQLException {
        for (String glob : List.of("shop.po*", "shop*")) {
            InspectionScope scope = InspectionScope.EVERYTHING.excluding(List.of(glob));

            assertThat(withoutTimes(
                            look(snapshot, scope, "set search_path to shop").report()))
                    .as(glob)
                    .isEqualTo(withoutTimes(
                            look(facts, scope, "set search_path to shop").report()));
        }
        InspectionScope elsewhere = InspectionScope.EVERYTHING.excluding(List.of("other.*"));
        assertThat(look(snapshot, elsewhere, "set search_path to shop").asked()).hasSize(1);
    }

    /** Neither way says more than the other. */
    private static void sameReport(String... statements) throws SQLException {
        sameReport(1, statements);
    }

    /** Where all that differs is missing, it is asked whether the schema holds anything at all. */
    private static void sameReport(int more, String... statements) throws SQLException {
        Looked shortWay = look(snapshot, InspectionScope.EVERYTHING, statements);
        Looked longWay = look(facts, InspectionScope.EVERYTHING, statements);

        assertThat(shortWay.asked().size())
                .as(String.join("; ", statements))
                .isEqualTo(longWay.asked().size() + more);
        assertThat(withoutTimes(shortWay.report())).isEqualTo(withoutTimes(longWay.report()));
    }

    private static String withoutTimes(DriftReport report) {
        return report.toJson().replaceAll("\"(took|byDigests)\" ?: ?\\{[^}]*}", "");
    }

    /** Checks in a transaction that is taken back. */
    private static Looked look(String expected, InspectionScope scope, String... statements) throws SQLException {
        Questions questions = new Questions();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            run(connection, statements);
            DriftReport report = SchemaGuard.expecting(SnapshotSource.of(SourceText.text("schema.json", expected)))
                    .scope(scope)
                    .build()
                    .check(questions.countedOn(connection));
            connection.rollback();
            return new Looked(report, questions.asked());
        }
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private record Looked(DriftReport report, List<String> asked) {}
}
