package dev.schemaguard.source.snapshot;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.Schema;
import dev.schemaguard.text.Printable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A schema as versioned JSON, read and written. The format is told in the description of this package.
 *
 * <p>What is written and read again equals the schema, but for three things: {@linkplain dev.schemaguard.model.Capabilities
 * what the connected role may do} is not written; nor is it that a table is complete in families that concern the whole
 * database; and tables, types, sequences, rules and indexes come back in the order of their names. The same schema always
 * gives the same text.
 */
public final class SnapshotJson {

    /** The version of the format that is written, and the highest that is read. */
    public static final int VERSION = 1;

    private SnapshotJson() {}

    /**
     * Reads a snapshot. Facts whose origin it does not tell come back without one.
     *
     * @throws SchemaSourceException if the text cannot be read or is not a snapshot that this version understands
     */
    public static Snapshot read(SourceText text) {
        return SnapshotReader.read(text, Optional.empty());
    }

    /**
     * Writes a snapshot, ended by a line feed. The writer is flushed and left open; it must encode in UTF-8.
     *
     * @param schema the schema, spelled by the dialect
     * @param dialect the dialect
     * @throws IllegalArgumentException if a type is not spelled by a dialect yet, as in a contract written by hand, or if the
     *     snapshot would be too long to be read
     * @throws IOException if the writer throws it
     */
    public static void write(Schema schema, Dialect dialect, Writer out) throws IOException {
        SnapshotWriter.write(schema, dialect.name(), out);
    }

    /**
     * Writes a snapshot into a file, in place of what it held before. Nothing is touched if the schema cannot be written.
     *
     * @param schema the schema, spelled by the dialect
     * @param dialect the dialect
     * @param file the file; its folder has to be there
     * @throws IllegalArgumentException if a type is not spelled by a dialect yet, as in a contract written by hand, or if the
     *     snapshot would be too long to be read
     * @throws IOException if the file cannot be written
     */
    public static void write(Schema schema, Dialect dialect, Path file) throws IOException {
        Files.writeString(file, toText(schema, dialect), StandardCharsets.UTF_8);
    }

    /**
     * The snapshot as a text, ended by a line feed. What would not be seen of a name stands there as JSON's own escape.
     *
     * @param schema the schema, spelled by the dialect
     * @param dialect the dialect
     * @throws IllegalArgumentException if a type is not spelled by a dialect yet, as in a contract written by hand, or if the
     *     snapshot would be too long to be read
     */
    public static String toText(Schema schema, Dialect dialect) {
        StringWriter text = new StringWriter();
        try {
            write(schema, dialect, text);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written", e);
        }
        return Printable.json(text.toString());
    }

    /**
     * The snapshot as a text, with digests behind its facts, by which a check finds out in one statement that a database is as
     * it was captured. Where there are no digests, or they cannot be written, the text is that of {@link #toText(Schema,
     * Dialect)}.
     *
     * @param schema the schema, spelled by the dialect
     * @param dialect the dialect
     * @param digests what the database made of that very schema, one for each major version
     * @throws IllegalArgumentException if a type is not spelled by a dialect yet, as in a contract written by hand, or if the
     *     snapshot would be too long to be read
     */
    public static String toText(Schema schema, Dialect dialect, List<TableDigests> digests) {
        String facts = toText(schema, dialect);
        // Of what was not read nobody can say that it is as it was.
        return schema.gaps().isEmpty() ? new DigestBlock(dialect.name(), digests).addedTo(facts) : facts;
    }

    /** A snapshot's text without its digests, for who looks at what is expected. */
    public static String withoutDigests(String snapshot) {
        return DigestBlock.leftOutOf(snapshot);
    }
}
