package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.policy.Policy;
import dev.schemaguard.report.Coverage;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.Timing;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {

    @ParameterizedTest
    @CsvSource({
        "08001,UNREACHABLE",
        "08006,UNREACHABLE",
        "57P01,UNREACHABLE",
        "53300,UNREACHABLE",
        "42501,NOT_PERMITTED",
        "28P01,NOT_PERMITTED",
        "28000,NOT_PERMITTED",
        "42703,OTHER",
        "23505,OTHER",
        "02000,OTHER"
    })
    void tellsByTheStateThroughAnyNesting(String state, Diagnosis diagnosis) {
        SQLException failure = new SQLException("said", state);

        assertThat(Diagnosis.of(failure)).isEqualTo(diagnosis);
        assertThat(Diagnosis.of(new IllegalStateException(new RuntimeException("outer", failure))))
                .isEqualTo(diagnosis);
    }

    @Test
    void findsDriftBehindTheDriversOwnFailure() {
        SQLException driver = new SQLException("column does not exist", "42703");
        driver.initCause(new SchemaDriftException(new DriftReport(
                List.of(), Optional.empty(), List.of(), List.of(), Coverage.NOTHING, Policy.DEFAULT, Timing.ZERO)));

        assertThat(Diagnosis.of(new RuntimeException(driver))).isEqualTo(Diagnosis.DRIFT);
    }

    @Test
    void givesTheReportOfTheRefusalBehindAnyWrapping() {
        DriftReport report = new DriftReport(
                List.of(), Optional.empty(), List.of(), List.of(), Coverage.NOTHING, Policy.DEFAULT, Timing.ZERO);
        SQLException drift = new SQLException("no connection", "08001", new SchemaDriftException(report));

        assertThat(Diagnosis.report(new IllegalStateException(new RuntimeException(drift))))
                .containsSame(report);
        assertThat(Diagnosis.report(new RuntimeException(new SchemaUnverifiedException(report, null))))
                .containsSame(report);
        assertThat(Diagnosis.report(new SQLException("column does not exist", "42703")))
                .isEmpty();
    }

    @Test
    void believesTheInnermostFailureOfAPool() {
        assertThat(Diagnosis.of(new SQLTransientConnectionException(
                        "not available, timed out", new SQLException("password refused", "28P01"))))
                .isEqualTo(Diagnosis.NOT_PERMITTED);
        assertThat(Diagnosis.of(new SQLTransientConnectionException("not available, timed out")))
                .isEqualTo(Diagnosis.UNREACHABLE);
    }

    @Test
    void survivesACircleOfCauses() {
        RuntimeException one = new RuntimeException("one");
        RuntimeException other = new RuntimeException("other", one);
        one.initCause(other);

        assertThat(Diagnosis.of(one)).isEqualTo(Diagnosis.OTHER);
    }
}
