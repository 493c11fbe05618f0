package dev.schemaguard.source.snapshot;

import java.util.BitSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;

/**
 * Lays a snapshot out for people who review it in a diff: objects and arrays stand on one line, but for those that are said to
 * be broken into lines, one for each of their entries.
 */
final class SnapshotLayout implements PrettyPrinter {

    private static final String INDENTATION = "  ";

    private final BitSet broken = new BitSet();
    private int depth;
    private boolean breakNext;

    /** What makes a generator use this layout. */
    ObjectWriteContext context() {
        return new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return SnapshotLayout.this;
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
    }

    /** Breaks the object or array that is written next into lines. */
    void breakNext() {
        breakNext = true;
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {
        json.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator json) {
        start(json, '{');
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        before(json);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
        json.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        separate(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
        end(json, entries, '}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
        start(json, '[');
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        before(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        separate(json);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) {
        end(json, values, ']');
    }

    private void start(JsonGenerator json, char bracket) {
        broken.set(++depth, breakNext);
        breakNext = false;
        json.writeRaw(bracket);
    }

    private void before(JsonGenerator json) {
        if (broken.get(depth)) {
            newLine(json);
        }
    }

    private void separate(JsonGenerator json) {
        json.writeRaw(',');
        if (broken.get(depth)) {
            newLine(json);
        } else {
            json.writeRaw(' ');
        }
    }

    private void end(JsonGenerator json, int entries, char bracket) {
        boolean wasBroken = broken.get(depth--);
        if (wasBroken && entries > 0) {
            newLine(json);
        }
        json.writeRaw(bracket);
    }

    private void newLine(JsonGenerator json) {
        json.writeRaw('\n');
        for (int i = 0; i < depth; i++) {
            json.writeRaw(INDENTATION);
        }
    }
}
