package dev.schemaguard.maven;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.jdbc.verb.DriverDataSource;
import dev.schemaguard.jdbc.verb.VerbException;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.text.Secrets;
import java.util.List;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says which statements of a release would break on a schema: on the live one, where url names one, or else on what the module's
 * migrations make.
 */
@Mojo(name = "statements", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class StatementsMojo extends DatabaseGoal {

    /** The statements as tests record them into a module. */
    private static final String RECORDED = "src/main/resources/META-INF/schema-guard/statements.sql";

    /** Statements that the release sends: files as tests record them, plain .sql files, MyBatis mappers. Default: the module's. */
    @Parameter(property = "schema-guard.statements")
    private @Nullable List<String> statements;

    @Override
    void run(ProjectDrivers drivers) throws MojoExecutionException, MojoFailureException {
        Expected sent = new Expected("statements", Expected.statements(statements), List.of(RECORDED));
        List<StatementSource> sources = SchemaSources.statements(
                sent.in(this).stream().map(places()::resolved).toList());
        if (sources.isEmpty()) {
            return;
        }
        if (url().isPresent()) {
            live(url().get(), sources, drivers);
        } else {
            written(sources, drivers);
        }
    }

    private void live(String url, List<StatementSource> sent, ProjectDrivers drivers)
            throws MojoExecutionException, MojoFailureException {
        if (namesPlaces()) {
            throw new VerbException(
                    "name either <url> or <expect>; to hold a database against both, check has <statements>, too");
        }
        DriverDataSource database = database(drivers);
        SchemaSource met = SchemaSources.database(Secrets.url(url), database, scope());
        judge(sent, met, guard -> guard.check(database));
    }

    private void written(List<StatementSource> sent, ProjectDrivers drivers)
            throws MojoExecutionException, MojoFailureException {
        List<String> places = expected();
        if (places.size() > 1) {
            throw new VerbException("name what the statements meet with one <expect>");
        }
        if (places.isEmpty()) {
            return;
        }
        SchemaSource met = sources(places, drivers).get(0);
        judge(sent, met, guard -> guard.check(met, kind()));
    }

    private void judge(List<StatementSource> sent, SchemaSource met, Function<SchemaGuard, DriftReport> check)
            throws MojoExecutionException, MojoFailureException {
        StatementSource[] knowing = sent.stream().map(one -> one.knowing(met)).toArray(StatementSource[]::new);
        judge(check.apply(guard(List.of()).statements(knowing).build()));
    }
}
