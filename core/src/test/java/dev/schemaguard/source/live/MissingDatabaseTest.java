package dev.schemaguard.source.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.source.SchemaSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** To look at a database that is a file does not make the file. */
class MissingDatabaseTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:", "jdbc:h2:file:", "jdbc:sqlite:", "jdbc:sqlite:file:"})
    void isNotMade(String driver) {
        SchemaSource source = SchemaSources.of(driver + folder.resolve("absent"));

        assertThatThrownBy(() -> source.load(Databases.assumed()))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessageContaining("the database does not exist");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:", "jdbc:sqlite:"})
    void isReadWhereItIsThere(String driver) throws Exception {
        String url = driver + folder.resolve("there");
        try (Connection made = DriverManager.getConnection(url)) {
            made.createStatement().execute("create table posts (id int)");
            assertThat(SchemaSources.of(url).load(Databases.behind(made)).tables())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:mem:x",
        "jdbc:h2:./x;IFEXISTS=FALSE",
        "jdbc:h2:./x;ifexists=true",
        "jdbc:sqlite:file:x?mode=rwc",
        "jdbc:sqlite:x?open_mode=6",
        "jdbc:postgresql://host/x"
    })
    void isAMatterOfTheUrlWhereThatSaysSo(String url) {
        assertThat(Databases.onlyWhereThereIsOne(url)).isEmpty();
    }

    @Test
    void isToldToTheDriver() {
        assertThat(Databases.onlyWhereThereIsOne("jdbc:h2:./x;MODE=MySQL")).isEqualTo(Map.of("IFEXISTS", "TRUE"));
        assertThat(Databases.onlyWhereThereIsOne("jdbc:sqlite:x")).isEqualTo(Map.of("open_mode", "2"));
    }
}
