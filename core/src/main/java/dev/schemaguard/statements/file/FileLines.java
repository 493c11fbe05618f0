package dev.schemaguard.statements.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/** The lines of a file, of which one is seen ahead. */
final class FileLines {

    private final BufferedReader reader;
    private Optional<String> ahead;
    private int number = 1;

    FileLines(BufferedReader reader) throws IOException {
        this.reader = reader;
        this.ahead = Optional.ofNullable(reader.readLine());
    }

    Optional<String> peek() {
        return ahead;
    }

    /** The number of the line ahead, from 1 on. */
    int number() {
        return number;
    }

    void next() throws IOException {
        ahead = Optional.ofNullable(reader.readLine());
        number++;
    }

    /** Whether there are more lines than blank ones. */
    boolean skipBlanks() throws IOException {
        while (ahead.isPresent() && ahead.get().isBlank()) {
            next();
        }
        return ahead.isPresent();
    }
}
