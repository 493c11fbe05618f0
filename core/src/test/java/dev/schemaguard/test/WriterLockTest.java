package dev.schemaguard.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WriterLockTest {

    private static final int CHANGES = 500;

    @TempDir
    private Path folder;

    @Test
    void losesNothingWhenTwoProcessesChangeAFile() throws Exception {
        Path file = counted();
        Path log = folder.resolve("log");
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            all.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Djava.io.tmpdir=" + folder,
                            "-cp",
                            String.join(File.pathSeparator, classes(WriterLock.class), classes(CountingProcess.class)),
                            CountingProcess.class.getName(),
                            file.toString(),
                            String.valueOf(CHANGES))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start());
        }

        for (Process one : all) {
            assertThat(one.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(one.exitValue()).describedAs(Files.readString(log)).isZero();
        }
        assertThat(file).hasContent(String.valueOf(2 * CHANGES));
    }

    @Test
    void losesNothingWhenThreadsChangeAFile() throws IOException {
        Path file = counted();

        IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> CountingProcess.count(file, 50)))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(file).hasContent("200");
    }

    @Test
    void anotherUserCanNeitherReachTheLocksNorPutALinkThere() throws IOException {
        Path locks = WriterLock.folder(folder);

        assertThat(WriterLock.folder(folder)).isEqualTo(locks);
        assertThat(folder.toFile().list()).containsExactly(locks.toFile().getName());
        if (posix()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(locks)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the folder for temporary files is a user's own")
    void refusesAFolderThatOthersMadeOrCanWriteTo() throws IOException {
        Path locks = WriterLock.folder(folder);
        Files.setPosixFilePermissions(locks, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> WriterLock.folder(folder))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContainingAll(locks.toString(), "rwxrwxrwx", "-Djava.io.tmpdir");

        Files.delete(locks);
        Files.createSymbolicLink(locks, Files.createDirectory(folder.resolve("elsewhere")));

        assertThatThrownBy(() -> WriterLock.folder(folder)).hasMessageContaining("it is no folder");
    }

    private Path counted() throws IOException {
        return Files.writeString(folder.resolve("counted"), "0");
    }

    private boolean posix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static String classes(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
