package dev.schemaguard.jdbc.gate;

import dev.schemaguard.report.DriftReport;
import java.time.Duration;

/**
 * Hears what becomes of a gate, once per change: for an event, an alert. Only {@link #looked} tells of each look, for a
 * metric.
 *
 * <p>Called by the thread that looked, never by one that asked for a connection; whoever waits for the outcome waits for
 * the listener too, so it should be quick. What it throws is logged and goes no further.
 */
public interface SchemaGuardListener {

    /** The gate opened for the first time. In {@link Mode#WARN} the report may hold drift all the same. */
    default void opened(DriftReport report) {}

    /** The gate is shut: the database lacks what the release expects. */
    default void shut(DriftReport report) {}

    /** The gate is open and stays open, but the database now lacks what the release expects. */
    default void driftedLater(DriftReport report) {}

    /** After drift, or after not knowing, the database has what the release expects. */
    default void healed(DriftReport report) {}

    /** It could not be found out whether the database has what the release expects; the state is as it was, or shut. */
    default void unverified(DriftReport report) {}

    /**
     * A look at the database ended, whatever it found and whether or not that is news; told before the news.
     *
     * @param report what it found
     * @param took how long it took, with all that a first look waited
     */
    default void looked(DriftReport report, Duration took) {}
}
