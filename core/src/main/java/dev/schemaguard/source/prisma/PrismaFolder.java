package dev.schemaguard.source.prisma;

import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.source.SchemaSource;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * A folder with the files of a schema in it or in its folder {@code schema}, and perhaps the migrations that Prisma made of it.
 *
 * @param location what it is called in reports
 * @param folder where it is
 */
public record PrismaFolder(String location, Path folder) {

    private static final String FILES = "*.prisma";
    private static final String MIGRATIONS = "migrations";
    private static final int DEEPEST = 16;

    /** More than any folder of a schema has, and more than all its files have together. */
    private static final int MOST = 100_000;

    private static final long MOST_BYTES = 32L << 20;

    /** The folder, if it is one of Prisma's; nothing is looked for deep in it. */
    public static Optional<PrismaFolder> at(String location, Path folder) {
        return hasFiles(location, folder) || hasFiles(location, folder.resolve("schema"))
                ? Optional.of(new PrismaFolder(location, folder))
                : Optional.empty();
    }

    private static boolean hasFiles(String location, Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, FILES)) {
            for (Path file : files) {
                if (Files.isRegularFile(file)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException e) {
            throw unreadable(location, e);
        }
    }

    /** What the schema in it expects. */
    public SchemaSource schema() {
        return PrismaSource.of(this);
    }

    /** The folder of the migrations beside the schema; empty where there is none. */
    public Optional<PrismaFolder> migrations() {
        Path beside = folder.resolve(MIGRATIONS);
        return Files.isDirectory(beside) ? Optional.of(new PrismaFolder(called(MIGRATIONS), beside)) : Optional.empty();
    }

    private String called(String relative) {
        return location.endsWith("/") ? location + relative : location + "/" + relative;
    }

    /**
     * The files of the schema, sorted by their names. What lies in migrations, hidden folders and those of packages is none.
     *
     * @throws SchemaSourceException if something in the folder cannot be looked into
     */
    List<SourceText> files() {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, new Visitor(found));
        } catch (IOException e) {
            throw unreadable(location, e);
        }
        return found.stream()
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .sorted()
                .map(relative -> SourceText.file(called(relative), folder.resolve(relative)))
                .toList();
    }

    private static SchemaSourceException unreadable(String location, Exception cause) {
        return new SchemaSourceException(
                Origin.of(location), "the folder cannot be read", "let this user read it and all that is in it", cause);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private final List<Path> found;
        private int seen;
        private long bytes;

        Visitor(List<Path> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
            count();
            String name = String.valueOf(below.getFileName());
            boolean others = name.startsWith(".") || name.equals("node_modules") || name.equals(MIGRATIONS);
            return others && !below.equals(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        /** A link to a file is one: so Kubernetes mounts them. */
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            count();
            if (String.valueOf(file.getFileName()).endsWith(".prisma") && Files.isRegularFile(file)) {
                found.add(file);
                bytes += Files.size(file);
            }
            if (bytes > MOST_BYTES) {
                throw tooMuch((MOST_BYTES >> 20) + " MB of schemas");
            }
            return FileVisitResult.CONTINUE;
        }

        private void count() {
            seen++;
            ReadingDeadline.check(() -> Origin.of(location + ", after " + seen + " files"));
            if (seen > MOST) {
                throw tooMuch(MOST + " files");
            }
        }

        private SchemaSourceException tooMuch(String what) {
            return new SchemaSourceException(
                    Origin.of(location),
                    "holds more than " + what + ", more than are ever read",
                    "name the folder of the schema alone");
        }
    }
}
