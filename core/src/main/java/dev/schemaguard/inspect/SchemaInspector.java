package dev.schemaguard.inspect;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.text.LoggedFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the live schema, again where the catalog changes meanwhile, and tells why it cannot be read.
 *
 * @param catalog reads the database's catalog
 * @param failures what its failures mean
 * @param dialect how it spells
 */
public record SchemaInspector(CatalogReader catalog, Failures failures, Dialect dialect) {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaInspector.class);

    /** A catalog that changes while it is read is read again: migrations take their locks one after the other. */
    private static final int ATTEMPTS = 4;

    /** So that what is read of many schemas at once takes some tens of megabytes. */
    private static final int TABLES_TOGETHER = 10_000;

    /**
     * Reads what the scope asks for. The connection is left as it was found: neither closed nor committed, and no setting of
     * its session is changed. With autocommit off the reading belongs to the caller's transaction, and begins one if none is
     * open.
     *
     * @throws InspectionException if the catalog could not be read
     */
    public LiveSchema inspect(Connection connection, InspectionScope scope) throws InspectionException {
        return attempt(connection, scope, () -> catalog.read(connection, dialect, scope));
    }

    /**
     * Reads each schema of the scope as if it were named alone, so that one expectation is compared with many schemas of the
     * same make. The scope's names may be globs; where the catalog can be asked so, some thousands of tables take one query. Everything else is as
     * with {@link #inspect}.
     *
     * @param each is handed what was found in each schema, in the order of their names; the first of its search path is the
     *     schema
     * @throws InspectionException if the catalog could not be read, or no schema fits
     */
    public void inspectEach(Connection connection, InspectionScope scope, Consumer<LiveSchema> each)
            throws InspectionException {
        int tables = scope.expected().map(expected -> expected.tables().size()).orElse(0);
        for (InspectionScope some : together(connection, scope, tables)) {
            attempt(connection, some, () -> catalog.readEach(connection, dialect, some))
                    .forEach(each);
        }
    }

    /**
     * The schemas that the scope means, so many at a time that they take one query. Where none of its names is a glob they are
     * taken as they are.
     */
    private List<InspectionScope> together(Connection connection, InspectionScope scope, int tables)
            throws InspectionException {
        List<String> schemas = scope.isOverManySchemas()
                ? attempt(
                        connection,
                        scope,
                        () -> FittingSchemas.of(catalog.schemas(connection, scope.timeout()), scope.schemas()))
                : scope.schemas();
        int together = Math.max(1, TABLES_TOGETHER / Math.max(10, tables));
        List<InspectionScope> scopes = new ArrayList<>();
        for (int from = 0; from < schemas.size(); from += together) {
            scopes.add(scope.in(schemas.subList(from, Math.min(schemas.size(), from + together))));
        }
        return scopes;
    }

    /**
     * Lets the server make digests of captured objects. Empty where it makes none, or not of each of them, or did not come to an
     * end with it.
     *
     * @throws InspectionException if it did not come to an end, and that spoiled the caller's transaction
     */
    public Optional<TableDigests> digests(Connection connection, InspectionScope scope, List<ObjectDigest> objects)
            throws InspectionException {
        return ask(connection, scope, () -> catalog.digests(connection, scope, objects));
    }

    /**
     * Asks in one statement what differs from digests. Empty where there is nobody to ask, and where it did not come to an
     * answer, so that it has to be looked.
     *
     * @throws InspectionException if it did not come to an answer, and that spoiled the caller's transaction
     */
    public Optional<DigestAnswer> differing(Connection connection, InspectionScope scope, List<TableDigests> captured)
            throws InspectionException {
        return ask(connection, scope, () -> catalog.differing(connection, scope, captured));
    }

    /**
     * Asks the same of each schema that the scope's globs mean, as if it were named alone, in as many statements as {@link
     * #inspectEach} takes. Empty where one of these did not come to an answer.
     *
     * @throws InspectionException if one did not, and that spoiled the caller's transaction
     */
    public Optional<List<DigestAnswer>> differingEach(
            Connection connection, InspectionScope scope, TableDigests captured) throws InspectionException {
        List<InspectionScope> scopes;
        try {
            scopes = together(connection, scope, captured.objects().size());
        } catch (InspectionException e) {
            if (e.reason() != InspectionException.Reason.SCHEMA_NOT_FOUND) {
                throw e;
            }
            return Optional.empty();
        }
        List<DigestAnswer> answers = new ArrayList<>();
        for (InspectionScope some : scopes) {
            Optional<List<DigestAnswer>> told =
                    ask(connection, some, () -> catalog.differingEach(connection, some, captured));
            if (told.isEmpty()) {
                return told;
            }
            answers.addAll(told.get());
        }
        return Optional.of(answers);
    }

    /** Nobody depends on an answer about digests, so a failure is none as long as something else can be asked after it. */
    private <T> Optional<T> ask(Connection connection, InspectionScope scope, Reading<Optional<T>> question)
            throws InspectionException {
        NetworkDeadline deadline = NetworkDeadline.set(connection, scope.timeout());
        try {
            return question.read();
        } catch (SQLException e) {
            if (!isOnItsOwn(connection)) {
                throw InspectionFailure.translate(e, failures.of(e), scope);
            }
            LOG.debug("the catalog gave no answer about digests", LoggedFailure.of(e));
            return Optional.empty();
        } catch (CatalogMovedException | CatalogTooLargeException e) {
            LOG.debug("the catalog gave no answer about digests", LoggedFailure.of(e));
            return Optional.empty();
        } finally {
            deadline.restore();
        }
    }

    private <T> T attempt(Connection connection, InspectionScope scope, Reading<T> reading) throws InspectionException {
        for (int attempt = 1; ; attempt++) {
            NetworkDeadline deadline = NetworkDeadline.set(connection, scope.timeout());
            try {
                return reading.read();
            } catch (CatalogMovedException e) {
                if (attempt == ATTEMPTS) {
                    throw InspectionFailure.moved(e);
                }
            } catch (CatalogTooLargeException e) {
                throw InspectionFailure.tooLarge(e);
            } catch (SQLException e) {
                FailureKind kind = failures.of(e);
                if (attempt == ATTEMPTS || !InspectionFailure.mayPass(kind) || !isOnItsOwn(connection)) {
                    throw InspectionFailure.translate(e, kind, scope);
                }
            } finally {
                deadline.restore();
            }
        }
    }

    /** A failed statement spoils the transaction that it belongs to, so that nothing can be read again in it. */
    private static boolean isOnItsOwn(Connection connection) {
        try {
            return connection.getAutoCommit();
        } catch (SQLException e) {
            return false;
        }
    }

    /** What is read, and perhaps read again. */
    private interface Reading<T> {

        T read() throws InspectionException, SQLException;
    }
}
