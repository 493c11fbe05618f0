package dev.schemaguard.ddl.script;

import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import java.io.IOException;
import java.io.Reader;

/** The characters of a script one by one, with a look ahead of bounded size; knows line and offset. */
final class CharStream implements AutoCloseable {

    /** What is given where the script has ended. */
    static final int END = -1;

    private static final int SIZE = 32 * 1024;

    private final SourceText source;
    private final Reader reader;
    private final char[] buffer;
    private int position;
    private int limit;
    private boolean exhausted;
    private long consumed;
    private int line;

    CharStream(SourceText source, Reader reader) {
        this(source, reader, SIZE);
    }

    /** The characters of a text that is not longer than the given size. */
    CharStream(SourceText source, Reader reader, int size) {
        this.source = source;
        this.reader = reader;
        this.buffer = new char[size];
        this.line = source.hasLines() ? 1 : 0;
    }

    /** The character at some distance ahead of the next one, without consuming anything. */
    int peek(int ahead) {
        if (position + ahead >= limit) {
            fill(ahead);
        }
        return position + ahead < limit ? buffer[position + ahead] : END;
    }

    /** The next character, consumed. */
    int read() {
        int c = peek(0);
        if (c == END) {
            return END;
        }
        position++;
        if ((c == '\n' || (c == '\r' && peek(0) != '\n')) && line > 0) {
            line++;
        }
        return c;
    }

    /** The line of the next character, from 1 on; 0 where lines mean nothing. */
    int line() {
        return line;
    }

    /** The offset of the next character. */
    long offset() {
        return consumed + position;
    }

    /** The place of the given line. */
    Origin at(int atLine) {
        return Origin.of(source.location(), atLine);
    }

    private void fill(int ahead) {
        if (ahead >= buffer.length) {
            return;
        }
        if (position + ahead >= buffer.length) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            consumed += position;
            limit -= position;
            position = 0;
        }
        try {
            while (!exhausted && position + ahead >= limit) {
                readMore();
            }
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }

    private void readMore() throws IOException {
        // Placeholders can make a script of any length of a short one, so that looking at the file does not suffice.
        ReadingDeadline.check(() -> at(line));
        int count = reader.read(buffer, limit, buffer.length - limit);
        if (count < 0) {
            exhausted = true;
            return;
        }
        for (int i = limit; i < limit + count; i++) {
            if (buffer[i] == 0) {
                throw new SchemaSourceException(
                        Origin.of(source.location()),
                        "is not a text in UTF-8: it holds NUL characters",
                        "save the script as UTF-8, or name the script instead of a binary dump");
            }
        }
        limit += count;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }
}
