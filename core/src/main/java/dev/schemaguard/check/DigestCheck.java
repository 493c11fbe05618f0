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
import dev.schemaguard.inspect.TableGlobs;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.text.Printable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * @param expectations the expectations that this is true of
     * @param database which database it was
     * @param tables how many columns each of their tables has, by its name with its schema
     * @param reading how long it took to read the digests
     * @param inspecting how long it took to have them compared
     */
    record Unchanged(
            List<Expectation> expectations,
            DatabaseInfo database,
            Map<ObjectName, Integer> tables,
            Duration reading,
            Duration inspecting) {}

    /**
     * Asks of which expectations nothing differs: one statement for all that have digests of this server's version. Empty where
     * that is told of none.
     *
     * @throws InspectionException if the question failed in the caller's own transaction, so that nothing more can be asked in it
     */
    Optional<Unchanged> of(List<Expectation> expectations) throws InspectionException {
        long start = System.nanoTime();
        int version = version();
        Map<Expectation, TableDigests> captured = new LinkedHashMap<>();
        List<ObjectDigest> all = new ArrayList<>();
        for (Expectation expectation : expectations) {
            Optional<TableDigests> digests = digests(expectation, version);
            digests.ifPresent(own -> {
                captured.put(expectation, own);
                all.addAll(own.objects());
            });
        }
        if (captured.isEmpty()) {
            return longWay("no expectation has digests of this version of " + database.name());
        }
        long read = System.nanoTime();
        Optional<DigestAnswer> answer =
                database.inspector().differing(connection, scope, List.of(new TableDigests(version, all)));
        if (answer.isEmpty()) {
            return longWay("the database gave no answer to the digests");
        }
        if (leavesOutOneOf(all, answer.get().home())) {
            return longWay("a pattern of excluded tables fits one together with its schema");
        }
        return unchanged(captured, answer.get(), Duration.ofNanos(read - start), read);
    }

    /** A table's name with its schema is known only when it was found, and then it is too late to leave it out. */
    private boolean leavesOutOneOf(List<ObjectDigest> objects, String home) {
        if (scope.exclude().isEmpty()) {
            return false;
        }
        TableGlobs excluded = new TableGlobs(scope.exclude());
        return objects.stream()
                .filter(ObjectDigest::isTable)
                .anyMatch(object -> excluded.match(object.name().in(home)));
    }

    private int version() {
        try {
            return database.catalog().digestVersion(connection);
        } catch (SQLException e) {
            // Of no version are there digests, and the look that follows says what is wrong.
            return -1;
        }
    }

    /** What of an expectation can be asked about; nothing where it names no table, which is said where it is read. */
    private Optional<TableDigests> digests(Expectation expectation, int version) {
        try {
            return expectation
                    .digests(database, version)
                    .filter(own -> own.objects().stream().anyMatch(ObjectDigest::isTable));
        } catch (SchemaSourceException e) {
            // Whoever reads the expectation itself says what is wrong with it.
            return Optional.empty();
        }
    }

    private static Optional<Unchanged> unchanged(
            Map<Expectation, TableDigests> captured, DigestAnswer answer, Duration reading, long asked) {
        Set<ObjectDigest> differing = new HashSet<>();
        for (Differing one : answer.differing()) {
            differing.add(one.object());
        }
        List<Expectation> unchanged = new ArrayList<>();
        Map<ObjectName, Integer> tables = new LinkedHashMap<>();
        captured.forEach((expectation, digests) -> {
            if (differing.isEmpty() || Collections.disjoint(differing, digests.objects())) {
                unchanged.add(expectation);
                for (ObjectDigest object : digests.objects()) {
                    if (object.isTable()) {
                        tables.put(object.name().in(answer.home()), object.columns());
                    }
                }
            }
        });
        if (!differing.isEmpty()) {
            longWay(said(answer.differing()));
        }
        LOG.debug("checked by digests in one statement: {} tables are as they were captured", tables.size());
        return unchanged.isEmpty()
                ? Optional.empty()
                : Optional.of(new Unchanged(
                        unchanged, answer.database(), tables, reading, Duration.ofNanos(System.nanoTime() - asked)));
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
