package dev.schemaguard.input;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Opens files that others wrote. */
public final class InputFile {

    private InputFile() {}

    /**
     * Opens an ordinary file. A pipe may wait for ever for somebody to write, and a device may never end.
     *
     * @throws InputException if it is none
     * @throws IOException if it is not there or may not be read
     */
    public static InputStream open(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.newInputStream(file) : notRegular(file);
    }

    /** Says of what is not there, or may not be looked at, what the system says. */
    private static InputStream notRegular(Path file) throws IOException {
        throw InputException.notAFile(
                Files.readAttributes(file, BasicFileAttributes.class).isDirectory());
    }

    /**
     * The whole text of an ordinary file in UTF-8.
     *
     * @param most how many bytes it may have
     * @throws InputException if it is no ordinary file, longer than that, or not in UTF-8
     * @throws IOException if it is not there or may not be read
     */
    public static String text(Path file, long most) throws IOException {
        try (InputStream stream = new Bounded(open(file), most)) {
            byte[] bytes = stream.readAllBytes();
            try {
                return Utf8.text(bytes);
            } catch (CharacterCodingException e) {
                throw Utf8.malformed(new ByteArrayInputStream(bytes));
            }
        }
    }

    /**
     * A stream that is not read beyond a bound.
     *
     * @param most how many bytes it may have; where it has more, reading throws an {@link InputException}
     */
    public static InputStream bounded(InputStream stream, long most) {
        return new Bounded(stream, most);
    }

    private static final class Bounded extends FilterInputStream {

        private final long most;
        private long read;

        Bounded(InputStream stream, long most) {
            super(stream);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            count(count);
            return count;
        }

        private void count(int count) throws IOException {
            read += Math.max(0, count);
            if (read > most) {
                throw InputException.tooLong(most);
            }
        }
    }
}
