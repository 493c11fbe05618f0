package dev.schemaguard.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts in a file, as one of several that do: what one of them reads too early is lost. */
final class CountingProcess {

    private CountingProcess() {}

    public static void main(String[] arguments) {
        count(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    static void count(Path file, int times) {
        try {
            for (int i = 0; i < times; i++) {
                WriterLock.hold(file, () -> {
                    int before = Integer.parseInt(Files.readString(file));
                    Files.writeString(file, String.valueOf(before + 1));
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
