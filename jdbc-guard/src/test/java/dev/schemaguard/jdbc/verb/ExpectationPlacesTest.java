package dev.schemaguard.jdbc.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.migrations.MigrationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectationPlacesTest {

    private static final Database POSTGRESQL = Databases.assumed();

    private final ExpectationPlaces places = new ExpectationPlaces(MigrationSettings.DEFAULT);

    @TempDir
    private Path folder;

    @Test
    void aheadReadsWhatIsReadOtherwise() throws IOException {
        String script = script("create table t (id bigint primary key)");

        SchemaSource ahead = ahead(script).get(0);

        assertThat(ahead.name()).isEqualTo(script);
        assertThat(ahead.load(POSTGRESQL)).isEqualTo(places.source(script).load(POSTGRESQL));
    }

    @Test
    void aheadTellsOfAPlaceThatIsNotThereOnlyWhenItIsLoaded() {
        SchemaSource nowhere =
                ahead(folder.resolve("nowhere/schema.sql").toString()).get(0);

        assertThatThrownBy(() -> nowhere.load(POSTGRESQL)).isInstanceOf(SchemaSourceException.class);
    }

    @Test
    void aheadConnectsToNoDatabaseBeforeItIsLoaded() throws IOException {
        Path file = folder.resolve("expected");

        List<SchemaSource> ahead = ahead("jdbc:h2:" + file, script("create table t (id bigint)"));

        assertThat(ahead).hasSize(2);
        assertThat(ahead.get(1).load(POSTGRESQL).tables()).hasSize(1);
        assertThat(folder.resolve("expected.mv.db"))
                .as("what H2 makes of a connection")
                .doesNotExist();
    }

    private List<SchemaSource> ahead(String... locations) {
        return places.ahead(List.of(locations), ExpectationPlacesTest::database, POSTGRESQL, Duration.ofMinutes(1));
    }

    private static DataSource database(String url) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        return database;
    }

    private String script(String sql) throws IOException {
        return Files.writeString(folder.resolve("schema.sql"), sql).toString();
    }
}
