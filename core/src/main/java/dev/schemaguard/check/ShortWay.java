package dev.schemaguard.check;

import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.report.DigestCoverage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What digests spare a check to read. */
final class ShortWay {

    private ShortWay() {}

    /**
     * Asks what is as it was captured. A transaction that only the check is in begins anew after a failure; that of a caller is his.
     *
     * @param own the connection, where it is the check's own
     */
    static DigestResult ask(ComparedSchema other, List<Expectation> expectations, Optional<Connection> own)
            throws InspectionException {
        try {
            return other.digests(expectations);
        } catch (InspectionException e) {
            if (own.isEmpty()) {
                throw e;
            }
            try {
                own.get().rollback();
                return DigestResult.not(DigestCoverage.Reason.NO_ANSWER);
            } catch (SQLException rollback) {
                e.addSuppressed(rollback);
                throw e;
            }
        }
    }

    /** A look for which only what may differ is read; what is as it was captured is what the capture says. */
    static ComparedSchema.Look look(List<DigestLook> told, Schema expected, ComparedSchema other, CoverageCount covered)
            throws InspectionException {
        List<Table> known = told.isEmpty() ? List.of() : told.get(0).known(expected);
        if (known.isEmpty()) {
            return other.look(expected);
        }
        Set<ObjectName> unread = new HashSet<>();
        known.forEach(table -> unread.add(table.name()));
        ComparedSchema.Look look = other.look(expected.withTables(table -> !unread.contains(table.name())));
        covered.toldByDigests(told.get(0), known);
        return look.with(told.get(0).and(known, look.schema()));
    }
}
