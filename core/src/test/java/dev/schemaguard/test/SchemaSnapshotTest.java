package dev.schemaguard.test;

import static dev.schemaguard.test.SchemaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.postgresql.ds.PGSimpleDataSource;

class SchemaSnapshotTest {

    private static final Acceptance VERIFY = new Acceptance(false, Optional.empty());
    private static final Acceptance ACCEPT = new Acceptance(true, Optional.empty());

    private static DataSource release41;
    private static DataSource release42;

    private final List<String> news = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeAll
    static void migrate() {
        release41 = TestPostgres.freshDatabase(
                "create table flyway_schema_history (installed_rank integer primary key)",
                "create table posts (id bigint primary key, title varchar(200) not null, legacy text)");
        release42 = TestPostgres.freshDatabase(
                "create table posts (id bigint primary key, title varchar(200) not null, quality jsonb)",
                "create table reel_jobs (id uuid primary key)");
    }

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("src/main/resources/META-INF/schema-guard/schema.json");
    }

    @Test
    void saysHowToAcceptWhenThereIsNone() {
        assertThatThrownBy(() -> snapshot(release41, VERIFY).verify())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("Schema Guard: there is no snapshot '" + file
                        + "' of the migrated database yet (1 table)\n\nWhat to do: run the test with"
                        + " -Dschema-guard.snapshot=accept (or the environment variable SCHEMA_GUARD_SNAPSHOT=accept)"
                        + " and commit the file");
        assertThat(file).doesNotExist();
    }

    @Test
    void writesWhatIsAcceptedAndThenHolds() throws IOException {
        snapshot(release41, ACCEPT).verify();

        assertThat(news)
                .containsExactly("accepted what the database has: wrote 1 table to " + file
                        + "; look at the difference and commit it");
        assertThat(file).content().contains("\"posts\"", "\"digests\"").doesNotContain("flyway_schema_history");
        assertThat(file.getParent()).isDirectoryNotContaining(other -> !other.equals(file));
        assertThat(release41).conformsTo(file.toString());
        snapshot(release41, VERIFY).verify();
        snapshot(release41, ACCEPT).verify();
        assertThat(news).hasSize(1);
    }

    @Test
    void failsWithWhatDiffersInWordsOfAReportAndInLines() {
        snapshot(release41, ACCEPT).verify();

        AssertionFailedError failure = catchThrowableOfType(
                AssertionFailedError.class, () -> snapshot(release42, VERIFY).verify());

        assertThat(failure.getMessage()).isEqualTo("""
                Schema Guard: the snapshot '%s' is not what the migrated database has

                New or changed in the database. Without it, this release meets:
                  BREAKING  missing-column  posts.quality
                    every statement that names `posts.quality` fails: the column does not exist
                    database: jsonb
                    snapshot: nothing
                  BREAKING  missing-table  reel_jobs
                    every statement on `reel_jobs` fails: the table does not exist
                    database: a table of 1 column
                    snapshot: nothing

                Gone or changed in the database. With it, a release that goes by the snapshot meets:
                  BREAKING  missing-column  posts.legacy
                    every statement that names `posts.legacy` fails: the column does not exist
                    snapshot: text
                    database: nothing

                Lines (- snapshot, + database):
                  ...
                        "name": "posts",
                          {"name": "title", "type": "varchar(200)", "nullable": false},
                -         {"name": "legacy", "type": "text"}
                +         {"name": "quality", "type": "jsonb"}
                        ],
                  ...
                          {"name": "posts_pkey", "primaryKey": ["id"]}
                +       ]
                +     },
                +     {
                +       "name": "reel_jobs",
                +       "columns": [
                +         {"name": "id", "type": "uuid", "nullable": false}
                +       ],
                +       "constraints": [
                +         {"name": "reel_jobs_pkey", "primaryKey": ["id"]}
                        ]

                What to do: if that is what the release is to expect, run the test with -Dschema-guard.snapshot=accept \
                (or the environment variable SCHEMA_GUARD_SNAPSHOT=accept) and commit the file; otherwise correct the migrations""".formatted(file));
        assertThat(failure.getExpected().getStringRepresentation()).contains("legacy");
        assertThat(failure.getActual().getStringRepresentation()).contains("quality");
    }

    @Test
    void saysHowMuchMoreDiffersThanAnybodyReads() {
        snapshot(release41, ACCEPT).verify();
        DataSource grown = TestPostgres.freshDatabase(IntStream.range(0, 40)
                .mapToObj(i -> "create table posts" + i + " (id bigint, title text)")
                .toArray(String[]::new));

        AssertionFailedError failure = catchThrowableOfType(
                AssertionFailedError.class, () -> snapshot(grown, VERIFY).verify());

        assertThat(failure.getMessage()).contains("\n  and 10 more\n\nGone or changed in the database.");
        assertThat(failure.getMessage()).containsPattern("\n  and [0-9]{3} more\n\nWhat to do: ");
        assertThat(failure.getMessage().lines().count()).isLessThan(250);
    }

    @Test
    void holdsWhateverTheShapeOfTheFile() throws IOException {
        snapshot(release41, ACCEPT).verify();
        String text = Files.readString(file);

        Files.writeString(file, text.replace("\n", "\r\n"));
        snapshot(release41, VERIFY).verify();

        Files.writeString(file, text.replaceAll("\\s+", " "));
        snapshot(release41, VERIFY).verify();
    }

    @Test
    void acceptsNothingOnABuildServer() {
        Acceptance onServer = new Acceptance(true, Optional.of("CI"));

        assertThatThrownBy(() -> snapshot(release41, onServer).verify())
                .hasMessageContaining(
                        "What to do: it was not accepted, for this is a build server (CI is set) and nobody"
                                + " would have looked at it; accept it on a machine of your own and commit the file");
        assertThat(file).doesNotExist();

        snapshot(release41, ACCEPT).verify();
        snapshot(release41, onServer).verify();
    }

    @Test
    void takesNoSnapshotOfNothing() {
        DataSource empty = TestPostgres.freshDatabase("create table schema_version (version integer)");

        assertThatThrownBy(() -> snapshot(empty, ACCEPT).verify())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage(
                        "Schema Guard: the database holds no table, so there is nothing to take a snapshot of; let the"
                                + " migrations run before, and look at the right schema");
        assertThat(file).doesNotExist();
    }

    @Test
    void saysWhenTheDatabaseCannotBeRead() {
        PGSimpleDataSource stopped = new PGSimpleDataSource();
        stopped.setUrl("jdbc:postgresql://localhost:1/app");

        assertThatThrownBy(() -> snapshot(stopped, ACCEPT).verify())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith(
                        "Schema Guard: it is not known whether the snapshot is up to date, for the database"
                                + " could not be read: ")
                .hasRootCauseInstanceOf(java.net.ConnectException.class);
    }

    @Test
    void saysWhenTheFileIsNoSnapshotOrOfAnotherKindOfDatabase() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"version\": 1,");
        assertThatThrownBy(() -> snapshot(release41, VERIFY).verify())
                .hasMessageContaining("The file is no snapshot: " + file);

        snapshot(release41, ACCEPT).verify();
        Files.writeString(file, Files.readString(file).replace("\"postgresql\"", "\"h2\""));
        assertThatThrownBy(() -> snapshot(release41, VERIFY).verify())
                .hasMessageContaining("The snapshot is of 'h2', the database is 'postgresql'");
    }

    private SchemaSnapshot snapshot(DataSource database, Acceptance acceptance) {
        return new SchemaSnapshot(
                new SnapshotFile(file), () -> database, InspectionScope.EVERYTHING, acceptance, news::add);
    }
}
