package dev.schemaguard.spring;

import dev.schemaguard.report.DriftReport;
import java.time.Duration;
import java.util.Objects;

/**
 * Somebody looked at the schema behind a DataSource. Published for each look, whether or not it brought news; those of the
 * start as soon as the application has started. For news alone there is {@link SchemaDriftEvent}.
 *
 * @param dataSource the bean's name, with the key in brackets for a target of a routing DataSource
 * @param report what was found
 * @param took how long it took, with all that a first look waited ({@code schema-guard.wait-for})
 */
public record SchemaCheckedEvent(String dataSource, DriftReport report, Duration took) {

    public SchemaCheckedEvent {
        Objects.requireNonNull(dataSource, "dataSource");
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(took, "took");
    }
}
