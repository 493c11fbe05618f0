package dev.schemaguard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.approval.TakenSnapshot;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.jdbc.sync.SchemaSync;
import dev.schemaguard.jdbc.sync.SyncSettings;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.snapshot.SnapshotSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** What is sent to a server, all of it, is what the page of the statements says, and nothing of it can be misled. */
class SentStatementsTest {

    private static final Path PAGE = Path.of("..", "docs", "what-it-does-to-your-database.md");

    /** Behind the first column of a row of the page's table, in code. */
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    private static final String HISTORY =
            "create table flyway_schema_history (installed_rank int, version text, type text, script text, success boolean)";

    /** What the release itself says: its scripts, which a replay runs, and what a sync plans for it. */
    private static final Set<String> OF_THE_RELEASE = new HashSet<>();

    private static final Set<String> SENT = new TreeSet<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void doEverything() throws Exception {
        SENT.addAll(sentByEverything());
        SENT.removeIf(statement -> OF_THE_RELEASE.contains(statement.strip()));
    }

    @Test
    void everyStatementThatIsSentStandsOnThePageAndTheOtherWayRound() throws Exception {
        Set<String> listed = listed();

        assertThat(SENT.stream().filter(statement -> listed.stream().noneMatch(statement::startsWith)))
                .as("sent, and not on the page")
                .isEmpty();
        assertThat(listed.stream()
                        .filter(beginning -> SENT.stream().noneMatch(statement -> statement.startsWith(beginning))))
                .as("on the page, and not sent")
                .isEmpty();
    }

    /** Two questions of a sync are asked on a search path that leads to the catalog only. */
    @Test
    void everyNameInAStatementOfOursIsTheCatalogsWhateverTheSearchPath() {
        List<String> ours = SENT.stream()
                .filter(statement -> statement.startsWith("/* schema-guard"))
                .filter(statement -> !statement.startsWith("/* schema-guard: sync: picture")
                        && !statement.startsWith("/* schema-guard: sync: shadows"))
                .toList();

        assertThat(ours).isNotEmpty();
        assertThat(ours.stream().flatMap(statement -> QualifiedSql.whatIsNot(statement).stream()))
                .isEmpty();
    }

    private static Set<String> listed() throws IOException {
        Set<String> listed = new TreeSet<>();
        // What others get is held by tests that need their servers.
        Matcher rows = LISTED.matcher(Files.readString(PAGE).split("\n## MySQL and MariaDB", 2)[0]);
        while (rows.find()) {
            listed.add(rows.group(1));
        }
        return listed;
    }

    private static Set<String> sentByEverything() throws Exception {
        Set<String> sent = new TreeSet<>();
        write("V1__posts.sql", "create table posts (id bigint primary key);");
        write(
                "V2__more.sql",
                "create type mood as enum ('a'); create sequence s; alter table posts add quality jsonb, add m mood, add n"
                        + " bigint default nextval('s'), add check (id > 0); create table jobs (id int);"
                        + " create index on posts (lower(quality::text)) where n > 0;");
        SchemaGuard guard =
                SchemaGuard.expecting(SchemaSources.of(folder.toString())).build();
        SchemaGuard tenants = SchemaGuard.expecting(Schema.builder()
                        .table("posts", posts -> posts.column("id", "bigint"))
                        .build())
                .scope(InspectionScope.EVERYTHING.in(List.of("tenant_*", "public*")))
                .build();
        sent.addAll(sentBy(database -> {
            guard.check(database);
            tenants.check(database);
            checkBySnapshot(database);
            sync(guard, SyncSettings.DEFAULT.withDryRun(true), database);
            sync(guard, SyncSettings.DEFAULT, database);
            checkInTransaction(guard, database);
        }));
        sent.addAll(sentBy(database -> {
            guard.check(database);
            sync(guard, SyncSettings.DEFAULT.withDespiteMigrations(true).withDespiteReadOnly(true), database);
            guard.check(database);
        }));
        TestDatabase scratch = TestPostgres.database();
        sent.addAll(sentTo(
                scratch,
                database -> SchemaGuard.expecting(SchemaSources.replay(folder, database))
                        .build()
                        .check(scratch.direct())));
        return sent;
    }

    private static void write(String name, String script) throws IOException {
        Files.writeString(folder.resolve(name), script);
        for (String statement : script.split(";", -1)) {
            OF_THE_RELEASE.add(statement.strip());
        }
    }

    private static void checkBySnapshot(DataSource database) throws Exception {
        String snapshot;
        try (Connection connection = database.getConnection()) {
            TakenSnapshot taken = TakenSnapshot.of(connection, InspectionScope.EVERYTHING);
            assertThat(taken.digests()).isNotEmpty();
            snapshot = taken.text();
        }
        for (InspectionScope scope :
                List.of(InspectionScope.EVERYTHING, InspectionScope.EVERYTHING.in(List.of("publi*")))) {
            SchemaGuard.expecting(SnapshotSource.of(SourceText.text("schema.json", snapshot)))
                    .scope(scope)
                    .build()
                    .check(database);
        }
    }

    private static void sync(SchemaGuard guard, SyncSettings settings, DataSource database) {
        SchemaSync.of(guard)
                .with(settings)
                .showing(plan -> OF_THE_RELEASE.addAll(plan.statements()))
                .run(database);
    }

    private static void checkInTransaction(SchemaGuard guard, DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("drop table if exists jobs");
            OF_THE_RELEASE.add("drop table if exists jobs");
            guard.check(connection);
            connection.rollback();
        }
    }

    private static Collection<String> sentBy(Work work) throws Exception {
        return sentTo(
                TestPostgres.database(
                        "create table posts (id bigint)",
                        "create schema tenant_1",
                        HISTORY,
                        "insert into flyway_schema_history values (1, '1', 'SQL', 'V1__posts.sql', true)"),
                work);
    }

    private static Collection<String> sentTo(TestDatabase database, Work work) throws Exception {
        try (SqlTap tap = SqlTap.inFrontOf(database.port())) {
            PGSimpleDataSource tapped = new PGSimpleDataSource();
            tapped.setURL(database.url(tap.port()) + "?sslmode=disable&gssEncMode=disable");
            tapped.setUser(TestPostgres.SUPERUSER);
            work.with(tapped);
            return tap.statements();
        }
    }

    private interface Work {

        void with(DataSource database) throws Exception;
    }
}
