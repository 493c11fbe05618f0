package dev.schemaguard.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One running server of MySQL's family: it listens on loopback, keeps nothing, and goes with the JVM. */
final class MysqlProcess {

    private static final String SUPERUSER_OF_LOOPBACK = """
            create user if not exists root@'127.0.0.1' identified by '';
            grant all on *.* to root@'127.0.0.1' with grant option;
            """;

    /** How often a start is looked at, and how many times: a minute, for the machine may be busy. */
    private static final int LOOK_MILLIS = 50;

    private static final int LOOKS = 1200;

    private final ServerBinaries binaries;
    private int port;

    MysqlProcess(ServerBinaries binaries) {
        this.binaries = binaries;
    }

    /** The port of the server, which is started for who asks first. */
    synchronized int port() {
        if (port == 0) {
            try {
                port = start();
            } catch (IOException e) {
                throw new UncheckedIOException("the server could not be started", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        return port;
    }

    private int start() throws IOException, InterruptedException {
        Path home = binaries.home();
        Path folder = Files.createTempDirectory("schema-guard-server");
        ServerBinaries.copy(ServerBinaries.template(home), folder.resolve("data"));
        Path init = Files.writeString(folder.resolve("init.sql"), SUPERUSER_OF_LOOPBACK);
        int free = freePort();
        List<String> command = binaries.server(home);
        command.addAll(binaries.options());
        // The socket's path may be longer than the system allows: it is named relative to the data folder.
        command.addAll(List.of(
                "--datadir=" + folder.resolve("data"),
                // A server that starts takes away what lies there of others, which break off then.
                "--tmpdir=" + Files.createDirectory(folder.resolve("tmp")),
                "--port=" + free,
                "--bind-address=127.0.0.1",
                "--socket=../s",
                "--pid-file=" + folder.resolve("pid"),
                "--init-file=" + init,
                "--skip-log-bin",
                "--skip-name-resolve",
                "--secure-file-priv=",
                "--innodb-flush-method=nosync",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=0",
                "--innodb-buffer-pool-size=64M",
                "--max-connections=200"));
        Path log = folder.resolve("log");
        Process process = ServerCommand.start(command, home, log);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, folder)));
        awaitReady(process, command.get(0), log, free);
        return free;
    }

    private static void awaitReady(Process process, String program, Path log, int port)
            throws IOException, InterruptedException {
        String last = "";
        for (int look = 0; look < LOOKS; look++) {
            if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw ServerCommand.failure(program, log, null);
            }
            try (Connection connection =
                    DriverManager.getConnection(MysqlDriver.MARIADB.url(port, ""), TestMysql.SUPERUSER, "")) {
                connection.getMetaData();
                return;
            } catch (SQLException e) {
                last = String.valueOf(e.getMessage());
            }
        }
        throw new IllegalStateException(program + " did not get ready: " + last);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** There is nothing to keep, so it need not end well. */
    private static void stop(Process process, Path folder) {
        process.destroyForcibly().onExit().join();
        try {
            ServerBinaries.delete(folder);
        } catch (IOException e) {
            // A folder of temporary files is left behind, and nobody is left to be told.
        }
    }
}
