package dev.schemaguard.source.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.report.DriftReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlite.SQLiteDataSource;

/**
 * Schemas that were made up, and the DDL that Prisma's own engine made of each ({@code src/test/prisma/make.mjs}): what the one expects
 * is what the other makes, to the last advisory, and each column that is taken away is missed.
 */
class MadeSchemasTest {

    private static final Path MADE = Path.of("src/test/resources/prisma/made");

    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\S+?) \\((.*?)\\n\\);", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("(?m)^    \"([^\"]+)\" ");

    @TempDir
    private Path folder;

    static Stream<String> names(String provider) throws IOException {
        try (Stream<Path> files = Files.list(MADE)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(provider) && name.endsWith(".prisma"))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static Stream<String> ofPostgres() throws IOException {
        return names("postgresql");
    }

    static Stream<String> ofSqlite() throws IOException {
        return names("sqlite");
    }

    @ParameterizedTest
    @MethodSource("ofPostgres")
    void expectWhatPrismaMakesOfThemOnPostgres(String name) throws Exception {
        DataSource database = TestPostgres.freshDatabase("create extension if not exists citext", script(name));

        assertConforms(name, database);
        assertMissesEachColumn(name, database);
    }

    @ParameterizedTest
    @MethodSource("ofSqlite")
    void expectWhatPrismaMakesOfThemOnSqlite(String name) throws Exception {
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + folder.resolve("database.db"));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(script(name));
        }

        assertConforms(name, database);
    }

    private static String script(String name) throws IOException {
        return Files.readString(MADE.resolve(name + ".sql"));
    }

    private static DriftReport check(String name, DataSource database) {
        return SchemaGuard.expecting(
                        SchemaSources.of(MADE.resolve(name + ".prisma").toString()))
                .policy(Policy.failOn(Severity.ADVISORY))
                .build()
                .check(database);
    }

    private static void assertConforms(String name, DataSource database) {
        DriftReport report = check(name, database);

        assertThat(report.unverified()).as(name).isEmpty();
        assertThat(report.findings()).as(report.toText()).isEmpty();
        assertThat(report.coverage().columnsChecked()).isPositive();
    }

    /** The last column of each table at once, for each check costs a look. */
    private static void assertMissesEachColumn(String name, DataSource database) throws Exception {
        List<String> renamed = new ArrayList<>();
        Matcher table = TABLE.matcher(script(name));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            while (table.find()) {
                String column = last(table.group(2));
                statement.executeUpdate(
                        "alter table " + table.group(1) + " rename \"" + column + "\" to \"gone " + column + "\"");
                renamed.add(table.group(1)
                                .replaceFirst("^\"(first|second)\"\\.", "")
                                .replace("\"", "") + "." + column);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(name, e);
        }

        assertThat(check(name, database).findings())
                .filteredOn(finding -> finding.severity() == Severity.BREAKING)
                .extracting(Finding::id)
                .as(name)
                .map(id -> id.replaceFirst("^missing-column:((first|second)\\.)?", ""))
                .containsAll(renamed);
    }

    private static String last(String columns) {
        Matcher column = COLUMN.matcher(columns);
        String last = "";
        while (column.find()) {
            last = column.group(1);
        }
        return last;
    }
}
