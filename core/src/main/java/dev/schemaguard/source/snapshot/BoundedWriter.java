package dev.schemaguard.source.snapshot;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes no snapshot that would be refused where it is read. */
final class BoundedWriter extends FilterWriter {

    private long written;

    BoundedWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int character) throws IOException {
        count(1);
        super.write(character);
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        count(length);
        super.write(characters, offset, length);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        count(length);
        super.write(text, offset, length);
    }

    private void count(int length) {
        written += length;
        if (written > JsonInput.LONGEST) {
            throw new IllegalArgumentException("the schema makes a snapshot of more than " + (JsonInput.LONGEST >> 20)
                    + " million characters, which is more than is read; leave tables out with --exclude");
        }
    }
}
