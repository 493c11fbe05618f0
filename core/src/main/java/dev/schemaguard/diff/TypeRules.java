package dev.schemaguard.diff;

import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Schema;

/**
 * Port: what a live type means for statements that were written for another one, on one kind of database; and the few rules beside
 * types in which the law of severity hangs on the kind, which are the same everywhere but where a kind says otherwise.
 * Implementations are immutable and safe for use by many threads.
 */
public interface TypeRules {

    /**
     * How a live type serves.
     *
     * @param expected the type that the release expects
     * @param expectation the schema whose user types it may name
     * @param actual the type that the database has
     * @param live the schema whose user types that one may name
     */
    TypeFit fit(ColumnType expected, Schema expectation, ColumnType actual, Schema live);

    /** Whether an upsert fails where no key stands behind the columns that it names. */
    default boolean upsertsNeedKeys() {
        return true;
    }

    /** Whether an upsert needs the right to update every column that it inserts, and not only those that it assigns. */
    default boolean upsertsUpdateWhatTheyInsert() {
        return false;
    }

    /**
     * Whether a statement that gives a value to a column that the database computes is refused, and the value not ignored.
     *
     * @param live the schema, with the settings of the session
     */
    default boolean refusesComputedValues(Schema live) {
        return true;
    }

    /** Whether a character set has all the characters of another one; whoever does not know says no. */
    default boolean holdsAllOf(String charset, String other) {
        return charset.equals(other);
    }
}
