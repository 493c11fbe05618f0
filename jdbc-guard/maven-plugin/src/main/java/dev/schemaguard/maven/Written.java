package dev.schemaguard.maven;

import dev.schemaguard.jdbc.verb.VerbException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a goal writes. */
final class Written {

    private Written() {}

    /** Makes the folder that a file is to be in. */
    static void folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new VerbException("the folder '" + folder + "' cannot be made ("
                    + e.getClass().getSimpleName() + "); check the permissions");
        }
    }
}
