package dev.schemaguard.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A MySQL 8 out of an artifact that holds it as an archive: two such artifacts call it alike. */
final class MysqlBinaries extends ServerBinaries {

    private static final String ARCHIVE = "mysql-Linux-amd64.tar.gz";

    private final String name;
    private final String publisher;
    private final List<String> more;

    /**
     * A version of the server.
     *
     * @param name its name with the version
     * @param publisher what tells the artifact's jar from others that hold such an archive
     * @param more options of its own, which it is made with, too
     */
    MysqlBinaries(String name, String publisher, String... more) {
        this.more = List.of(more);
        this.name = name;
        this.publisher = publisher;
    }

    @Override
    String name() {
        return name;
    }

    @Override
    void unpack(Path home) throws IOException {
        Process tar = new ProcessBuilder("tar", "-xz", "-C", home.toString())
                .inheritIO()
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        try (InputStream packed = artifact().openStream();
                OutputStream in = tar.getOutputStream()) {
            packed.transferTo(in);
        }
        ServerCommand.await(tar, "tar");
        renamedLibrary(home);
    }

    private URL artifact() throws IOException {
        return Collections.list(MysqlBinaries.class.getClassLoader().getResources(ARCHIVE)).stream()
                .filter(url -> url.toString().contains("/" + publisher + "/"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no " + ARCHIVE + " of " + publisher + " on the class path: run the build with -Pdatabases"));
    }

    /** Debian 13 and Ubuntu 24.04 changed the name of a library, not the library. */
    private static void renamedLibrary(Path home) throws IOException {
        Path lib = Files.createDirectories(home.resolve("lib"));
        Path renamed = Path.of("/usr/lib/x86_64-linux-gnu/libaio.so.1t64");
        if (Files.exists(renamed)) {
            Files.createSymbolicLink(lib.resolve("libaio.so.1"), renamed);
        }
    }

    @Override
    void initialize(Path home, Path data) throws IOException {
        List<String> command = server(home);
        command.addAll(List.of("--initialize-insecure", "--datadir=" + data));
        command.addAll(options());
        ServerCommand.run(command, home);
    }

    @Override
    List<String> server(Path home) {
        return command(home.resolve("bin/mysqld"), "--basedir=" + home, "--lc-messages-dir=" + home.resolve("share"));
    }

    @Override
    List<String> options() {
        List<String> options = new ArrayList<>(more);
        options.addAll(List.of("--mysqlx=OFF", "--performance-schema=OFF", "--loose-innodb-redo-log-capacity=8M"));
        return options;
    }
}
