package dev.schemaguard.test;

import dev.schemaguard.Diagnosis;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about the database behind a DataSource. One that does not hold fails with the report: what would break, where the
 * expectation says so, and what helps.
 *
 * <pre>{@code
 * assertThat(database).conformsTo("classpath:db/migration");
 *
 * assertThat(database)
 *         .inSchemas("app")
 *         .excluding("tmp_*")
 *         .failingOn(Severity.RISKY)
 *         .withOptional("reels", SchemaSources.of("classpath:reels.json"))
 *         .conformsTo(SchemaSources.of("classpath:app.json"));
 * }</pre>
 *
 * <p>What could not be verified fails, too, in words of its own. Not final, for AssertJ's soft assertions extend it; make no
 * subclass of your own.
 */
public class DataSourceAssert extends AbstractAssert<DataSourceAssert, DataSource> {

    private final Check check = new Check();

    /** Assertions about a database, for AssertJ; users say {@link SchemaAssertions#assertThat(DataSource)}. */
    public DataSourceAssert(@Nullable DataSource actual) {
        super(actual, DataSourceAssert.class);
    }

    /** Judges by a policy, in place of the default one, which fails on what is breaking and on what is not verified. */
    public DataSourceAssert withPolicy(Policy policy) {
        check.policy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /** Fails on findings of that severity or a graver one. */
    public DataSourceAssert failingOn(Severity severity) {
        return withPolicy(check.policy.withFailOn(Policy.failOn(severity).failOn()));
    }

    /** Looks at a part of the database, in place of the connection's search path. */
    public DataSourceAssert withScope(InspectionScope scope) {
        check.scope = Objects.requireNonNull(scope, "scope");
        return this;
    }

    /**
     * Looks for unqualified names in these schemas, in order. With a glob ({@code tenant_*}) among them, looks at each schema
     * that fits any by itself.
     */
    public DataSourceAssert inSchemas(String... schemas) {
        return withScope(check.scope.in(List.of(schemas)));
    }

    /** Leaves out the tables that these globs ({@code *} and {@code ?}) match. */
    public DataSourceAssert excluding(String... globs) {
        return withScope(check.scope.excluding(List.of(globs)));
    }

    /** Looks for what a part of the release expects, too; where it is missing, the report says so and nothing fails. */
    public DataSourceAssert withOptional(String group, SchemaSource source) {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(source, "source");
        check.optional.put(group, source);
        return this;
    }

    /**
     * Holds if the database has what each of these sources expects.
     *
     * @throws IllegalArgumentException if none is named
     */
    public DataSourceAssert conformsTo(SchemaSource... sources) {
        isNotNull();
        try {
            check.guard(List.of(sources)).verify(actual);
        } catch (SQLException e) {
            AssertionError failure = failure(
                    "%s",
                    Diagnosis.report(e)
                            .map(report -> report.toText().stripTrailing())
                            .orElse(e.getMessage()));
            if (e.getCause() != null) {
                failure.initCause(e.getCause());
            }
            throw failure;
        }
        return this;
    }

    /**
     * Holds if the database has what is expected at each of these locations, as {@link SchemaSources#of(String)} knows them.
     *
     * @throws IllegalArgumentException if none is named
     * @throws SchemaSourceException if a location is of no known kind
     */
    public DataSourceAssert conformsTo(String... locations) {
        return conformsTo(sources(locations));
    }

    /**
     * Holds if the database is known to lack what one of these sources expects. One that could not be verified does not.
     *
     * @throws IllegalArgumentException if none is named
     */
    public DataSourceAssert doesNotConformTo(SchemaSource... sources) {
        isNotNull();
        DriftReport report = check.guard(List.of(sources)).check(actual);
        if (report.verdict() != Verdict.DRIFTED) {
            failWithMessage(
                    "%s", "Schema Guard was to find drift\n\n" + report.toText().stripTrailing());
        }
        return this;
    }

    /**
     * Holds if the database is known to lack what is expected at one of these locations. One that could not be verified does
     * not.
     *
     * @throws IllegalArgumentException if none is named
     * @throws SchemaSourceException if a location is of no known kind
     */
    public DataSourceAssert doesNotConformTo(String... locations) {
        return doesNotConformTo(sources(locations));
    }

    private static SchemaSource[] sources(String... locations) {
        return Stream.of(locations).map(SchemaSources::of).toArray(SchemaSource[]::new);
    }

    /** How to look, so far. */
    private static final class Check {

        private final Map<String, SchemaSource> optional = new LinkedHashMap<>();
        private Policy policy = Policy.DEFAULT;
        private InspectionScope scope = InspectionScope.EVERYTHING;

        SchemaGuard guard(List<SchemaSource> sources) {
            if (sources.isEmpty()) {
                throw new IllegalArgumentException(
                        "no expectation was named; name a location or a source, such as \"classpath:db/migration\"");
            }
            SchemaGuard.Builder builder =
                    SchemaGuard.expecting(sources).policy(policy).scope(scope);
            optional.forEach(builder::optional);
            return builder.build();
        }
    }
}
