package dev.schemaguard.jdbc.verb;

import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaUnverifiedException;
import dev.schemaguard.jdbc.gate.SchemaVerifier;
import dev.schemaguard.jdbc.gate.WaitSettings;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.text.Secrets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * A check that looks again until it passes, while a migration still runs.
 *
 * @param waitFor how long; zero for one look
 * @param timeout how long connecting, and each question to the catalog, may take
 * @param said is told what it waits for, for whoever reads the pipeline's log
 */
public record PatientCheck(Duration waitFor, Duration timeout, Consumer<String> said) {

    /** Connecting, and the questions of one check to the catalog; each has the whole time-out. */
    private static final int MOST_QUESTIONS = 6;

    public PatientCheck {
        Objects.requireNonNull(waitFor, "waitFor");
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(said, "said");
    }

    /** The report of the last look. */
    public DriftReport of(SchemaGuard guard, DataSource dataSource) {
        if (waitFor.isZero()) {
            return guard.check(dataSource);
        }
        SchemaVerifier verifier = SchemaVerifier.of(guard)
                .within(timeout.multipliedBy(MOST_QUESTIONS))
                .waiting(WaitSettings.atMost(waitFor))
                .announcing(said);
        try {
            return verifier.verify(dataSource);
        } catch (SchemaDriftException e) {
            return e.report();
        } catch (SchemaUnverifiedException e) {
            return e.report();
        } catch (SQLException e) {
            throw new VerbException(Secrets.said(e));
        }
    }
}
