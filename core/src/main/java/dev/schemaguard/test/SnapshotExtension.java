package dev.schemaguard.test;

import dev.schemaguard.inspect.InspectionScope;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the packaged snapshot equal to what the migrations give, in the manner of approval tests: the test fails with what
 * differs until somebody accepts it, by running it with {@code -Dschema-guard.snapshot=accept} or the environment variable
 * {@code SCHEMA_GUARD_SNAPSHOT=accept} and committing the file. The file is in the source tree, at
 * {@code src/main/resources/META-INF/schema-guard/schema.json} of the test's module unless {@link #at} says otherwise, so a
 * class path that was built before has it only after the next build.
 *
 * <pre>{@code
 * @Testcontainers(disabledWithoutDocker = true)
 * class SchemaSnapshotTest {
 *
 *     @Container
 *     static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:17");
 *
 *     @RegisterExtension
 *     static final SnapshotExtension SNAPSHOT = SnapshotExtension.of(() -> migrated(POSTGRES));
 *
 *     @Test
 *     void isWhatTheMigrationsGive(SchemaSnapshot snapshot) {
 *         snapshot.verify();
 *     }
 * }
 * }</pre>
 *
 * <p>With Spring Boot, in {@code @DataJpaTest} or {@code @SpringBootTest}:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SnapshotExtension SNAPSHOT = SnapshotExtension.from(
 *         test -> SpringExtension.getApplicationContext(test).getBean(DataSource.class));
 * }</pre>
 *
 * <p>Where no test of the class verifies it, it is verified after the last one. Where an environment
 * variable tells a build server ({@code CI}, {@code TF_BUILD}, {@code JENKINS_URL}, {@code TEAMCITY_VERSION},
 * {@code CODEBUILD_BUILD_ID}), nothing is accepted. The history tables of migration tools are left out.
 *
 * <p>The field has to be static, unless the test's instance lives as long as its class. Immutable and safe for tests that run
 * at once; a file is written whole or not at all.
 */
public final class SnapshotExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, ParameterResolver {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotExtension.class);

    private static final Path PACKAGED = Path.of("src", "main", "resources", "META-INF", "schema-guard", "schema.json");
    private static final Namespace NAMESPACE = Namespace.create(SnapshotExtension.class);

    private final Function<? super ExtensionContext, ? extends DataSource> database;
    private final Path file;
    private final InspectionScope scope;
    private final Supplier<Acceptance> acceptance;

    SnapshotExtension(
            Function<? super ExtensionContext, ? extends DataSource> database,
            Path file,
            InspectionScope scope,
            Supplier<Acceptance> acceptance) {
        this.database = database;
        this.file = file;
        this.scope = scope;
        this.acceptance = acceptance;
    }

    /** A snapshot of a migrated database, which is asked for when it is to be read and not before. */
    public static SnapshotExtension of(Supplier<? extends DataSource> database) {
        Objects.requireNonNull(database, "database");
        return from(context -> database.get());
    }

    /** A snapshot of a migrated database that the test's context leads to, such as a bean of Spring. */
    public static SnapshotExtension from(Function<? super ExtensionContext, ? extends DataSource> database) {
        Objects.requireNonNull(database, "database");
        return new SnapshotExtension(database, PACKAGED, InspectionScope.EVERYTHING, Acceptance::current);
    }

    /** The same in another file; a relative path is relative to the test's module. */
    public SnapshotExtension at(String newFile) {
        return new SnapshotExtension(database, Path.of(newFile), scope, acceptance);
    }

    /** The same of these schemas, in place of the connection's search path. */
    public SnapshotExtension inSchemas(String... schemas) {
        return new SnapshotExtension(database, file, scope.in(List.of(schemas)), acceptance);
    }

    /** The same without the tables that these globs ({@code *} and {@code ?}) match. */
    public SnapshotExtension excluding(String... globs) {
        return new SnapshotExtension(database, file, scope.excluding(List.of(globs)), acceptance);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (run(context) == null) {
            context.getStore(NAMESPACE).put(this, new Run(context.getUniqueId(), new AtomicBoolean()));
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (run(context) == null) {
            throw new ExtensionConfigurationException("the SnapshotExtension of '"
                    + context.getRequiredTestClass().getName()
                    + "' is in a field of the test's instance and would verify nothing; make the field static");
        }
    }

    /** Only where the extension was registered, not in each nested class, and not where nothing came to run. */
    @Override
    public void afterAll(ExtensionContext context) {
        Run run = run(context);
        if (run != null
                && run.owner().equals(context.getUniqueId())
                && !run.verified().get()
                && context.getExecutionException().isEmpty()) {
            snapshot(context).verify();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SchemaSnapshot.class;
    }

    @Override
    public SchemaSnapshot resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return snapshot(context);
    }

    private SchemaSnapshot snapshot(ExtensionContext context) {
        return new SchemaSnapshot(
                SnapshotFile.of(file, context.getRequiredTestClass(), System.getProperty("basedir")),
                () -> database(context),
                scope,
                acceptance.get(),
                news -> {
                    LOG.info("{}", news);
                    context.publishReportEntry("schema-guard.snapshot", news);
                });
    }

    /** Asked for only by whoever verifies. */
    private DataSource database(ExtensionContext context) {
        Run run = run(context);
        if (run != null) {
            run.verified().set(true);
        }
        return database.apply(context);
    }

    private @Nullable Run run(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(this, Run.class);
    }

    /**
     * One class of tests, with those nested in it.
     *
     * @param owner the context that it began in
     * @param verified whether a test verified the snapshot by itself
     */
    private record Run(String owner, AtomicBoolean verified) {}
}
