package dev.schemaguard.maven;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.jdbc.verb.DriverDataSource;
import dev.schemaguard.jdbc.verb.ExpectationPlaces;
import dev.schemaguard.jdbc.verb.VerbException;
import dev.schemaguard.source.migrations.MigrationLayout;
import dev.schemaguard.source.migrations.MigrationSettings;
import dev.schemaguard.text.Printable;
import dev.schemaguard.text.Secrets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What all goals share: whether they run, what of a database they look at, how they read migrations and how they connect. */
@SuppressWarnings("NullAway.Init")
abstract class Goal extends AbstractMojo {

    /** How a password stands in URLs: as a property, or before the host. */
    private static final Pattern PASSWORD = Pattern.compile("(?i)(?:password|passwd|pwd)\\s*=|[^/:][:/][^:/@?]+@");

    /** Does nothing at all, and looks at no other parameter. */
    @Parameter(property = "schema-guard.skip", defaultValue = "false")
    private boolean skip;

    /** The schemas to look in. Default: the connection's search path. With a glob (tenant_*), a check compares each that fits. */
    @Parameter(property = "schema-guard.schemas")
    private @Nullable List<String> schemas;

    /** Globs of tables that are none of this release's business. */
    @Parameter(property = "schema-guard.exclude")
    private @Nullable List<String> exclude;

    /** How long connecting, reading an expectation, and each question to the catalog, may take: 500ms, 30s, 2m, 1h. */
    @Parameter(property = "schema-guard.timeout", defaultValue = "30s")
    private String timeout;

    /** The kind of database that scripts are written for, where no connection tells it. Default: postgresql. */
    @Parameter(property = "schema-guard.database")
    private @Nullable String database;

    /** How a folder of migrations is laid out: flyway, prisma, diesel, up-down, sqitch or sorted. Default: told by looking. */
    @Parameter(property = "schema-guard.layout")
    private @Nullable String layout;

    /** What stands for ${KEY} in migrations, or for a parameter of a Liquibase changelog. */
    @Parameter
    private @Nullable Map<String, String> placeholders;

    /** The contexts of a Liquibase changelog, separated by commas. Default: all. */
    @Parameter(property = "schema-guard.contexts")
    private @Nullable String contexts;

    /** The labels of a Liquibase changelog. Default: all. */
    @Parameter(property = "schema-guard.labels")
    private @Nullable String labels;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    private MojoExecution execution;

    @Inject
    private SettingsDecrypter decrypter;

    @Inject
    private ProjectDependenciesResolver resolver;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped, as schema-guard.skip says");
            return;
        }
        try (ProjectDrivers drivers = ProjectDrivers.of(project, session, resolver, getLog())) {
            run(drivers);
        } catch (VerbException e) {
            throw new MojoExecutionException(Printable.line(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            // Without the failure itself: what others say in it may hold a secret, and -e prints it.
            throw new MojoExecutionException(
                    "internal error: " + e.getClass().getSimpleName() + ": " + Secrets.said(e));
        }
    }

    /** Does what the goal is for. */
    abstract void run(ProjectDrivers drivers) throws MojoExecutionException, MojoFailureException;

    final Places places() {
        return new Places(project);
    }

    final ModuleOfBuild module() {
        return new ModuleOfBuild(project, session, execution);
    }

    final InspectionScope scope() {
        return InspectionScope.EVERYTHING
                .in(schemas == null ? List.of() : schemas)
                .excluding(exclude == null ? List.of() : exclude)
                .within(timeout());
    }

    /** The same for a goal that deals with one place only. */
    final InspectionScope onePlace() {
        InspectionScope scope = scope();
        if (scope.isOverManySchemas()) {
            throw new VerbException("schemas: a glob is for check; name one schema");
        }
        return scope;
    }

    final Duration timeout() {
        Duration duration = Values.duration("timeout", timeout);
        if (duration.isZero()) {
            throw new VerbException("timeout: this is no time at all; it must be positive");
        }
        return duration;
    }

    final ExpectationPlaces expectations() {
        return new ExpectationPlaces(settings());
    }

    final MigrationSettings settings() {
        MigrationSettings settings = MigrationSettings.DEFAULT
                .withPlaceholders(placeholders == null ? Map.of() : placeholders)
                .withLiquibase(Text.of(contexts).orElse(""), Text.of(labels).orElse(""));
        return Text.of(layout)
                .map(name -> Values.oneOf("layout", MigrationLayout.named(name), MigrationLayout.names()))
                .map(settings::withLayout)
                .orElse(settings);
    }

    /** The kind of database that scripts are written for, where no connection tells it. */
    final Database kind() {
        return Text.of(database)
                .map(name ->
                        Values.oneOf("database", Databases.named(name.toLowerCase(Locale.ROOT)), Databases.names()))
                .orElseGet(Databases::assumed);
    }

    final DriverDataSource connect(String url, Login login, ProjectDrivers drivers) {
        Credentials credentials = credentials(url, login);
        return DriverDataSource.of(url, credentials.user(), credentials.password(), drivers.drivers(), timeout());
    }

    /** Who connects to a URL, and a warning where that tells it itself. */
    final Credentials credentials(String url, Login login) {
        if (PASSWORD.matcher(url).find()) {
            getLog().warn("the URL of " + Secrets.url(url)
                    + " holds a password, which mvn -X prints with all parameters:"
                    + " name a server of settings.xml with serverId, or a variable with passwordEnv");
        }
        return new Servers(session.getSettings(), decrypter, System.getenv()).credentials(login);
    }

    /** Another database than the one that is named, with credentials of its own in its URL, if it has any. */
    final DriverDataSource other(String url, ProjectDrivers drivers) {
        return DriverDataSource.of(url, Optional.empty(), Optional.empty(), drivers.drivers(), timeout());
    }
}
