package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.OutsideDrift;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.inspect.TableGlobs;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import java.util.List;

/**
 * The tables that a release knows by any of its expectations, and those that somebody said are none of its business. One
 * expectation alone would take the tables of another, which refer to its own, for strangers.
 *
 * @param expectations all that is expected of the database
 * @param excluded which tables are none of the release's business
 */
record KnownTables(List<Expectation> expectations, TableGlobs excluded) {

    /** The drifts but for those that speak of a known table as of a stranger. */
    List<Drift> outOf(List<Drift> drifts, Database database) {
        boolean strangers = drifts.stream().anyMatch(OutsideDrift.Inbound.class::isInstance);
        return strangers
                ? drifts.stream()
                        .filter(drift ->
                                !(drift instanceof OutsideDrift.Inbound inbound && isKnown(inbound.from(), database)))
                        .toList()
                : drifts;
    }

    private boolean isKnown(ObjectName table, Database database) {
        return excluded.match(table)
                || expectations.stream().anyMatch(expectation -> names(expectation, table, database));
    }

    /** An expectation that cannot be read is unverified in its own place; until then it may name any table. */
    private static boolean names(Expectation expectation, ObjectName table, Database database) {
        Schema expected;
        try {
            expected = expectation.schema(database);
        } catch (SchemaSourceException e) {
            return true;
        }
        return expected.table(table).isPresent()
                || expected.table(table.unqualified()).isPresent();
    }
}
