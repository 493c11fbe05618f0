package dev.schemaguard.test;

import dev.schemaguard.report.DriftReport;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/** Soft assertions about databases, for projects that have soft assertions of their own to add them to. */
public interface SchemaSoftAssertionsProvider extends SoftAssertionsProvider {

    /** Assertions about the database behind a DataSource. */
    default DataSourceAssert assertThat(@Nullable DataSource actual) {
        return proxy(DataSourceAssert.class, DataSource.class, actual);
    }

    /** Assertions about what a check found. */
    default DriftReportAssert assertThat(@Nullable DriftReport actual) {
        return proxy(DriftReportAssert.class, DriftReport.class, actual);
    }
}
