package dev.schemaguard.spring;

import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.jdbc.gate.GateState;
import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.MigrationFindings;
import java.util.List;
import java.util.Optional;

/**
 * The guarded DataSources of the application, for whoever shows or measures them. A bean of this type is there wherever the
 * application has a DataSource, even where nothing is guarded.
 *
 * <p>Safe for use by many threads.
 */
public interface SchemaGuards {

    /** All DataSources that were looked at so far, in the order in which they were. */
    List<Guarded> all();

    /** The DataSource with that name, if it was looked at. */
    Optional<Guarded> find(String name);

    /**
     * Whether the application may call itself ready as far as its schemas go. It may while nothing is guarded, and whatever
     * becomes of DataSources with {@code schema-guard.readiness=none}.
     */
    default boolean allReady() {
        return all().stream().allMatch(Guarded::ready);
    }

    /** Why nothing at all is guarded, for people; empty where something may be. */
    Optional<String> inactive();

    /**
     * One DataSource.
     *
     * @param name the bean's name, with the key in brackets for a target of a routing DataSource
     * @param expectation what is expected of it, or why nothing is, for people
     * @param readiness what it has to do with the readiness of the application
     * @param gate the gate that knows its state and looks again; it does not stand in front of the bean unless
     *     {@code schema-guard.wrap} is set. Empty where nothing is expected of the DataSource
     * @param migrations what packaged migrations say beside the mapping that is expected; empty where they were not compared
     * @param why why this is expected and nothing else, for people; empty where nothing is
     */
    record Guarded(
            String name,
            String expectation,
            Readiness readiness,
            Optional<GuardedDataSource> gate,
            Optional<MigrationFindings> migrations,
            Optional<String> why) {

        /** A DataSource of which no migrations were compared. */
        public Guarded(String name, String expectation, Readiness readiness, Optional<GuardedDataSource> gate) {
            this(name, expectation, readiness, gate, Optional.empty(), Optional.empty());
        }

        /** The same, with what packaged migrations say beside the mapping. */
        public Guarded with(MigrationFindings found) {
            return new Guarded(name, expectation, readiness, gate, Optional.of(found), why);
        }

        /** The same, with the reason why this is expected. */
        public Guarded because(String reason) {
            return new Guarded(
                    name,
                    expectation,
                    readiness,
                    gate,
                    migrations,
                    Optional.of(reason).filter(said -> !said.isEmpty()));
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
