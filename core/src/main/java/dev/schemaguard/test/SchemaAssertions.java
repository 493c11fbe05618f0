package dev.schemaguard.test;

import dev.schemaguard.report.DriftReport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The entry to assertions about databases, beside AssertJ's own:
 *
 * <pre>{@code
 * import static dev.schemaguard.test.SchemaAssertions.assertThat;
 *
 * @Test
 * void migrationsGiveWhatTheReleaseExpects() {
 *     assertThat(migratedDatabase).conformsTo("classpath:META-INF/schema-guard/schema.json");
 * }
 * }</pre>
 *
 * <p>Several at once, each reported: {@link SchemaSoftAssertions}.
 */
public final class SchemaAssertions {

    private SchemaAssertions() {}

    /** Assertions about the database behind a DataSource. */
    public static DataSourceAssert assertThat(@Nullable DataSource actual) {
        return new DataSourceAssert(actual);
    }

    /** Assertions about what a check found. */
    public static DriftReportAssert assertThat(@Nullable DriftReport actual) {
        return new DriftReportAssert(actual);
    }
}
