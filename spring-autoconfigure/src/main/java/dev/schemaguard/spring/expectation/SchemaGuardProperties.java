package dev.schemaguard.spring.expectation;

import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.policy.FailOn;
import dev.schemaguard.policy.OnUnverified;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.spring.Readiness;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * The properties below {@code schema-guard}: for all DataSources, and again for single ones, where what was not set is {@code
 * null} and then as for all.
 *
 * @param enabled Whether anything is checked at all.
 * @param checkOnly Whether to check the database against what the application packages and then exit, with 0, 1 (drifted) or 2
 *     (unverified), before anything else is started.
 * @param mode What to do about drift, and about not knowing; fail by default. SCHEMA_GUARD_MODE overrides it.
 * @param expect What the release expects: locations of snapshots, DDL scripts, folders of migrations or databases, or by name
 *     what the application itself knows: jpa, flyway, liquibase, spring-data-jdbc, jooq:CLASS, library:NAME. By default the first there is of
 *     the packaged snapshot, the JPA mapping, Flyway's migrations and Liquibase's changelog.
 * @param statements Where the release keeps the statements that it sends; by default META-INF/schema-guard/statements.sql, where
 *     that is packaged, and the native queries that frameworks know. Empty or "none" for neither.
 * @param libraries Whether the tables of libraries that bring a contract are looked at, too; what only these expect is risky at
 *     most.
 * @param schemas Schemas in which to look for tables without a schema, in order; by default the connection's search path.
 * @param exclude Tables that are none of this application's business, as globs.
 * @param failOn From which severity on a finding fails the check; breaking by default.
 * @param onUnverified Whether a check fails that could not find out everything. By default it does, but for what cannot be read
 *     of an expectation that was merely found.
 * @param waitFor How long to wait at start for a schema that is still being migrated; by default not at all.
 * @param timeout How long a single check may take, connecting included; 30 seconds by default.
 * @param recheckInterval How often to check again while the application runs, give or take a quarter; by default only for a
 *     reason, and every minute where the readiness is live.
 * @param readiness What the schema has to do with the readiness of the application; latched by default.
 * @param wrap Whether the DataSource bean itself is wrapped, so that it hands out no connection while its gate is shut.
 * @param translateErrors Whether "undefined column" and the like get a SchemaDriftException as cause where that is why; needs
 *     wrap.
 * @param compareMigrations Whether what the application packages to make its schema is compared, too, after the start, where a
 *     mapping is what is expected; what that finds is told and decides nothing.
 * @param baseline File with findings that are known and accepted.
 * @param dataSources The same settings for single DataSources, by the name of the bean.
 */
@ConfigurationProperties("schema-guard")
public record SchemaGuardProperties(
        @DefaultValue("true") boolean enabled,
        boolean checkOnly,
        @Nullable Mode mode,
        @Nullable List<String> expect,
        @Nullable List<String> statements,
        @Nullable Boolean libraries,
        @Nullable List<String> schemas,
        @Nullable List<String> exclude,
        @Nullable FailOn failOn,
        @Nullable OnUnverified onUnverified,
        @Nullable Duration waitFor,
        @Nullable Duration timeout,
        @Nullable Duration recheckInterval,
        @Nullable Readiness readiness,
        @Nullable Boolean wrap,
        @Nullable Boolean translateErrors,
        @Nullable Boolean compareMigrations,
        @Nullable String baseline,
        @DefaultValue Map<String, SchemaGuardProperties> dataSources) {

    private static final String PREFIX = "schema-guard";
    private static final String FILE = "file:";
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LIVE_INTERVAL = Duration.ofMinutes(1);

    /** Lays the settings of single DataSources over the common ones; what one of them expects is its own affair. */
    public SchemaGuardProperties {
        Map<String, SchemaGuardProperties> single = new LinkedHashMap<>(dataSources);
        if (!single.isEmpty()) {
            SchemaGuardProperties common = new SchemaGuardProperties(
                    enabled,
                    checkOnly,
                    mode,
                    expect,
                    statements,
                    libraries,
                    schemas,
                    exclude,
                    failOn,
                    onUnverified,
                    waitFor,
                    timeout,
                    recheckInterval,
                    readiness,
                    wrap,
                    translateErrors,
                    compareMigrations,
                    baseline,
                    Map.of());
            single.replaceAll((name, own) -> own.over(common));
        }
        dataSources = Collections.unmodifiableMap(single);
    }

    private SchemaGuardProperties over(SchemaGuardProperties common) {
        return new SchemaGuardProperties(
                common.enabled,
                common.checkOnly,
                first(mode, common.mode),
                expect,
                statements,
                first(libraries, common.libraries),
                first(schemas, common.schemas),
                first(exclude, common.exclude),
                first(failOn, common.failOn),
                first(onUnverified, common.onUnverified),
                first(waitFor, common.waitFor),
                first(timeout, common.timeout),
                first(recheckInterval, common.recheckInterval),
                first(readiness, common.readiness),
                first(wrap, common.wrap),
                first(translateErrors, common.translateErrors),
                first(compareMigrations, common.compareMigrations),
                first(baseline, common.baseline),
                Map.of());
    }

    private static <T> @Nullable T first(@Nullable T own, @Nullable T common) {
        return own == null ? common : own;
    }

    /**
     * What holds for one DataSource: its own settings before the common ones.
     *
     * @throws InvalidConfigurationPropertyValueException if one of them means nothing
     */
    public SchemaGuardProperties of(String dataSource) {
        SchemaGuardProperties own = dataSources.get(dataSource);
        return own == null ? valid(PREFIX) : own.valid(PREFIX + ".data-sources." + dataSource);
    }

    private SchemaGuardProperties valid(String prefix) {
        if (waitFor().isNegative()) {
            throw invalid(prefix + ".wait-for", waitFor(), "It must not be negative.");
        }
        if (timeout().isNegative() || timeout().isZero()) {
            throw invalid(prefix + ".timeout", timeout(), "It must be positive, such as 30s.");
        }
        if (recheckInterval != null && recheckInterval.compareTo(SHORTEST_INTERVAL) < 0) {
            throw invalid(
                    prefix + ".recheck-interval",
                    recheckInterval,
                    "It must be at least 1s, such as 5m; a number without a unit counts milliseconds.");
        }
        try {
            baselineFile();
        } catch (InvalidPathException e) {
            throw invalid(
                    prefix + ".baseline",
                    e.getInput(),
                    "It must be the path of a file, seen from the working directory.");
        }
        return this;
    }

    private static InvalidConfigurationPropertyValueException invalid(String property, Object value, String reason) {
        return new InvalidConfigurationPropertyValueException(property, value, reason);
    }

    @Override
    public Mode mode() {
        return Objects.requireNonNullElse(mode, Mode.FAIL);
    }

    @Override
    public List<String> expect() {
        return Objects.requireNonNullElse(expect, List.of());
    }

    @Override
    public Boolean libraries() {
        return !Boolean.FALSE.equals(libraries);
    }

    @Override
    public List<String> schemas() {
        return Objects.requireNonNullElse(schemas, List.of());
    }

    @Override
    public List<String> exclude() {
        return Objects.requireNonNullElse(exclude, List.of());
    }

    @Override
    public Duration waitFor() {
        return Objects.requireNonNullElse(waitFor, Duration.ZERO);
    }

    @Override
    public Duration timeout() {
        return Objects.requireNonNullElse(timeout, InspectionScope.DEFAULT_TIMEOUT);
    }

    @Override
    public Readiness readiness() {
        return Objects.requireNonNullElse(readiness, Readiness.LATCHED);
    }

    @Override
    public Boolean wrap() {
        return Boolean.TRUE.equals(wrap);
    }

    @Override
    public Boolean translateErrors() {
        return Boolean.TRUE.equals(translateErrors);
    }

    @Override
    public Boolean compareMigrations() {
        return !Boolean.FALSE.equals(compareMigrations);
    }

    /** How often to look again by itself: what is to be live has to be looked at. */
    public Optional<Duration> interval() {
        return Optional.ofNullable(recheckInterval)
                .or(() -> readiness() == Readiness.LIVE ? Optional.of(LIVE_INTERVAL) : Optional.empty());
    }

    /** The policy with what is set here in place of what it says itself. */
    Policy over(Policy policy) {
        Policy its = policy;
        if (failOn != null) {
            its = its.withFailOn(failOn);
        }
        if (onUnverified != null) {
            its = its.withOnUnverified(onUnverified);
        }
        return baselineFile().map(its::baseline).orElse(its);
    }

    private Optional<Path> baselineFile() {
        return Optional.ofNullable(baseline)
                .map(text -> Path.of(text.startsWith(FILE) ? text.substring(FILE.length()) : text));
    }
}
