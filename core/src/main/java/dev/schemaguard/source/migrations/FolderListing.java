package dev.schemaguard.source.migrations;

import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.text.Secrets;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists all files below a folder. Links are followed, as migration tools do. What cannot be looked into is an error: the
 * migrations in it would be missing, and nobody would know.
 */
final class FolderListing extends SimpleFileVisitor<Path> {

    /** More than any project has migrations; a folder with more is not the one that was meant. */
    private static final int MOST = 250_000;

    private static final int DEEPEST = 64;

    private final String location;
    private final Path folder;
    private final List<MigrationFile> files = new ArrayList<>();
    private int seen;

    /**
     * A listing that is still to be made.
     *
     * @param location what the folder is called in reports
     * @param folder where it is
     */
    FolderListing(String location, Path folder) {
        this.location = location;
        this.folder = folder;
    }

    /**
     * The files.
     *
     * @throws SchemaSourceException if there is no such folder, or something in it cannot be looked into
     */
    List<MigrationFile> files() {
        try {
            if (!Files.readAttributes(folder, BasicFileAttributes.class).isDirectory()) {
                throw broken("is no folder", "check the location and the working directory", null);
            }
            Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, this);
        } catch (NoSuchFileException e) {
            throw broken("no such folder", "check the location and the working directory", e);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        return files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
        count();
        // Where Kubernetes mounts files, it keeps them once more in such folders, behind the links to them.
        boolean mount =
                !below.equals(folder) && String.valueOf(below.getFileName()).startsWith("..");
        return mount ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        count();
        if (attributes.isRegularFile()) {
            String relative = relative(file);
            files.add(new MigrationFile(relative, SourceText.file(relative, file)));
        } else if (attributes.isDirectory()) {
            throw broken(
                    "'" + relative(file) + "' in it is deeper than " + DEEPEST + " folders",
                    "name the folder of the migrations alone",
                    null);
        } else if (attributes.isSymbolicLink() && isScript(file)) {
            throw broken(
                    "the link '" + relative(file) + "' leads to no file",
                    "mend it or remove it: a migration may be missing",
                    null);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        // What was there a moment ago and is there no more is not to be read.
        if (failure instanceof NoSuchFileException && !file.equals(folder)) {
            return FileVisitResult.CONTINUE;
        }
        throw unreadable(file, failure);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path below, @Nullable IOException failure) {
        if (failure != null) {
            throw unreadable(below, failure);
        }
        return FileVisitResult.CONTINUE;
    }

    /** The links by which Emacs marks what it edits lead nowhere by design. */
    private static boolean isScript(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".sql") && !name.startsWith(".#");
    }

    private void count() {
        seen++;
        ReadingDeadline.check(() -> Origin.of(location + ", after " + seen + " files"));
        if (seen > MOST) {
            throw broken(
                    "holds more than " + MOST + " files, more than are ever read",
                    "name the folder of the migrations alone",
                    null);
        }
    }

    private SchemaSourceException unreadable(Path file, IOException failure) {
        String what = file.equals(folder) ? "" : "'" + relative(file) + "' in it ";
        if (failure instanceof FileSystemLoopException) {
            return broken(what + "leads back to a folder above it", "remove that link", failure);
        }
        if (failure instanceof AccessDeniedException) {
            return broken(
                    what + "cannot be read (permission denied)",
                    "let this user read the folder and all that is in it",
                    failure);
        }
        return broken(
                what + "cannot be read (" + Secrets.said(failure) + ")",
                "let this user read the folder, and check that the disk is well",
                failure);
    }

    private SchemaSourceException broken(String reason, String remedy, @Nullable IOException cause) {
        return new SchemaSourceException(Origin.of(location), reason, remedy, cause);
    }

    private String relative(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
