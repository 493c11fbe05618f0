package dev.schemaguard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.jdbc.gate.ManualTime;
import dev.schemaguard.jdbc.gate.SchemaGuardListener;
import dev.schemaguard.jdbc.gate.WaitSettings;
import dev.schemaguard.report.DriftReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whatever a database holds or a driver says, nothing of it is raw in a line of the log, and no password is there. */
class HostileLogTest {

    private final ManualTime time = new ManualTime();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.schemaguard");

    @BeforeEach
    void listen() {
        logger.setLevel(Level.DEBUG);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void aRefusalAndWhatIsWaitedForAreSeen() throws SQLException {
        SchemaGuard guard = SchemaGuard.expecting(SchemaSources.database(
                        HostileNames.NASTY, HostileNames.whole().direct()))
                .build();
        try (GuardedDataSource guarded = GuardedDataSource.builder(TestPool.of(HostileNames.broken()))
                .guard(guard)
                .waitFor(WaitSettings.atMost(Duration.ofSeconds(1)))
                .time(time)
                .build()) {
            SchemaDriftException refusal = catchThrowableOfType(SchemaDriftException.class, guarded::getConnection);

            HostileNames.assertSeen(refusal.getMessage());
        }

        assertThat(log.list).hasSizeGreaterThanOrEqualTo(2);
        assertThat(log.list.toString()).contains("waiting up to", "refusing connections");
        assertLogSeen();
    }

    @Test
    void aStatementWhoseFailureIsNoDriftIsSeen() throws SQLException {
        TestDatabase database = Release42.migratedDatabase();
        try (GuardedDataSource guarded = GuardedDataSource.builder(TestPool.of(database))
                .guard(Release42.guard())
                .time(time)
                .translateErrors(true)
                .patience(Duration.ofSeconds(30))
                .build()) {
            guarded.verifyNow();
            time.pass(Duration.ofMinutes(5));
            for (String name : new String[] {HostileNames.NASTY, "password=s3cret"}) {
                time.pass(Duration.ofMinutes(5));
                try (Connection connection = guarded.getConnection();
                        Statement statement = connection.createStatement()) {
                    assertThatThrownBy(() -> statement.execute("select \"" + name + "\" from posts"))
                            .isInstanceOf(SQLException.class);
                }
            }
        }

        assertThat(log.list.toString()).contains("the release expects nothing of that name", "\\u001b]0;p");
        assertThat(log.list.toString()).doesNotContain("s3cret");
        assertLogSeen();
    }

    @Test
    void aListenerThatBreaksIsTracedWithoutItsSecrets() throws SQLException {
        SchemaGuardListener broken = new SchemaGuardListener() {
            @Override
            public void opened(DriftReport report) {
                throw new IllegalStateException(
                        "no\u001b pool", new SQLException("for jdbc:postgresql://u:s3cret@h/db\r\nERROR forged"));
            }
        };
        try (GuardedDataSource guarded = GuardedDataSource.builder(TestPool.of(Release42.migratedDatabase()))
                .guard(Release42.guard())
                .listener(broken)
                .build()) {
            guarded.getConnection().close();
        }

        ILoggingEvent event = log.list.stream()
                .filter(one -> one.getThrowableProxy() != null)
                .findFirst()
                .orElseThrow();
        assertThat(event.getThrowableProxy().getMessage()).isEqualTo("java.lang.IllegalStateException: no\\u001b pool");
        assertThat(event.getThrowableProxy().getStackTraceElementProxyArray()[0].toString())
                .contains("HostileLogTest");
        assertThat(event.getThrowableProxy().getCause().getMessage())
                .startsWith("java.sql.SQLException: for jdbc:postgresql://h/db (")
                .doesNotContain("s3cret", "forged");
        assertLogSeen();
    }

    private void assertLogSeen() {
        for (ILoggingEvent event : log.list) {
            HostileNames.assertSeen(event.getFormattedMessage());
            if (event.getKeyValuePairs() != null) {
                event.getKeyValuePairs().forEach(pair -> HostileNames.assertSeen(String.valueOf(pair.value)));
            }
            for (IThrowableProxy link = event.getThrowableProxy(); link != null; link = link.getCause()) {
                HostileNames.assertSeen(String.valueOf(link.getMessage()));
            }
        }
    }
}
