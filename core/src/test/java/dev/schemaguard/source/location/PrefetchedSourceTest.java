package dev.schemaguard.source.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.source.SchemaSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PrefetchedSourceTest {

    private static final Database POSTGRESQL = Databases.assumed();

    private final Watched watched = new Watched();

    @Test
    void isReadBeforeAnybodyAsksAndOnlyOnce() throws InterruptedException {
        SchemaSource ahead = SchemaSources.ahead(watched, POSTGRESQL);

        assertThat(watched.begun.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(ahead.load(POSTGRESQL).tables()).hasSize(1);
        assertThat(ahead.load(POSTGRESQL)).isSameAs(ahead.load(POSTGRESQL));
        assertThat(watched.readers).hasSize(1).doesNotContain(Thread.currentThread());
    }

    @Test
    void isReadAnewForADatabaseThatSpellsOtherwise() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            Database other = Databases.behind(connection);

            assertThat(SchemaSources.ahead(watched, POSTGRESQL).load(other).tables())
                    .hasSize(1);
            assertThat(watched.readers).contains(Thread.currentThread());
        }
    }

    @Test
    void tellsWhatWentWrongToWhoeverAsks() {
        SchemaSource nowhere = SchemaSources.ahead(SchemaSources.snapshot(Path.of("nowhere.json")), POSTGRESQL);

        assertThat(nowhere.name()).isEqualTo("nowhere.json");
        assertThatExceptionOfType(SchemaSourceException.class)
                .isThrownBy(() -> nowhere.load(POSTGRESQL))
                .withMessageContaining("nowhere.json")
                .satisfies(failure -> assertThat(failure.getStackTrace())
                        .extracting(StackTraceElement::getClassName)
                        .contains(PrefetchedSourceTest.class.getName()));
    }

    @Test
    void isThereForAnInterruptedThreadThatStaysInterrupted() {
        SchemaSource ahead = SchemaSources.ahead(watched, POSTGRESQL);
        Thread.currentThread().interrupt();

        assertThat(ahead.load(POSTGRESQL).tables()).hasSize(1);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** Notes who reads it. */
    private static final class Watched implements SchemaSource {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final List<Thread> readers = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "watched";
        }

        @Override
        public Schema load(Database dialect) {
            readers.add(Thread.currentThread());
            begun.countDown();
            return Schema.builder()
                    .table(Table.builder(ObjectName.of("posts"))
                            .column(Column.builder("id").build())
                            .build())
                    .build();
        }
    }
}
