package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.report.DriftReport;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the connected role may not do is told apart from what is not there, whatever way it came to its rights. */
class PrivilegesTest {

    private static final String EVERYTHING = "select, insert, update, delete";

    private String name;
    private String role;
    private DataSource owner;

    @BeforeEach
    void makeTheDatabase() {
        name = TestPostgres.freshDatabaseName();
        role = TestPostgres.freshRole();
        owner = TestPostgres.dataSource(name, TestPostgres.SUPERUSER);
        TestPostgres.execute(
                owner,
                "create table posts (id bigserial primary key, title text, body text)",
                "create table events (id bigint generated always as identity primary key, what text)",
                "create sequence ticket_seq",
                "create schema app",
                "create table app.jobs (id bigint primary key)");
    }

    private static Schema posts(Consumer<Table.Builder> use) {
        return Schema.builder()
                .table("posts", posts -> {
                    posts.column("id", "bigint", id -> id.identity(Identity.SERIAL))
                            .column("title", "text")
                            .column("body", "text")
                            .primaryKey("id");
                    use.accept(posts);
                })
                .build();
    }

    private static Schema table(String table) {
        return Schema.builder()
                .table(table, jobs -> jobs.column("id", "bigint"))
                .build();
    }

    private static Schema named(Sequence.Role use) {
        return Schema.builder()
                .sequence(new Sequence(ObjectName.of("ticket_seq"), use, OptionalLong.empty(), Origin.NONE))
                .build();
    }

    private DriftReport report(Schema expected) {
        DriftReport report = SchemaGuard.expecting(expected).build().check(TestPostgres.dataSource(name, role));
        assertThat(report.unverified()).as(report.toText()).isEmpty();
        return report;
    }

    private List<String> findings(Schema expected) {
        return report(expected).findings().stream()
                .map(finding -> finding.severity() + " " + finding.id())
                .toList();
    }

    private void grant(String... grants) {
        for (String grant : grants) {
            TestPostgres.execute(owner, "grant " + grant + " to " + role);
        }
    }

    @Test
    void asksForEachKindOfStatementThatTheReleaseSends() {
        grant("usage on sequence posts_id_seq");

        assertThat(findings(posts(Table.Builder::readOnly)))
                .containsExactly("BREAKING missing-privilege:posts(select)");
        assertThat(findings(posts(use -> {})))
                .containsExactly(
                        "BREAKING missing-privilege:posts(select)",
                        "RISKY missing-privilege:posts(delete)",
                        "RISKY missing-privilege:posts(insert)",
                        "RISKY missing-privilege:posts(update)");
        grant("select, delete on posts");
        assertThat(findings(posts(Table.Builder::inserts)))
                .containsExactly("BREAKING missing-privilege:posts(insert)", "RISKY missing-privilege:posts(update)");
        assertThat(findings(posts(Table.Builder::upserts)))
                .containsExactly(
                        "BREAKING missing-privilege:posts(insert)", "BREAKING missing-privilege:posts(update)");
    }

    @Test
    void takesARoleThatMayOnlyAddToSomeTablesForOneThatNeedsNoMore() {
        Schema release = Schema.builder()
                .tables(posts(use -> {}).tables())
                .table("events", table -> table.column("what", "text"))
                .build();
        grant("insert on events", "usage on sequence posts_id_seq");

        assertThat(findings(release))
                .contains("BREAKING missing-privilege:events(select)", "BREAKING missing-privilege:posts(select)");
        grant(EVERYTHING + " on posts");
        assertThat(report(release).findings())
                .extracting(
                        finding -> finding.severity() + " " + finding.drift().message())
                .contains("RISKY a SELECT on `events` would fail, if the release sends one: role `" + role
                        + "` lacks the privilege")
                .noneMatch(finding -> finding.startsWith("BREAKING"));
        assertThat(findings(release.toBuilder()
                        .table("events", table -> table.column("what", "text").readOnly())
                        .build()))
                .containsExactly("BREAKING missing-privilege:events(select)");
    }

    @Test
    void saysOfWhichStatementIsKnownThatItNeedsTheRight() {
        grant("insert, update, delete on posts", "usage on sequence posts_id_seq", "select on events");
        Schema release = Schema.builder()
                .tables(posts(Table.Builder::updates).tables())
                .table("events", table -> table.column("what", "text").readOnly())
                .build();

        assertThat(report(release).findings())
                .singleElement()
                .extracting(
                        finding -> finding.severity() + " " + finding.drift().message())
                .isEqualTo("BREAKING every UPDATE on `posts` fails: role `" + role + "` lacks SELECT");
    }

    @Test
    void takesASchemaOutOfReachBesideOneThatIsReadForOneThatIsNotNeeded() {
        grant(EVERYTHING + " on events");
        Schema release = Schema.builder()
                .table("events", table -> table.column("what", "text"))
                .table("app.jobs", table -> table.column("id", "bigint"))
                .build();

        assertThat(report(release).findings())
                .filteredOn(finding -> finding.drift().subject().isSchema())
                .singleElement()
                .extracting(
                        finding -> finding.severity() + " " + finding.drift().message())
                .isEqualTo(
                        "RISKY a statement that names `jobs` in schema `app` would fail, if the release sends one: role `"
                                + role + "` may not use the schema");
    }

    @Test
    void acceptsRightsOfPublicOfGroupsAndOfTheOwner() {
        String group = TestPostgres.freshRole();
        TestPostgres.execute(owner, "grant " + group + " to " + role, "grant select on posts to public");
        TestPostgres.execute(owner, "grant insert, update, delete on posts to " + group);
        TestPostgres.execute(owner, "grant update on sequence posts_id_seq to " + group);
        assertThat(findings(posts(use -> {}))).isEmpty();

        TestPostgres.execute(owner, "revoke " + group + " from " + role, "alter table posts owner to " + role);
        assertThat(findings(posts(use -> {}))).isEmpty();
        TestPostgres.execute(owner, "revoke delete on posts from " + role);
        assertThat(findings(posts(use -> {}))).containsExactly("RISKY missing-privilege:posts(delete)");
        TestPostgres.execute(owner, "alter role " + role + " superuser");
        assertThat(findings(posts(use -> {}))).isEmpty();
    }

    @Test
    void countsNoRightsThatTheRoleDoesNotInherit() {
        String group = TestPostgres.freshRole();
        TestPostgres.execute(
                owner,
                "alter role " + role + " noinherit",
                "grant " + group + " to " + role,
                "grant " + EVERYTHING + " on posts to " + group,
                "grant usage on sequence posts_id_seq to " + group);

        assertThat(findings(posts(Table.Builder::readOnly)))
                .containsExactly("BREAKING missing-privilege:posts(select)");
    }

    @Test
    void asksAsTheRoleThatTheSessionTook() throws Exception {
        grant(EVERYTHING + " on posts", "usage on sequence posts_id_seq");
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            SchemaGuard guard = SchemaGuard.expecting(posts(use -> {})).build();
            statement.execute("set role " + TestPostgres.freshRole());
            assertThat(guard.check(connection).findings()).hasSize(5);
            statement.execute("set role " + role);
            assertThat(guard.check(connection).findings()).isEmpty();
        }
    }

    @Test
    void acceptsGrantsOnAllColumnsAndNamesThoseThatAreMissing() {
        grant("select (id, title), insert (title, body), update (title, body), delete on posts");
        grant("usage on sequence posts_id_seq");

        List<Finding> found = report(posts(use -> {})).findings();

        assertThat(found).extracting(Finding::id).contains("missing-privilege:posts(select)");
        assertThat(found)
                .extracting(
                        finding -> finding.severity() + " " + finding.drift().message())
                .contains("RISKY a SELECT on `posts` that names `body` would fail, if the release sends one: role `"
                        + role + "` has the privilege on other columns only");
        grant("select (body) on posts");
        assertThat(findings(posts(Table.Builder::updates))).doesNotContain("BREAKING missing-privilege:posts(select)");
    }

    @Test
    void asksForTheSequenceBehindSerialButNotBehindIdentity() {
        grant(EVERYTHING + " on posts", EVERYTHING + " on events");
        Schema events = Schema.builder()
                .table(
                        "events",
                        table -> table.column("id", "bigint", id -> id.identity(Identity.ALWAYS))
                                .column("what", "text")
                                .inserts())
                .build();

        assertThat(findings(events)).isEmpty();
        List<Finding> found = report(posts(Table.Builder::inserts)).findings();
        assertThat(found).extracting(Finding::id).containsExactly("missing-privilege:posts.id(usage)");
        assertThat(found.get(0).severity()).hasToString("BREAKING");
        assertThat(found.get(0).drift().message())
                .isEqualTo("every INSERT into `posts` that leaves out `id` fails: role `" + role
                        + "` may not use its sequence `posts_id_seq`");
        assertThat(found.get(0).hint())
                .hasValue("its owner can GRANT USAGE ON SEQUENCE public.posts_id_seq TO " + role);
        assertThat(findings(posts(use -> {}))).containsExactly("RISKY missing-privilege:posts.id(usage)");
        assertThat(findings(posts(Table.Builder::readOnly))).isEmpty();
        grant("update on sequence posts_id_seq");
        assertThat(findings(posts(Table.Builder::inserts))).isEmpty();
    }

    @Test
    void asksForTheSequenceOfAColumnThatTheReleaseDoesNotKnow() {
        grant(EVERYTHING + " on events");
        TestPostgres.execute(owner, "alter table events add extra bigint not null default nextval('ticket_seq')");
        Consumer<Table.Builder> columns = table ->
                table.column("id", "bigint", id -> id.identity(Identity.ALWAYS)).column("what", "text");

        assertThat(findings(Schema.builder()
                        .table(
                                "events",
                                table -> columns.accept(
                                        table.complete(Set.of(Family.COLUMNS)).inserts()))
                        .build()))
                .containsExactly("BREAKING missing-privilege:events.extra(usage)");
        assertThat(findings(Schema.builder().table("events", columns).build()))
                .containsExactly("RISKY missing-privilege:events.extra(usage)");
    }

    @Test
    void asksForASequenceThatTheReleaseNames() {
        assertThat(findings(named(Sequence.Role.GENERATOR))).containsExactly("BREAKING missing-privilege:ticket_seq");
        assertThat(findings(named(Sequence.Role.UNSTATED))).containsExactly("RISKY missing-privilege:ticket_seq");
        assertThat(findings(named(Sequence.Role.OWNED))).isEmpty();
        grant("usage on sequence ticket_seq");
        assertThat(findings(named(Sequence.Role.GENERATOR))).isEmpty();
    }

    @Test
    void neverCallsATableMissingThatIsInASchemaOutOfReach() {
        grant(EVERYTHING + " on app.jobs");

        List<Finding> qualified = report(table("app.jobs")).findings();
        assertThat(qualified).extracting(Finding::id).containsExactly("missing-privilege");
        assertThat(qualified.get(0).severity()).hasToString("BREAKING");
        assertThat(qualified.get(0).drift().message())
                .isEqualTo("every statement that names `jobs` in schema `app` fails: role `" + role
                        + "` may not use the schema");
        assertThat(qualified.get(0).hint()).hasValue("its owner can GRANT USAGE ON SCHEMA app TO " + role);
        TestPostgres.execute(
                owner, "alter role " + role + " in database " + name + " set search_path = nowhere, app, public");
        assertThat(findings(table("jobs"))).containsExactly("BREAKING missing-privilege");
        assertThat(SchemaGuard.expecting(table("jobs"))
                        .scope(InspectionScope.EVERYTHING.in(List.of("app")))
                        .build()
                        .check(TestPostgres.dataSource(name, role))
                        .findings())
                .extracting(Finding::id)
                .containsExactly("missing-privilege");
        grant("usage on schema app");
        assertThat(findings(table("jobs"))).isEmpty();
    }

    @Test
    void asksForRightsOnAViewThatStandsForATableAndOnAPartitionedOneOnly() {
        TestPostgres.execute(
                owner,
                "alter table posts rename to stored",
                "create view posts as select * from stored",
                "create table logs (at date primary key) partition by range (at)",
                "create table logs_all partition of logs default");
        grant("select on posts", "usage on sequence posts_id_seq", EVERYTHING + " on logs");

        assertThat(findings(posts(Table.Builder::deletes))).contains("BREAKING missing-privilege:posts(delete)");
        assertThat(findings(posts(Table.Builder::readOnly))).isEmpty();
        assertThat(findings(Schema.builder()
                        .table("logs", table -> table.column("at", "date").inserts())
                        .build()))
                .isEmpty();
    }
}
