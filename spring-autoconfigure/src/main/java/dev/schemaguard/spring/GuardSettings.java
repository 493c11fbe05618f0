package dev.schemaguard.spring;

import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.policy.FailOn;
import dev.schemaguard.policy.OnUnverified;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be set for all DataSources and again for one; {@code null} where nothing was set. */
class GuardSettings {

    /** What to do about drift, and about not knowing; fail by default. SCHEMA_GUARD_MODE overrides it. */
    private @Nullable Mode mode;

    /**
     * What the release expects: locations of snapshots, DDL scripts, folders of migrations or databases, or by name what the
     * application itself knows: jpa, flyway, liquibase, spring-data-jdbc, jooq:CLASS. By default the first there is of the
     * packaged snapshot, the JPA mapping, Flyway's migrations and Liquibase's changelog.
     */
    private @Nullable List<String> expect;

    /** Schemas in which to look for tables without a schema, in order; by default the connection's search path. */
    private @Nullable List<String> schemas;

    /** Tables that are none of this application's business, as globs. */
    private @Nullable List<String> exclude;

    /** From which severity on a finding fails the check; breaking by default. */
    private @Nullable FailOn failOn;

    /**
     * Whether a check fails that could not find out everything. By default it does, but for what cannot be read of an
     * expectation that was merely found.
     */
    private @Nullable OnUnverified onUnverified;

    /** How long to wait at start for a schema that is still being migrated; by default not at all. */
    private @Nullable Duration waitFor;

    /** How long a single check may take, connecting included; 30 seconds by default. */
    private @Nullable Duration timeout;

    /**
     * How often to check again while the application runs, give or take a quarter; by default only for a reason, and every
     * minute where the readiness is live.
     */
    private @Nullable Duration recheckInterval;

    /** What the schema has to do with the readiness of the application; latched by default. */
    private @Nullable Readiness readiness;

    /** Whether the DataSource bean itself is wrapped, so that it hands out no connection while its gate is shut. */
    private @Nullable Boolean wrap;

    /** Whether "undefined column" and the like get a SchemaDriftException as cause where that is why; needs wrap. */
    private @Nullable Boolean translateErrors;

    /**
     * Whether what the application packages to make its schema is compared, too, after the start, where a mapping is what is
     * expected; what that finds is told and decides nothing.
     */
    private @Nullable Boolean compareMigrations;

    /** File with findings that are known and accepted. */
    private @Nullable String baseline;

    public @Nullable Mode getMode() {
        return mode;
    }

    public void setMode(@Nullable Mode mode) {
        this.mode = mode;
    }

    public @Nullable List<String> getExpect() {
        return expect;
    }

    public void setExpect(@Nullable List<String> expect) {
        this.expect = expect;
    }

    public @Nullable List<String> getSchemas() {
        return schemas;
    }

    public void setSchemas(@Nullable List<String> schemas) {
        this.schemas = schemas;
    }

    public @Nullable List<String> getExclude() {
        return exclude;
    }

    public void setExclude(@Nullable List<String> exclude) {
        this.exclude = exclude;
    }

    public @Nullable FailOn getFailOn() {
        return failOn;
    }

    public void setFailOn(@Nullable FailOn failOn) {
        this.failOn = failOn;
    }

    public @Nullable OnUnverified getOnUnverified() {
        return onUnverified;
    }

    public void setOnUnverified(@Nullable OnUnverified onUnverified) {
        this.onUnverified = onUnverified;
    }

    public @Nullable Duration getWaitFor() {
        return waitFor;
    }

    public void setWaitFor(@Nullable Duration waitFor) {
        this.waitFor = waitFor;
    }

    public @Nullable Duration getTimeout() {
        return timeout;
    }

    public void setTimeout(@Nullable Duration timeout) {
        this.timeout = timeout;
    }

    public @Nullable Duration getRecheckInterval() {
        return recheckInterval;
    }

    public void setRecheckInterval(@Nullable Duration recheckInterval) {
        this.recheckInterval = recheckInterval;
    }

    public @Nullable Readiness getReadiness() {
        return readiness;
    }

    public void setReadiness(@Nullable Readiness readiness) {
        this.readiness = readiness;
    }

    public @Nullable Boolean getWrap() {
        return wrap;
    }

    public void setWrap(@Nullable Boolean wrap) {
        this.wrap = wrap;
    }

    public @Nullable Boolean getTranslateErrors() {
        return translateErrors;
    }

    public void setTranslateErrors(@Nullable Boolean translateErrors) {
        this.translateErrors = translateErrors;
    }

    public @Nullable Boolean getCompareMigrations() {
        return compareMigrations;
    }

    public void setCompareMigrations(@Nullable Boolean compareMigrations) {
        this.compareMigrations = compareMigrations;
    }

    public @Nullable String getBaseline() {
        return baseline;
    }

    public void setBaseline(@Nullable String baseline) {
        this.baseline = baseline;
    }
}
