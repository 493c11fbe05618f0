package dev.schemaguard.test;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashSet;
import java.util.Set;

/**
 * Lets one at a time change a file: one thread of this process, and one process of this user. What is locked lies in a folder of the
 * user's own below {@code java.io.tmpdir}, for beside the file it would be packaged with it; nobody else can put a link there.
 */
final class WriterLock {

    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");

    private WriterLock() {}

    /** What changes a file. */
    interface Change {
        void make() throws IOException;
    }

    /**
     * Makes a change as soon as nobody else makes one.
     *
     * @param file what is changed, in a folder that is there
     * @throws IOException if there is no lock to be had, or of the change
     */
    static void hold(Path file, Change change) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        Path real = folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
        Path lock = folder(Path.of(System.getProperty("java.io.tmpdir")))
                .resolve("statements-" + Integer.toHexString(real.hashCode()) + ".lock");
        // A lock on a file is that of the whole process.
        synchronized (WriterLock.class) {
            try (FileChannel channel = FileChannel.open(
                    lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                channel.lock();
                change.make();
            }
        }
    }

    /**
     * The user's own folder for locks.
     *
     * @param temporary the folder for temporary files, which all users of a machine may share
     * @throws IOException if it cannot be made, or others can write there
     */
    static Path folder(Path temporary) throws IOException {
        Files.createDirectories(temporary);
        Path own = temporary.resolve(
                "schema-guard-" + System.getProperty("user.name").replaceAll("[^\\w.-]", "_"));
        // Elsewhere than where files have such owners the folder for temporary files is the user's already.
        boolean owned = temporary.getFileSystem().supportedFileAttributeViews().contains("posix");
        try {
            if (owned) {
                Files.createDirectory(own, PosixFilePermissions.asFileAttribute(OWN));
            } else {
                Files.createDirectory(own);
            }
        } catch (FileAlreadyExistsException e) {
            if (owned) {
                checkOwn(own, temporary);
            }
        }
        return own;
    }

    private static void checkOwn(Path own, Path temporary) throws IOException {
        PosixFileAttributes found = Files.readAttributes(own, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Set<PosixFilePermission> more = new HashSet<>(found.permissions());
        more.removeAll(OWN);
        String why = "";
        if (!found.isDirectory()) {
            why = "it is no folder";
        } else if (!found.owner().equals(self(temporary))) {
            why = "it belongs to '" + found.owner().getName() + "'";
        } else if (!more.isEmpty()) {
            why = "others than its owner have rights there: " + PosixFilePermissions.toString(found.permissions());
        }
        if (!why.isEmpty()) {
            throw new FileSystemException(
                    own.toString(),
                    null,
                    "locks are kept in a folder that nobody else can write to, and " + why
                            + "; delete it, or name another folder for temporary files with -Djava.io.tmpdir");
        }
    }

    /** The name of a user need not be one that the system knows; the owner of a new file always is. */
    private static UserPrincipal self(Path temporary) throws IOException {
        Path probe = Files.createTempFile(temporary, "schema-guard-", ".owner");
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }
}
