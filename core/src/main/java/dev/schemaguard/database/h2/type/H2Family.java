package dev.schemaguard.database.h2.type;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Types of H2 that fare alike where another one was meant. */
enum H2Family {
    TEXT("varchar", "char", "varchar_ignorecase"),
    CLOB("clob"),
    BOOLEAN("boolean"),
    INTEGER("tinyint", "smallint", "integer", "bigint"),
    DECIMAL("numeric", "decfloat"),
    FLOAT("real", "double precision"),
    DATE("date"),
    TIME("time"),
    ZONED_TIME("time with time zone"),
    TIMESTAMP("timestamp"),
    ZONED_TIMESTAMP("timestamp with time zone"),
    UUID("uuid"),
    BINARY("binary", "varbinary"),
    BLOB("blob"),
    JSON("json"),
    INTERVAL,
    ENUM("enum");

    private final List<String> names;

    H2Family(String... names) {
        this.names = List.of(names);
    }

    /** The family of a type by its one spelling; empty for one that was not measured. */
    static Optional<H2Family> of(String type) {
        return type.startsWith("interval ")
                ? Optional.of(INTERVAL)
                : Arrays.stream(values())
                        .filter(family -> family.names.contains(type))
                        .findFirst();
    }

    boolean isNumber() {
        return this == INTEGER || this == DECIMAL || this == FLOAT;
    }

    /** Whether it is a day, a time of day, or both. */
    boolean isTime() {
        return compareTo(DATE) >= 0 && compareTo(ZONED_TIMESTAMP) <= 0;
    }

    boolean isBytes() {
        return this == BINARY || this == BLOB;
    }

    boolean isString() {
        return this == TEXT || this == CLOB;
    }
}
