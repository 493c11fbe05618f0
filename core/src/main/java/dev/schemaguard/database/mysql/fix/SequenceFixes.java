package dev.schemaguard.database.mysql.fix;

import dev.schemaguard.drift.ObjectDrift;
import dev.schemaguard.fix.FixBuilder;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.Phase;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Sequence;
import java.util.OptionalLong;

/** Makes sequences of MariaDB, and lets them count by another step. */
final class SequenceFixes {

    private final FixContext context;

    SequenceFixes(FixContext context) {
        this.context = context;
    }

    FixBuilder create(Sequence sequence, ObjectName where) {
        return new FixBuilder()
                .add(
                        Phase.SEQUENCE,
                        "CREATE SEQUENCE " + context.sql().name(where) + increment(sequence.increment()),
                        "it begins with 1: where rows have numbers already, set it behind them");
    }

    FixBuilder increment(ObjectDrift.IncrementDifferent drift) {
        return new FixBuilder()
                .step(
                        Phase.SEQUENCE,
                        "ALTER SEQUENCE "
                                + context.sql().name(drift.actualSequence().name())
                                + increment(drift.expectedSequence().increment()),
                        "a release that still counts by the old step meets numbers that are taken");
    }

    private static String increment(OptionalLong step) {
        return step.isPresent() ? " INCREMENT BY " + step.getAsLong() : "";
    }
}
