package dev.schemaguard.jdbc.verb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that a command writes. It holds either all of the new text or what it held before, whenever the process ends.
 *
 * @param option the option that named it, for messages
 * @param file where it is
 */
public record ReportFile(String option, Path file) {

    public void write(String text) {
        try {
            replace(text);
        } catch (NoSuchFileException e) {
            throw new VerbException(
                    option + ": '" + file + "' cannot be written: its folder is not there; make it first");
        } catch (AccessDeniedException e) {
            throw new VerbException(
                    option + ": '" + file + "' cannot be written: access denied; check the permissions");
        } catch (IOException e) {
            throw new VerbException(option + ": '" + file + "' cannot be written ("
                    + e.getClass().getSimpleName() + "); check that it is a file and that there is room");
        }
    }

    private void replace(String text) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A device or a pipe, such as /dev/stdout: there is nothing to keep, and nothing to move.
            Files.writeString(file, text, StandardCharsets.UTF_8);
            return;
        }
        // What a link points to is replaced, and not the link.
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path beside = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.writeString(
                    beside, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
