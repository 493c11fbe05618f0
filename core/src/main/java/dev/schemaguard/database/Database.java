package dev.schemaguard.database;

import dev.schemaguard.ddl.DdlReader;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.diff.TypeRules;
import dev.schemaguard.fix.Fixes;
import dev.schemaguard.inspect.CatalogReader;
import dev.schemaguard.inspect.Failures;
import dev.schemaguard.inspect.SchemaInspector;
import dev.schemaguard.model.ColumnType;
import java.sql.JDBCType;
import java.util.Optional;

/**
 * One kind of database, by the ports through which everything else asks it; nothing else asks which kind it is. Immutable and safe
 * for use by many threads.
 */
public interface Database {

    /** How it spells names, types and defaults. */
    Dialect dialect();

    /** Reads its catalog. */
    CatalogReader catalog();

    /** What its failures mean. */
    Failures failures();

    /** What one type means for another. */
    TypeRules types();

    /** Writes SQL that would cure drift. */
    Fixes fixes();

    /** Reads scripts as it does. */
    DdlReader ddl();

    /** What its sessions need. */
    Sessions sessions();

    /**
     * The same for looks at the very connection by which it was found, as long as nobody changes the session of that: what it told of
     * the session then is not asked again. It is not for keeping.
     */
    default Database asMet() {
        return this;
    }

    /** The name of the kind in lower case, as snapshots record it: {@code postgresql}. */
    default String name() {
        return dialect().name();
    }

    /**
     * The type of a column in which values of a JDBC type are kept, without a size; empty where there are several, or this database
     * has a word of its own that is not known.
     */
    default Optional<ColumnType.Named> keeps(JDBCType type) {
        Optional<String> written = switch (type) {
            case VARCHAR -> Optional.of("varchar");
            case SMALLINT -> Optional.of("smallint");
            case INTEGER -> Optional.of("integer");
            case BIGINT -> Optional.of("bigint");
            case NUMERIC -> Optional.of("numeric");
            case DATE -> Optional.of("date");
            case TIMESTAMP -> Optional.of("timestamp");
            default -> Optional.empty();
        };
        return written.map(dialect()::type);
    }

    /** Reads a live schema. */
    default SchemaInspector inspector() {
        return new SchemaInspector(catalog(), failures(), dialect());
    }
}
