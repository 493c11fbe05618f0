package dev.schemaguard.spring;

import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.jdbc.gate.GateState;
import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.model.LoggedFailure;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.MigrationFindings;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The guarded DataSources of the application, for whoever shows or measures them. A bean of this type is there wherever the
 * application has a DataSource, even where nothing is guarded.
 *
 * <p>Safe for use by many threads.
 */
public final class SchemaGuards {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaGuards.class);

    private final Map<String, Guarded> guarded = new LinkedHashMap<>();
    private volatile Optional<String> inactive = Optional.empty();

    SchemaGuards() {}

    /** All DataSources that were looked at so far, in the order in which they were. */
    public List<Guarded> all() {
        synchronized (guarded) {
            return List.copyOf(guarded.values());
        }
    }

    /** The DataSource with that name, if it was looked at. */
    public Optional<Guarded> find(String name) {
        synchronized (guarded) {
            return Optional.ofNullable(guarded.get(name));
        }
    }

    /**
     * Whether the application may call itself ready as far as its schemas go. It may while nothing is guarded, and whatever
     * becomes of DataSources with {@code schema-guard.readiness=none}.
     */
    public boolean allReady() {
        return all().stream().allMatch(Guarded::ready);
    }

    /** Why nothing at all is guarded, for people; empty where something may be. */
    public Optional<String> inactive() {
        return inactive;
    }

    void inactive(String because) {
        inactive = Optional.of(because);
    }

    /** Adds one, in place of another of the same name. */
    void put(Guarded one) {
        Optional<Guarded> before;
        synchronized (guarded) {
            before = Optional.ofNullable(guarded.put(one.name(), one));
        }
        before.ifPresent(SchemaGuards::close);
    }

    /** Adds what migrations say beside a mapping to what is known of a DataSource. */
    void compared(String name, MigrationFindings found) {
        synchronized (guarded) {
            guarded.computeIfPresent(
                    name,
                    (key, one) -> new Guarded(key, one.expectation(), one.readiness(), one.gate(), Optional.of(found)));
        }
    }

    /** Ends the looks in the background. The pools are for their own beans to close. */
    void stop() {
        all().forEach(SchemaGuards::close);
    }

    private static void close(Guarded one) {
        try {
            if (one.gate().isPresent()) {
                one.gate().get().close();
            }
        } catch (SQLException e) {
            LOG.debug("the gate of '{}' could not be closed", one.name(), LoggedFailure.of(e));
        }
    }

    /**
     * One DataSource.
     *
     * @param name the bean's name, with the key in brackets for a target of a routing DataSource
     * @param expectation what is expected of it, or why nothing is, for people
     * @param readiness what it has to do with the readiness of the application
     * @param gate the gate that knows its state and looks again; it does not stand in front of the bean unless
     *     {@code schema-guard.wrap} is set. Empty where nothing is expected of the DataSource
     * @param migrations what packaged migrations say beside the mapping that is expected; empty where they were not compared
     */
    public record Guarded(
            String name,
            String expectation,
            Readiness readiness,
            Optional<GuardedDataSource> gate,
            Optional<MigrationFindings> migrations) {

        /** A DataSource of which no migrations were compared. */
        public Guarded(String name, String expectation, Readiness readiness, Optional<GuardedDataSource> gate) {
            this(name, expectation, readiness, gate, Optional.empty());
        }

        /** The last look, if there was one, with what migrations say beside. */
        public Optional<DriftReport> lastReport() {
            return gate.flatMap(known -> known.state().lastReport())
                    .map(report -> migrations.map(report::with).orElse(report));
        }

        /** Whether the application may call itself ready as far as this DataSource goes. */
        public boolean ready() {
            return readiness == Readiness.NONE
                    || gate.map(known -> known.mode() == Mode.OFF || known.state() instanceof GateState.Open)
                            .orElse(true);
        }
    }
}
