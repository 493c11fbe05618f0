package dev.schemaguard.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a server and a data folder to copy, taken once out of an artifact on the class path, for all builds of one user
 * of the machine.
 */
abstract class ServerBinaries {

    /** What tells this version of this server from others. */
    abstract String name() throws IOException;

    /** Puts the server's files where {@link #server} finds them. */
    abstract void unpack(Path home) throws IOException;

    /** Makes an empty data folder. */
    abstract void initialize(Path home, Path data) throws IOException;

    /** The server's program with what it needs to know in any case. */
    abstract List<String> server(Path home);

    /** What it needs to know to serve; each kind has some of its own. */
    abstract List<String> options();

    /** The folder that everything is in, made if there is none. */
    final Path home() throws IOException {
        Path all = Path.of(
                System.getProperty("java.io.tmpdir"), "schema-guard-servers-" + System.getProperty("user.name"));
        Files.createDirectories(
                all, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        String name = name();
        Path home = all.resolve(name);
        try (FileChannel file = FileChannel.open(
                        all.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = file.lock()) {
            if (lock.isValid() && !Files.exists(home)) {
                Path unfinished = all.resolve(name + ".unfinished");
                delete(unfinished);
                Files.createDirectories(unfinished);
                unpack(unfinished);
                initialize(unfinished, Files.createDirectory(template(unfinished)));
                Files.move(unfinished, home);
            }
        }
        return home;
    }

    static Path template(Path home) {
        return home.resolve("template");
    }

    /** A command as the server's program must be told who runs it. */
    static List<String> command(Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--no-defaults"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        command.addAll(List.of(arguments));
        return command;
    }

    static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
