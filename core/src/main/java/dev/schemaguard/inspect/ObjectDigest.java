package dev.schemaguard.inspect;

import dev.schemaguard.model.ObjectName;
import java.util.Objects;

/**
 * What tells whether one object of a database is as it was captured, without saying what it is.
 *
 * @param kind what the name stands for
 * @param name its name as the capture has it: without the schema of unqualified names
 * @param columns how many columns it has, for reports
 * @param digest SHA-256 over its facts, in hexadecimal digits; empty where it is still to be made
 */
public record ObjectDigest(Kind kind, ObjectName name, int columns, String digest) {

    public ObjectDigest {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(digest, "digest");
    }

    /** The same object with its digest. */
    public ObjectDigest with(String made) {
        return new ObjectDigest(kind, name, columns, made);
    }

    /** Whether it is a table or a view. */
    public boolean isTable() {
        return kind == Kind.TABLE;
    }

    /** What a digest is made of. */
    public enum Kind {
        /** A table or a view of any kind. */
        TABLE,
        SEQUENCE,
        TYPE
    }
}
