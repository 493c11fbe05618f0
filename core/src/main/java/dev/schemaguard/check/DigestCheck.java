package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.inspect.DigestAnswer;
import dev.schemaguard.inspect.DigestAnswer.Differing;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.ObjectDigest;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.inspect.TableGlobs;
import dev.schemaguard.report.DigestCoverage.Reason;
import dev.schemaguard.text.Printable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
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
 * The short way of a check: one statement by which the database says what is as it was captured. It can only ever say that; of
 * whatever it says anything else, or cannot be asked, nothing is concluded, and that is read and compared.
 *
 * @param connection the connection of the check
 * @param database which database it is
 * @param scope which schemas are looked at
 */
record DigestCheck(Connection connection, Database database, InspectionScope scope) {

    private static final Logger LOG = LoggerFactory.getLogger(DigestCheck.class);

    private static final int MOST_NAMES = 10;

    /**
     * Asks what differs: one statement for all expectations that have digests of this server's version, and for as many schemas as
     * an ordinary look takes at once.
     *
     * @throws InspectionException if the question failed in the caller's own transaction, so that nothing more can be asked in it
     */
    DigestResult of(List<Expectation> expectations) throws InspectionException {
        long start = System.nanoTime();
        int version = version();
        Map<Expectation, TableDigests> captured = new LinkedHashMap<>();
        List<ObjectDigest> all = new ArrayList<>();
        Optional<Reason> without = Optional.empty();
        for (Expectation expectation : expectations) {
            Optional<TableDigests> digests = digests(expectation, version);
            if (digests.isPresent()) {
                captured.put(expectation, digests.get());
                all.addAll(digests.get().objects());
            } else {
                without = Optional.of(expectation.hasDigests(database) ? Reason.OTHER_VERSION : Reason.NOT_CAPTURED);
            }
        }
        if (captured.isEmpty()) {
            return longWay(without.orElse(Reason.NOT_CAPTURED));
        }
        if (isMany() && namesSchema(all)) {
            return longWay(Reason.NAMED_SCHEMAS);
        }
        long read = System.nanoTime();
        Optional<List<DigestAnswer>> answers = answers(new TableDigests(version, all));
        if (answers.isEmpty()) {
            return longWay(Reason.NO_ANSWER);
        }
        if (leavesOutOneOf(all, answers.get())) {
            return longWay(Reason.EXCLUDED_WITH_SCHEMA);
        }
        Map<Expectation, List<DigestLook>> looks = looks(captured, answers.get());
        return new DigestResult(
                looks,
                differs(answers.get()) ? Optional.of(Reason.MAY_DIFFER) : without,
                Duration.ofNanos(read - start),
                Duration.ofNanos(System.nanoTime() - read));
    }

    private static boolean namesSchema(List<ObjectDigest> objects) {
        for (ObjectDigest object : objects) {
            if (object.name().isQualified()) {
                return true;
            }
        }
        return false;
    }

    private static boolean differs(List<DigestAnswer> answers) {
        for (DigestAnswer answer : answers) {
            if (!answer.differing().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean isMany() {
        return scope.isOverManySchemas();
    }

    private Optional<List<DigestAnswer>> answers(TableDigests digests) throws InspectionException {
        if (isMany()) {
            return database.inspector().differingEach(connection, scope, digests);
        }
        Optional<DigestAnswer> answer = database.inspector().differing(connection, scope, List.of(digests));
        return answer.isPresent() ? Optional.of(List.of(answer.get())) : Optional.empty();
    }

    /** A table's name with its schema is known only when it was found, and then it is too late to leave it out. */
    private boolean leavesOutOneOf(List<ObjectDigest> objects, List<DigestAnswer> answers) {
        if (scope.exclude().isEmpty()) {
            return false;
        }
        TableGlobs excluded = new TableGlobs(scope.exclude());
        return answers.stream()
                .anyMatch(answer -> objects.stream()
                        .filter(ObjectDigest::isTable)
                        .anyMatch(object -> excluded.match(object.name().in(answer.home()))));
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
            Optional<TableDigests> digests =
                    ReadingDeadline.within(scope.timeout(), () -> expectation.digests(database, version));
            return digests.isPresent() && namesTable(digests.get()) ? digests : Optional.empty();
        } catch (SchemaSourceException e) {
            // Whoever reads the expectation itself says what is wrong with it.
            return Optional.empty();
        }
    }

    private static boolean namesTable(TableDigests digests) {
        for (ObjectDigest object : digests.objects()) {
            if (object.isTable()) {
                return true;
            }
        }
        return false;
    }

    private Map<Expectation, List<DigestLook>> looks(
            Map<Expectation, TableDigests> captured, List<DigestAnswer> answers) {
        List<Set<ObjectDigest>> differing = new ArrayList<>(answers.size());
        int same = 0;
        for (DigestAnswer answer : answers) {
            Set<ObjectDigest> objects = new HashSet<>();
            for (Differing one : answer.differing()) {
                objects.add(one.object());
            }
            differing.add(objects);
            if (objects.isEmpty()) {
                same++;
            } else {
                LOG.debug("digests are not enough, for {}", said(answer));
            }
        }
        Map<Expectation, List<DigestLook>> looks = new LinkedHashMap<>();
        for (Map.Entry<Expectation, TableDigests> one : captured.entrySet()) {
            List<DigestLook> told = new ArrayList<>(answers.size());
            for (int i = 0; i < answers.size(); i++) {
                told.add(look(answers.get(i), one.getValue().objects(), differing.get(i)));
            }
            looks.put(one.getKey(), told);
        }
        LOG.debug("checked by digests: {} of {} places are as they were captured", same, answers.size());
        return looks;
    }

    /** Where nothing differs, thousands of schemas share what they have in common. */
    private DigestLook look(DigestAnswer answer, List<ObjectDigest> objects, Set<ObjectDigest> differing) {
        List<ObjectDigest> same = objects;
        List<ObjectDigest> others = List.of();
        if (!differing.isEmpty()) {
            same = objects.stream().filter(one -> !differing.contains(one)).toList();
            others = objects.stream().filter(differing::contains).toList();
        }
        return new DigestLook(isMany() ? answer.home() : "", answer.database(), answer.home(), same, others);
    }

    private static DigestResult longWay(Reason why) {
        LOG.debug("not checked by digests: {}", why.id());
        return DigestResult.not(why);
    }

    private static String said(DigestAnswer answer) {
        String named = answer.differing().stream()
                .limit(MOST_NAMES)
                .map(one -> Printable.line(one.object().name().toString()) + " (" + one.why() + ")")
                .collect(Collectors.joining(", "));
        return answer.differing().size() + " objects may differ in " + Printable.line(answer.home()) + ": " + named;
    }
}
