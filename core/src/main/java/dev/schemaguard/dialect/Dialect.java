package dev.schemaguard.dialect;

import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.SqlText;

/**
 * Port: how one kind of database spells names, types and defaults. Both sides of a comparison ask it on the way in, so that what
 * is equal is also spelled equally.
 *
 * <p>Implementations are immutable and safe for use by many threads.
 */
public interface Dialect {

    /** The name of the database's kind in lower case, as snapshots record it: {@code postgresql}. */
    String name();

    /**
     * The name that the catalog stores for an identifier written in SQL: unquoted ones folded, quoted ones without their
     * quotes.
     */
    String identifier(String written);

    /**
     * The name that the catalog stores for a possibly qualified identifier written in SQL, such as {@code app.posts} or
     * {@code app."Posts"}.
     */
    default ObjectName objectName(String written) {
        return WrittenNames.objectName(written, this);
    }

    /** How many bytes a name may have; no less than any name has where that is not known. */
    default int longestName() {
        return Integer.MAX_VALUE;
    }

    /** The identifier as SQL has to write it, quoted where that is needed. */
    String quote(String name);

    /** The canonical spelling of a type written in SQL; names that are not built in are taken for a user's type. */
    ColumnType.Named type(String written);

    /** The type of a column as written in SQL, which may list its values itself where the database has such. */
    default ColumnType columnType(String written) {
        return type(written);
    }

    /** A type of which a mapping leaves open how much it holds, though it had to write some size. */
    default ColumnType.Named ofAnySize(ColumnType.Named type) {
        return type.with(ColumnType.Modifier.UNSTATED);
    }

    /**
     * Whether it is known what the type means here, so that what a mapping says of it can be held against the catalog: only those
     * by which every database means the same, where no more is known.
     */
    default boolean knows(ColumnType.Named type) {
        return CommonTypes.has(type);
    }

    /** Whether an enum is a type with a name of its own, rather than a way to write a column. */
    default boolean namesEnums() {
        return false;
    }

    /** Whether a catalog is a database with schemas in it, rather than another word for a schema. */
    default boolean hasSchemasInCatalogs() {
        return false;
    }

    /** Whether there are schemas, rather than catalogs alone: where there are none, mappers leave a schema out of their SQL. */
    default boolean hasSchemas() {
        return true;
    }

    /** A name that a program makes up and quotes, in the case in which names of this database are usually written. */
    default String madeUpName(String name) {
        return identifier(name);
    }

    /** The normal spelling of a default written in SQL or printed by the catalog. {@code NULL} is no default. */
    ColumnDefault columnDefault(String written);

    /** Any other expression, such as that of a check or an index, in its normal spelling and as it is written. */
    SqlText expression(String written);

    /**
     * An expectation in the spelling that a live schema has for the same names; as it is where case matters, so that what is
     * spelled otherwise is another thing.
     */
    default Schema spelledAs(Schema expected, Schema live) {
        return expected;
    }

    /** A contract written by hand, in the spelling of this dialect. */
    default Schema spell(Schema contract) {
        return WrittenNames.spell(contract, this);
    }
}
