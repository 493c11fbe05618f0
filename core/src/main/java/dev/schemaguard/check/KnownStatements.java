package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Use;
import dev.schemaguard.policy.Evidence;
import dev.schemaguard.text.Printable;
import dev.schemaguard.text.Secrets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of the statements that meet a difference. Nothing is read before somebody asks, so that a database with all that
 * is expected costs nothing. Used by one thread.
 */
final class KnownStatements implements Evidence {

    private static final Logger LOG = LoggerFactory.getLogger(KnownStatements.class);

    private final List<StatementReading> readings;
    private final Database database;
    private final Schema comparable;
    private final Schema live;
    private List<MetStatements> read = List.of();

    KnownStatements(List<StatementReading> readings, Database database, Schema comparable, Schema live) {
        this.readings = readings;
        this.database = database;
        this.comparable = comparable;
        this.live = live;
    }

    @Override
    public Statements about(Drift drift) {
        if (readings.isEmpty()) {
            return Evidence.NONE.about(drift);
        }
        if (read.isEmpty()) {
            read = readings.stream().map(this::met).toList();
        }
        boolean certain = isOfTable(drift)
                && read.stream().allMatch(MetStatements::tellsWhatIsUnused)
                && !isStatedElsewhere(drift);
        return new Statements(
                read.stream()
                        .flatMap(statements -> statements.meeting(drift).stream())
                        .distinct()
                        .toList(),
                certain);
    }

    /** What cannot be read is unverified in its own place, and takes no finding with it. */
    private MetStatements met(StatementReading reading) {
        try {
            return MetStatements.of(reading.of(database), comparable, live);
        } catch (SchemaSourceException e) {
            LOG.warn("the statements of {} are not known: {}", Printable.line(reading.name()), Secrets.said(e));
            return MetStatements.UNKNOWN;
        }
    }

    /** Settings, types and sequences reach statements that do not name them, so nobody knows of these that none is met. */
    private static boolean isOfTable(Drift drift) {
        return drift.subject().table().isPresent();
    }

    /** A mapping sends what it says it does, whether or not anybody recorded it. */
    private static boolean isStatedElsewhere(Drift drift) {
        for (StatementKind kind : StatementKind.values()) {
            if (drift.use(kind) == Use.ALWAYS && drift.impact().on(kind) != Effect.WORKS) {
                return true;
            }
        }
        return false;
    }
}
