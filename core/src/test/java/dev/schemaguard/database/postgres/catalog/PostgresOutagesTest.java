package dev.schemaguard.database.postgres.catalog;

import static dev.schemaguard.database.postgres.catalog.Inspecting.expecting;
import static dev.schemaguard.database.postgres.catalog.Inspecting.inspect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionException.Reason;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresOutagesTest {

    @Test
    void saysThatTheConnectionWasLostWhenItIsKilledInTheMiddle() throws Exception {
        DataSource database = TestPostgres.freshDatabase("create table posts (id int)");
        try (Connection connection = database.getConnection();
                Connection locker = database.getConnection();
                Connection killer = TestPostgres.freshDatabase().getConnection();
                Statement locking = locker.createStatement();
                Statement killing = killer.createStatement()) {
            locker.setAutoCommit(false);
            locking.execute("lock table pg_catalog.pg_attribute in access exclusive mode");
            int process = connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();

            CompletableFuture<InspectionException> failure = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                    InspectionException.class,
                    () -> Databases.assumed().inspector().inspect(connection, expecting("posts"))));
            killing.execute("do $$ begin for i in 1..1000 loop"
                    + " exit when (select wait_event_type from pg_stat_activity where pid = " + process + ") = 'Lock';"
                    + " perform pg_stat_clear_snapshot(); perform pg_sleep(0.01); end loop; end $$");
            killing.execute("select pg_terminate_backend(" + process + ")");

            assertThat(failure.get(20, TimeUnit.SECONDS).reason()).isEqualTo(Reason.UNREACHABLE);
            locker.rollback();
        }
    }

    @Test
    void doesNotHangOnAServerThatFallsSilent() throws Exception {
        String name = TestPostgres.freshDatabaseName();
        try (SilentProxy proxy = new SilentProxy(TestPostgres.port());
                Connection connection = DriverManager.getConnection("jdbc:postgresql://localhost:" + proxy.port() + "/"
                        + name + "?cancelSignalTimeout=2&user=" + TestPostgres.SUPERUSER)) {
            proxy.fallSilent();

            CompletableFuture<InspectionException> failure = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                    InspectionException.class,
                    () -> Databases.assumed()
                            .inspector()
                            .inspect(connection, expecting("posts").within(Duration.ofSeconds(1)))));

            assertThat(failure.get(20, TimeUnit.SECONDS).reason()).isIn(Reason.TIMED_OUT, Reason.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"statement_timeout", "lock_timeout"})
    void namesTheServersOwnLimitWhereThatEndedIt(String limit) throws SQLException {
        DataSource database = TestPostgres.freshDatabase("create table posts (id int)");
        try (Connection connection = database.getConnection();
                Connection migration = database.getConnection();
                Statement setting = connection.createStatement();
                Statement statement = migration.createStatement()) {
            setting.execute("set " + limit + " = 200");
            migration.setAutoCommit(false);
            statement.execute("lock table pg_catalog.pg_class in access exclusive mode");

            InspectionException failure = catchThrowableOfType(
                    InspectionException.class,
                    () -> Databases.assumed().inspector().inspect(connection, expecting("posts")));

            assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(failure)
                    .hasMessageContaining("this session's " + limit + " allows (SQLState ")
                    .message()
                    .doesNotContain("30 s", "PT");
            migration.rollback();
        }
    }

    @Test
    void readsASessionThatTakesNoWrites() {
        String name = TestPostgres.freshDatabaseName();
        TestPostgres.execute(
                TestPostgres.dataSource(name, TestPostgres.SUPERUSER),
                "create table posts (id serial primary key)",
                "alter database " + name + " set default_transaction_read_only = on");
        DataSource readOnly = TestPostgres.dataSource(name, TestPostgres.SUPERUSER);

        assertThatThrownBy(() -> TestPostgres.execute(readOnly, "create table other (id int)"))
                .hasMessageContaining("read-only");
        assertThat(inspect(readOnly, expecting("posts")).schema().tables()).hasSize(1);
        assertThat(inspect(readOnly, InspectionScope.EVERYTHING).schema().tables())
                .hasSize(1);
    }

    @Test
    void readsAStandbyThatTakesNoWrites(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        try (EmbeddedPostgres primary = server(data);
                Connection connection = primary.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create type mood as enum ('a', 'b')");
            statement.execute("create table posts (id serial primary key, m mood default 'a' check (m <> 'b'))");
            statement.execute("create view shown as select id from posts");
        }
        Files.createFile(data.resolve("standby.signal"));
        try (EmbeddedPostgres standby = server(data);
                Connection connection = standby.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(catchThrowableOfType(SQLException.class, () -> statement.execute("create table t (id int)"))
                            .getMessage())
                    .contains("read-only");

            LiveSchema live = Databases.assumed().inspector().inspect(connection, InspectionScope.EVERYTHING);

            assertThat(live.schema().tables()).hasSize(2);
            assertThat(Inspecting.column(live, "posts", "id").isFilledByDatabase())
                    .isTrue();
        }
    }

    private static EmbeddedPostgres server(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
    }

    /** Passes everything on until it is told to fall silent, and then keeps the connection open. */
    private static final class SilentProxy implements AutoCloseable {

        private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private volatile boolean silent;

        SilentProxy(int target) throws IOException {
            Thread thread = new Thread(() -> serve(target), "silent proxy");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return door.getLocalPort();
        }

        void fallSilent() {
            silent = true;
        }

        private void serve(int target) {
            try {
                while (true) {
                    Socket client = door.accept();
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                    copy(client, server);
                    copy(server, client);
                }
            } catch (IOException closed) {
                silent = true;
            }
        }

        private void copy(Socket from, Socket to) {
            Thread thread = new Thread(() -> {
                try (InputStream in = from.getInputStream();
                        OutputStream out = to.getOutputStream()) {
                    byte[] buffer = new byte[8192];
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        if (!silent) {
                            out.write(buffer, 0, read);
                            out.flush();
                        }
                    }
                } catch (IOException closed) {
                    silent = true;
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
