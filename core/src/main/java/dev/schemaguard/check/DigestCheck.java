package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.inspect.DigestAnswer;
import dev.schemaguard.inspect.DigestAnswer.Differing;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.ObjectDigest;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.text.Printable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The short way of a check: one statement by which the database says that all is as it was captured. It can only ever say that;
 * wherever it says anything else, or cannot be asked, nothing is concluded and the expectations are read and compared.
 *
 * @param connection the connection of the check
 * @param database which database it is
 * @param scope which schemas are looked at
 */
record DigestCheck(Connection connection, Database database, InspectionScope scope) {

    private static final Logger LOG = LoggerFactory.getLogger(DigestCheck.class);

    private static final int MOST_NAMES = 10;

    /**
     * What was found where all is as it was captured.
     *
     * @param database which database it was
     * @param tables how many tables are expected and there
     * @param columns how many columns these have
     * @param reading how long it took to read the digests
     * @param inspecting how long it took to have them compared
     */
    record Unchanged(DatabaseInfo database, int tables, int columns, Duration reading, Duration inspecting) {}

    /**
     * Asks whether nothing differs from what is expected. Empty where that is not told.
     *
     * @throws InspectionException if the question failed in the caller's own transaction, so that nothing more can be asked in it
     */
    Optional<Unchanged> of(List<Expectation> expectations) throws InspectionException {
        long start = System.nanoTime();
        Optional<TableDigests> digests = digests(expectations);
        if (digests.isEmpty()) {
            return Optional.empty();
        }
        long read = System.nanoTime();
        Optional<DigestAnswer> answer = database.inspector().differing(connection, scope, List.of(digests.get()));
        if (answer.isEmpty()) {
            return longWay("the database gave no answer to the digests");
        }
        if (!answer.get().differing().isEmpty()) {
            return longWay(said(answer.get().differing()));
        }
        List<ObjectDigest> tables =
                digests.get().objects().stream().filter(ObjectDigest::isTable).toList();
        LOG.debug("checked by digests in one statement: {} tables are as they were captured", tables.size());
        return Optional.of(new Unchanged(
                answer.get().database(),
                tables.size(),
                tables.stream().mapToInt(ObjectDigest::columns).sum(),
                Duration.ofNanos(read - start),
                Duration.ofNanos(System.nanoTime() - read)));
    }

    /** The digests of all expectations together; empty where one of them has none for this server. */
    private Optional<TableDigests> digests(List<Expectation> expectations) {
        // A table's name with its schema is known only when it was found, and it would be too late to leave it out.
        if (scope.exclude().stream().anyMatch(glob -> glob.indexOf('.') >= 0)) {
            longWay("a pattern of excluded tables names their schema");
            return Optional.empty();
        }
        try {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            List<ObjectDigest> all = new ArrayList<>();
            Set<ObjectName> tables = new HashSet<>();
            for (Expectation expectation : expectations) {
                Optional<TableDigests> own = expectation.digests(database, version);
                if (own.isEmpty()) {
                    return none(Printable.line(expectation.name()) + " has no digests of this version of "
                            + database.name());
                }
                for (ObjectDigest object : own.get().objects()) {
                    if (object.isTable() && !tables.add(object.name())) {
                        return none("several expectations name table "
                                + Printable.line(object.name().toString()));
                    }
                    all.add(object);
                }
            }
            return tables.isEmpty() ? Optional.empty() : Optional.of(new TableDigests(version, all));
        } catch (SQLException | SchemaSourceException e) {
            // Whoever reads the expectation itself says what is wrong with it.
            return none("digests could not be read");
        }
    }

    private static Optional<TableDigests> none(String why) {
        longWay(why);
        return Optional.empty();
    }

    private static Optional<Unchanged> longWay(String why) {
        LOG.debug("not checked by digests, for {}", why);
        return Optional.empty();
    }

    private static String said(List<Differing> differing) {
        String named = differing.stream()
                .limit(MOST_NAMES)
                .map(one -> Printable.line(one.object().name().toString()) + " (" + one.why() + ")")
                .collect(Collectors.joining(", "));
        return differing.size() + " objects may differ: " + named;
    }
}
