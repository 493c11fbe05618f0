package dev.schemaguard.jdbc.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.Diagnosis;
import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.jdbc.gate.Looks;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

class DriftCauseTest {

    @Test
    void driversExceptionStaysOnTopWhereItTakesACause() {
        SQLException failure = new PSQLException("column does not exist", PSQLState.UNDEFINED_COLUMN);

        SQLException attached = attach(failure);

        assertThat((Throwable) attached).isSameAs(failure).hasCauseInstanceOf(SchemaDriftException.class);
        assertThat(Diagnosis.of(attached)).isEqualTo(Diagnosis.DRIFT);
    }

    @Test
    void driftGoesUnderTheInnermostCauseWhenThereAreSome() {
        SQLException innermost = new SQLException("column does not exist", "42703");
        BatchUpdateException failure =
                new BatchUpdateException("batch entry 1", "42703", 0, new int[] {1, -3}, innermost);

        SQLException attached = attach(failure);

        assertThat((Throwable) attached).isSameAs(failure).hasCause(innermost);
        assertThat((Throwable) innermost).hasCauseInstanceOf(SchemaDriftException.class);
    }

    @Test
    void standInKeepsStateCodeCountsStackAndNextException() {
        BatchUpdateException failure =
                new BatchUpdateException("batch entry 1", "42S22", 1054, new long[] {1, -3}, null);
        SQLException next = new SQLException("entry 1", "42S22");
        failure.setNextException(next);

        SQLException attached = attach(failure);

        assertThat((Throwable) attached)
                .isInstanceOfSatisfying(BatchUpdateException.class, batch -> {
                    assertThat(batch.getLargeUpdateCounts()).containsExactly(1, -3);
                    assertThat(batch.getUpdateCounts()).containsExactly(1, -3);
                })
                .hasMessage("batch entry 1")
                .hasCauseInstanceOf(SchemaDriftException.class)
                .hasRootCause(failure);
        assertThat(attached.getSQLState()).isEqualTo("42S22");
        assertThat(attached.getErrorCode()).isEqualTo(1054);
        assertThat((Throwable) attached.getNextException()).isSameAs(next);
        assertThat(attached.getStackTrace()).isEqualTo(failure.getStackTrace());
    }

    @Test
    void standInIsASyntaxErrorWhereTheDriverSaidSo() {
        SQLException attached = attach(new SQLSyntaxErrorException("no such table", "42S02", 1146, null));

        assertThat((Throwable) attached)
                .isInstanceOf(SQLSyntaxErrorException.class)
                .hasCauseInstanceOf(SchemaDriftException.class);
        assertThat(attached.getErrorCode()).isEqualTo(1146);
    }

    private static SQLException attach(SQLException failure) {
        return DriftCause.attach(failure, Looks.DRIFT);
    }
}
