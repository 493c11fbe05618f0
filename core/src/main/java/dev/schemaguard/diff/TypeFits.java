package dev.schemaguard.diff;

import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Schema;

/**
 * What the types of one schema mean for those of another one.
 *
 * @param rules what types mean on that kind of database
 * @param expected the schema whose types the release expects
 * @param live the schema that is there
 */
record TypeFits(TypeRules rules, Schema expected, Schema live) {

    /** How a live type serves. */
    TypeFit fit(ColumnType wanted, ColumnType found) {
        return rules.fit(wanted, expected, found, live);
    }

    /** Whether a character set has all the characters of another one. */
    boolean holdsAllOf(String charset, String other) {
        return rules.holdsAllOf(charset, other);
    }
}
