package dev.schemaguard.spring;

import dev.schemaguard.report.DriftReport;
import java.util.Objects;

/**
 * Something became of the schema behind a DataSource. Published once for each change; what happened while the application
 * started is published as soon as it has.
 *
 * @param dataSource the bean's name, with the key in brackets for a target of a routing DataSource
 * @param change what became of it
 * @param report what was found
 */
public record SchemaDriftEvent(String dataSource, Change change, DriftReport report) {

    public SchemaDriftEvent {
        Objects.requireNonNull(dataSource, "dataSource");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(report, "report");
    }

    /** What can become of a schema. */
    public enum Change {
        /** The first look let the application in. In mode {@code warn} the report may hold drift all the same. */
        OPENED,
        /** The database lacks what the release expects, and the gate is shut. */
        SHUT,
        /** The database lacks it now, and the application goes on. */
        DRIFTED_LATER,
        /** It has what the release expects again. */
        HEALED,
        /** It could not be found out. */
        UNVERIFIED
    }
}
