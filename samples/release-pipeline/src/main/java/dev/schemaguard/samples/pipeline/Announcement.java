package dev.schemaguard.samples.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where a process says that it is ready: a file with its address, complete from the moment it is there. */
record Announcement(Path file) {

    void ready(String address) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.writeString(draft, address);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
