package dev.schemaguard.maven;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.jdbc.verb.DriverDataSource;
import dev.schemaguard.jdbc.verb.PatientCheck;
import dev.schemaguard.source.StatementSource;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Compares a live database with what the module expects, and fails the build by the verdict. Writes nothing to the database. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class CheckMojo extends DatabaseGoal {

    /** Statements that the release sends: files as tests record them, plain .sql files, MyBatis mappers. */
    @Parameter(property = "schema-guard.statements")
    private @Nullable List<String> statements;

    /** How long to look again until the check passes, while a migration still runs. */
    @Parameter(property = "schema-guard.wait-for", defaultValue = "0s")
    private String waitFor;

    @Override
    void run(ProjectDrivers drivers) throws MojoExecutionException, MojoFailureException {
        List<String> expected = expected();
        if (expected.isEmpty()) {
            return;
        }
        Duration patience = Values.duration("waitFor", waitFor);
        DriverDataSource database = database(drivers);
        StatementSource[] sent = SchemaSources.statements(Expected.statements(statements).stream()
                        .map(places()::resolved)
                        .toList())
                .toArray(StatementSource[]::new);
        SchemaGuard guard = guard(sources(expected, drivers)).statements(sent).build();
        judge(new PatientCheck(patience, timeout(), getLog()::info).of(guard, database));
    }
}
