package dev.schemaguard.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.ReportWithFixes;
import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Fix;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * What is printed for a database that was changed, run there.
 *
 * @param connection a session in the database
 * @param guard expects it as it was before
 */
public record Cure(Connection connection, SchemaGuard guard) {

    /** As many times as cures may need what others make. */
    private static final int ROUNDS = 2;

    /** Expects the database as it is now. */
    public static Cure of(Connection connection) throws Exception {
        Schema expected = SchemaCapture.capture(connection, InspectionScope.EVERYTHING);
        return new Cure(
                connection,
                SchemaGuard.expecting(expected)
                        .policy(Policy.failOn(Severity.ADVISORY))
                        .build());
    }

    public void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Whether all is said to be curable, and is cured by what is printed. */
    public void mustWork() throws Exception {
        ReportWithFixes found = guard.remedy(connection);
        assertThat(found.report().findings()).isNotEmpty();
        StringBuilder run = new StringBuilder();
        for (int round = 0; round < ROUNDS; round++) {
            ReportWithFixes look = guard.remedy(connection);
            assertThat(look.plan().cures().stream().map(FindingFix::noSafeFix).toList())
                    .as(look.report().toText())
                    .allMatch(Optional::isEmpty);
            for (Fix fix : look.plan().statements()) {
                run.append(fix.sql()).append(";\n");
                execute(fix.sql());
            }
        }
        assertThat(guard.check(connection).findings()).as(run.toString()).isEmpty();
    }

    /** Why nothing is printed; what is printed all the same runs. */
    public List<String> reasons() throws Exception {
        ReportWithFixes found = guard.remedy(connection);
        assertThat(found.report().findings()).isNotEmpty();
        for (Fix fix : found.plan().statements()) {
            execute(fix.sql());
        }
        return found.plan().cures().stream()
                .flatMap(cure -> cure.noSafeFix().stream())
                .toList();
    }
}
