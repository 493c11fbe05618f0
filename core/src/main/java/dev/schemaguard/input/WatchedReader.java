package dev.schemaguard.input;

import dev.schemaguard.model.Origin;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;

/** The characters of a text, given as long as there is time. */
final class WatchedReader extends Reader {

    private final SourceText source;
    private final Reader reader;

    WatchedReader(SourceText source, Reader reader) {
        this.source = source;
        this.reader = reader;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        ReadingDeadline.check(() -> Origin.of(source.location()));
        try {
            return reader.read(buffer, offset, length);
        } catch (CharacterCodingException e) {
            throw source.unreadable(e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
