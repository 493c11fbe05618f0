package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Database;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of what few schemas have, each of which gives exactly the findings that it deserves. */
class RareKindsTest {

    private static final String LONG = "n".repeat(60);

    private static final String[] RELEASE = {
        "create type address as (street varchar(20), number integer)",
        "create type tempo as range (subtype = float8)",
        "create schema app",
        "create table posts (id bigint primary key, title text)",
        "create table app.posts (id bigint primary key, score integer)",
        "create table \"" + LONG + "_cut_off\" (\"Größe\" integer, \"select\" text)",
        """
        create table places (id bigint primary key, home address, speed tempo, word text collate "C" unique, alias text unique,
          mail text, seen timestamptz default now(), token text default md5('x'))""",
        "create unique index places_mail on places (lower(mail))",
        "create index places_seen on places (date_part('year', seen at time zone 'UTC'))",
        "create table events (region text, id bigint, primary key (region, id)) partition by list (region)",
        "create table events_eu partition of events for values in ('eu')",
        "create table events_rest partition of events default",
        "create table visits (at date) partition by range (at)",
        "create table notes (id bigint primary key)",
        "create table notes_old () inherits (notes)"
    };

    private static DataSource database;
    private static SchemaGuard guard;

    @BeforeAll
    static void takeTheRelease() throws Exception {
        database = TestPostgres.freshDatabase(RELEASE);
        Schema expected = SchemaCapture.capture(database, InspectionScope.EVERYTHING.in(List.of("public", "app")));
        guard = SchemaGuard.expecting(asItIs(expected)).build();
    }

    /** A contract's names are read as in SQL; those of a catalog are what they are. */
    private static SchemaSource asItIs(Schema schema) {
        return new SchemaSource() {
            @Override
            public String name() {
                return "capture";
            }

            @Override
            public Schema load(Database dialect) {
                return schema;
            }
        };
    }

    private static DriftReport after(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            DriftReport report = guard.check(connection);
            connection.rollback();
            assertThat(report.unverified()).as(report.toText()).isEmpty();
            return report;
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "select 1 => ``",
                // row types and ranges
                "alter type address rename attribute street to road => RISKY type-lossy:places.home",
                "alter type address add attribute zip text => BREAKING type-different:places.home",
                "alter table places drop home; drop type address; create type address as (street varchar(3), number integer);"
                        + " alter table places add home address => RISKY type-narrower:places.home",
                "alter table places drop speed; drop type tempo; create type tempo as range (subtype = numeric);"
                        + " alter table places add speed tempo => RISKY type-lossy:places.speed",
                // collations
                "alter table places alter word type text collate \"default\" => ADVISORY collation-different:places.word",
                "create collation loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false);"
                        + " alter table places alter word type text collate loose => RISKY collation-different:places.word",
                "create extension citext; alter table places alter alias type citext => RISKY collation-different:places.alias",
                "create extension citext; alter table places alter token type citext => ``",
                "alter table places alter alias type text collate \"POSIX\" => ``",
                // parts of tables; the release makes those of visits as it goes
                "create table visits_2026 partition of visits for values from ('2026-01-01') to ('2027-01-01') => ``",
                "drop table events_eu => ADVISORY missing-table:events_eu",
                "drop table events_rest => RISKY missing-table:events_rest",
                "alter table events detach partition events_eu => ADVISORY detached-table:events_eu(events)",
                "alter table events detach partition events_rest => RISKY detached-table:events_rest(events)",
                "drop table events_eu, events_rest => RISKY missing-table:events_eu, RISKY missing-table:events_rest,"
                        + " RISKY not-updatable:events(insert)",
                "alter table notes_old no inherit notes => ADVISORY detached-table:notes_old(notes)",
                // keys
                "drop index places_mail => RISKY missing-unique:places(lower(mail))",
                "alter table places drop constraint places_alias_key; create unique index on places (alias)"
                        + " nulls not distinct => RISKY extra-unique:places(alias)",
                // the same table name in two schemas, quoted and cut names
                "alter table app.posts drop score => BREAKING missing-column:app.posts.score",
                "alter table posts drop title => BREAKING missing-column:posts.title",
                "drop table posts => BREAKING missing-table:posts",
                "alter table nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn_cu drop \"Größe\" =>"
                        + " BREAKING missing-column:nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn_cu.Größe"
            })
    void givesExactlyTheFindingsOf(String change, String findings) throws SQLException {
        DriftReport report = after(change.split("; ", -1));

        assertThat(report.findings())
                .extracting(finding -> finding.severity() + " " + finding.id())
                .containsExactlyInAnyOrderElementsOf(
                        findings.isEmpty() ? List.of() : Arrays.asList(findings.split(", ", -1)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "alter table places alter token set default md5('y') => default-different:places.token",
                "alter table places alter seen set default clock_timestamp() => default-different:places.seen",
                "drop index places_mail; create unique index on places (upper(mail)) => missing-index:places(lower(mail))",
                "drop index places_seen; create index on places (date_part('month', seen at time zone 'UTC')) =>"
                        + " missing-index:places"
            })
    void callsExpressionsNotComparableThatCannotBeShownEqualOrDifferent(String change, String id) throws SQLException {
        List<Finding> findings = after(change.split("; ", -1)).findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.id()).startsWith(id);
            assertThat(finding.severity()).hasToString("ADVISORY");
            assertThat(finding.drift().message()).contains("not comparable");
        });
    }

    @Test
    void readsHintsOnlyWhereSomethingDiffers() throws SQLException {
        assertThat(questions("places")).hasSize(1);
        assertThat(questions("places", "plaices")).hasSizeBetween(2, 4);
    }

    private static List<String> questions(String... tables) throws SQLException {
        Questions questions = new Questions();
        Schema.Builder contract = Schema.builder();
        for (String table : tables) {
            contract.table(table, columns -> columns.column("id"));
        }
        SchemaGuard one = SchemaGuard.expecting(contract.build()).build();
        try (Connection connection = database.getConnection()) {
            one.check(questions.countedOn(connection));
        }
        return questions.asked();
    }
}
