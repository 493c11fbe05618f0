package dev.schemaguard.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.migrations.DdlSource;
import dev.schemaguard.source.snapshot.SnapshotSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ReadingDeadlineTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    Path folder;

    @Test
    void endsTheReadingOfAScriptWithoutEndAndTellsHowFarItGot() {
        SchemaSourceException failure = timeUp(DdlSource.of(endless("insert into t values (1);\n")));

        assertThat(failure.isTimeUp()).isTrue();
        assertThat(failure.origin().line()).isPositive();
        assertThat(failure.reason()).isEqualTo("reading the expectation took longer than 50 ms and was stopped here");
        assertThat(failure.remedy()).contains("snapshot", "--timeout");
    }

    @Test
    void endsTheReadingOfACommentASnapshotAndAProgramWithoutEnd() throws IOException {
        Files.writeString(
                folder.resolve("V1__a.sql"),
                "do $$ begin for i in 1..9999 loop for j in 1..9999 loop execute 'create table t' || i || '_' || j ||"
                        + " ' (id int)'; end loop; end loop; end $$;");

        assertThat(timeUp(DdlSource.of(endless("-- ")))).isNotNull();
        assertThat(timeUp(SnapshotSource.of(endless("   ")))).isNotNull();
        assertThat(timeUp(SchemaSources.of(folder.toString())).origin()).hasToString("V1__a.sql:1");
    }

    @Test
    void endsTheListingOfAFolder() throws IOException {
        Files.writeString(folder.resolve("V1__a.sql"), "create table t (id int);");

        SchemaSourceException failure = catchThrowableOfType(
                SchemaSourceException.class,
                () -> ReadingDeadline.within(
                        Duration.ofNanos(1),
                        () -> SchemaSources.of(folder.toString()).load(Databases.assumed())));

        assertThat(failure.isTimeUp()).isTrue();
        assertThat(failure.origin().location()).startsWith(folder.toString());
    }

    @Test
    void holdsForAGuardAndIsTimedOutInItsReport() {
        DriftReport report = SchemaGuard.expecting(DdlSource.of(endless("insert into t values (1);\n")))
                .scope(InspectionScope.EVERYTHING.within(SHORT))
                .build()
                .check(SchemaSource.of(Schema.builder().build()), Databases.assumed());

        assertThat(report.verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(report.unverified()).singleElement().satisfies(unknown -> {
            assertThat(unknown.code()).isEqualTo(Unverified.Code.TIMED_OUT);
            assertThat(unknown.reason()).startsWith("endless:").contains("50 ms");
        });
    }

    @Test
    void holdsForWhoWaitsForAReadingThatBeganAhead() {
        SchemaSource ahead =
                SchemaSources.ahead(DdlSource.of(endless("insert into t values (1);\n")), Databases.assumed());

        assertThat(timeUp(ahead).isTimeUp()).isTrue();
    }

    /** What is read ahead has no end of its own, and a check asks it for digests before anything else. */
    @Test
    @Timeout(60)
    void holdsForACheckOfADatabaseThatWaitsForAReadingThatBeganAhead() throws SQLException {
        SchemaSource ahead =
                SchemaSources.ahead(DdlSource.of(endless("insert into t values (1);\n")), Databases.assumed());

        DriftReport report = SchemaGuard.expecting(ahead)
                .scope(InspectionScope.EVERYTHING.within(Duration.ofMillis(200)))
                .build()
                .check(TestPostgres.freshDatabase());

        assertThat(report.unverified())
                .singleElement()
                .satisfies(unknown -> assertThat(unknown.code()).isEqualTo(Unverified.Code.TIMED_OUT));
    }

    @Test
    void isTheEarlierOfTwo() {
        SchemaSource endless = DdlSource.of(endless("insert into t values (1);\n"));

        assertThat(catchThrowableOfType(
                        SchemaSourceException.class,
                        () -> ReadingDeadline.within(
                                SHORT,
                                () -> ReadingDeadline.within(
                                        Duration.ofDays(10_000), () -> endless.load(Databases.assumed())))))
                .hasMessageContaining("50 ms");
        assertThat(ReadingDeadline.timeLeft()).isEmpty();
        assertThat(ReadingDeadline.within(SHORT, () -> ReadingDeadline.lifted(ReadingDeadline::timeLeft)))
                .isEmpty();
    }

    @Test
    void endsTheReadingOfAThreadThatIsInterrupted() throws Exception {
        FutureTask<SchemaSourceException> reading = new FutureTask<>(() -> {
            Thread.currentThread().interrupt();
            SchemaSourceException failure = catchThrowableOfType(
                    SchemaSourceException.class,
                    () -> DdlSource.of(endless(" ")).load(Databases.assumed()));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            return failure;
        });
        new Thread(reading).start();

        assertThat(reading.get()).hasMessageContaining("interrupted");
        assertThat(reading.get().isTimeUp()).isFalse();
    }

    /** By a clock that goes on by a millisecond whenever it is looked at, so that the time is up at the same place each time. */
    private static SchemaSourceException timeUp(SchemaSource source) {
        AtomicLong looks = new AtomicLong();
        LongSupplier clock = () -> looks.incrementAndGet() * 1_000_000;
        return catchThrowableOfType(
                SchemaSourceException.class,
                () -> ReadingDeadline.within(SHORT, clock, () -> source.load(Databases.assumed())));
    }

    /** A text that says one thing for ever. */
    private static SourceText endless(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return SourceText.of("endless", () -> new InputStream() {

            private int at;

            @Override
            public int read() {
                return bytes[at++ % bytes.length];
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                for (int i = offset; i < offset + length; i++) {
                    buffer[i] = (byte) read();
                }
                at %= bytes.length;
                return length;
            }
        });
    }
}
