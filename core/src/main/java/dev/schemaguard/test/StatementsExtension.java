package dev.schemaguard.test;

import dev.schemaguard.recording.StatementRecorder;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the packaged statements of a release equal to what its tests make it send, in the manner of approval tests: a class of tests
 * fails with the statements that are new until somebody accepts them, by running the tests with
 * {@code -Dschema-guard.statements=accept} or the environment variable {@code SCHEMA_GUARD_STATEMENTS=accept} and committing the
 * file. It is in the source tree, at {@code src/main/resources/META-INF/schema-guard/statements.sql} of the test's module unless
 * {@link #at} says otherwise.
 *
 * <p>Statements are recorded of a DataSource that {@link #wrap} stands around:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final StatementsExtension STATEMENTS = new StatementsExtension();
 *
 * final PostRepository posts = new PostRepository(STATEMENTS.wrap(pool));
 * }</pre>
 *
 * <p>With Spring Boot, {@code schema-guard.record-statements=true} in the tests' properties wraps the DataSources, and
 * {@code @ExtendWith(StatementsExtension.class)} is all that a class of tests needs.
 *
 * <p>Accepting adds and takes nothing away, so that tests that run at once, in several processes or in part lose nothing that others
 * have recorded. A run that sent fewer than the file holds says so, and fails only with {@code -Dschema-guard.statements=exact}. To be
 * rid of old ones, delete the file and accept a whole run. Where an environment variable tells a build server, nothing is accepted.
 *
 * <p>Immutable and safe for tests that run at once.
 */
public final class StatementsExtension implements BeforeAllCallback, AfterAllCallback {

    private static final Logger LOG = LoggerFactory.getLogger(StatementsExtension.class);

    private static final Path PACKAGED =
            Path.of("src", "main", "resources", "META-INF", "schema-guard", "statements.sql");
    private static final Namespace NAMESPACE = Namespace.create(StatementsExtension.class);

    private final StatementRecorder recorder;
    private final Path file;
    private final Supplier<StatementsMode> mode;

    /** The statements that all tests of this process record together. */
    public StatementsExtension() {
        this(StatementRecorder.shared(), PACKAGED, StatementsMode::current);
    }

    StatementsExtension(StatementRecorder recorder, Path file, Supplier<StatementsMode> mode) {
        this.recorder = recorder;
        this.file = file;
        this.mode = mode;
    }

    /** The same in another file; a relative path is relative to the test's module. */
    public StatementsExtension at(String newFile) {
        return new StatementsExtension(recorder, Path.of(newFile), mode);
    }

    /** The same of another recorder, such as one that knows more frameworks or masks literals. */
    public StatementsExtension of(StatementRecorder newRecorder) {
        return new StatementsExtension(Objects.requireNonNull(newRecorder, "newRecorder"), file, mode);
    }

    /** The DataSource, whose statements are recorded from now on. */
    public DataSource wrap(DataSource dataSource) {
        return recorder.wrap(dataSource);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        run(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        run(context).compare(mode.get());
    }

    /** One for all classes of tests that keep the same file, which ends when the last of them has ended. */
    private StatementsRun run(ExtensionContext context) {
        SnapshotFile place = SnapshotFile.of(file, context.getRequiredTestClass(), System.getProperty("basedir"));
        Store store = context.getRoot().getStore(NAMESPACE);
        // Not by a method that older versions of JUnit lack, or newer ones.
        synchronized (StatementsExtension.class) {
            StatementsRun known = store.get(place.toString(), StatementsRun.class);
            if (known != null) {
                return known;
            }
            StatementsRun run = new StatementsRun(recorder, place, mode, news -> LOG.info("{}", news));
            store.put(place.toString(), run);
            return run;
        }
    }
}
