package dev.schemaguard.inspect;

import dev.schemaguard.model.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is looked at in a database.
 *
 * @param schemas the schemas in which unqualified names are looked for, in order; empty for the connection's search path.
 *     With a glob ({@code tenant_*}) among them, each schema that fits any is looked at by itself
 * @param exclude globs ({@code *} and {@code ?}) of tables that are none of our business, such as history tables of
 *     migration tools; each is matched against the table's name and against {@code schema.table}
 * @param expected the expectation, so that only its tables and only stated facts are read; empty to capture everything
 * @param timeout how long each question to the catalog may take, and the reading of each expectation
 */
public record InspectionScope(List<String> schemas, List<String> exclude, Optional<Schema> expected, Duration timeout) {

    /** How long a question to the catalog may take by default. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    /** Everything in the schemas of the connection's search path. */
    public static final InspectionScope EVERYTHING =
            new InspectionScope(List.of(), List.of(), Optional.empty(), DEFAULT_TIMEOUT);

    public InspectionScope {
        schemas = List.copyOf(schemas);
        exclude = List.copyOf(exclude);
        Objects.requireNonNull(expected, "expected");
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout was " + timeout + ", it must be positive");
        }
    }

    /** Whether each of many schemas is looked at by itself, rather than all of them as one search path. */
    public boolean isOverManySchemas() {
        for (String name : schemas) {
            if (name.indexOf('*') >= 0 || name.indexOf('?') >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The same schemas, but only what the expectation names. */
    public InspectionScope of(Schema expectation) {
        return new InspectionScope(schemas, exclude, Optional.of(expectation), timeout);
    }

    /** The same in other schemas. */
    public InspectionScope in(List<String> otherSchemas) {
        return new InspectionScope(otherSchemas, exclude, expected, timeout);
    }

    /** The same without the tables that these globs match. */
    public InspectionScope excluding(List<String> globs) {
        return new InspectionScope(schemas, globs, expected, timeout);
    }

    /** The same with another time-out. */
    public InspectionScope within(Duration newTimeout) {
        return new InspectionScope(schemas, exclude, expected, newTimeout);
    }
}
