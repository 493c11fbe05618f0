package dev.schemaguard.test;

import dev.schemaguard.input.InputFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The file in the source tree that holds a snapshot.
 *
 * @param path where it is, absolute
 */
record SnapshotFile(Path path) {

    /** In bytes: no snapshot that can be read is longer. */
    private static final long LONGEST = 512L << 20;

    /** The folders of a module that Maven, Gradle and Eclipse put compiled classes below. */
    private static final Set<String> OUTPUTS = Set.of("target", "build", "bin");

    /**
     * The file, seen from the module that a test belongs to: the one that Maven says, or else the one that the test's classes
     * were compiled in, or else the working directory.
     *
     * @param written the path, as somebody wrote it
     * @param basedir what Maven says, or {@code null}
     */
    static SnapshotFile of(Path written, Class<?> test, @Nullable String basedir) {
        Path module = basedir == null || basedir.isBlank() ? compiledIn(test).orElse(Path.of("")) : Path.of(basedir);
        return new SnapshotFile(module.resolve(written).toAbsolutePath().normalize());
    }

    private static Optional<Path> compiledIn(Class<?> test) {
        CodeSource source = test.getProtectionDomain().getCodeSource();
        if (source == null
                || source.getLocation() == null
                || !"file".equals(source.getLocation().getProtocol())) {
            return Optional.empty();
        }
        try {
            Path classes = Path.of(source.getLocation().toURI());
            for (Path folder = classes; folder != null; folder = folder.getParent()) {
                if (Files.isDirectory(classes) && OUTPUTS.contains(String.valueOf(folder.getFileName()))) {
                    return Optional.ofNullable(folder.getParent());
                }
            }
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** What it holds, with line feeds only, whatever a checkout made of them; empty where there is no such file. */
    Optional<String> text() throws IOException {
        return Files.exists(path) ? Optional.of(InputFile.text(path, LONGEST).replace("\r\n", "\n")) : Optional.empty();
    }

    /** Writes it whole or not at all, so that whoever reads meanwhile never sees a half. Makes the folders that it needs. */
    void write(String text) throws IOException {
        Path folder = path.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path whole = path.resolveSibling(path.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.writeString(whole, text, StandardCharsets.UTF_8);
            move(whole);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private void move(Path whole) throws IOException {
        try {
            Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(whole, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
