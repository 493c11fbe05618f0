package dev.schemaguard.database.postgres.catalog;

import dev.schemaguard.database.postgres.catalog.query.DigestQuery;
import dev.schemaguard.database.postgres.catalog.query.PostgresAnswers;
import dev.schemaguard.database.postgres.catalog.query.PostgresPath;
import dev.schemaguard.database.postgres.catalog.query.PostgresQuestion;
import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.inspect.DigestAnswer;
import dev.schemaguard.inspect.DigestAnswer.Differing;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.ObjectDigest;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.inspect.Timeouts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Has the server make digests of its catalog, or hold them against others. One statement each. */
final class PostgresDigests {

    private final Connection connection;
    private final InspectionScope scope;
    private final int version;

    PostgresDigests(Connection connection, InspectionScope scope) throws SQLException {
        this.connection = connection;
        this.scope = scope;
        this.version = connection.getMetaData().getDatabaseMajorVersion();
    }

    /** The digests of the objects; empty where there is none of one of them. */
    Optional<TableDigests> of(List<ObjectDigest> objects) throws SQLException {
        Map<Long, String> made = query(objects)
                .digests()
                .run(connection, Timeouts.seconds(scope.timeout()))
                .all(PostgresQuestion.DIGESTS);
        if (made.size() < objects.size()) {
            return Optional.empty();
        }
        List<ObjectDigest> digests = new ArrayList<>(objects.size());
        for (int i = 0; i < objects.size(); i++) {
            digests.add(objects.get(i).with(made.getOrDefault(i + 1L, "")));
        }
        return Optional.of(new TableDigests(version, digests));
    }

    /** What may differ from the digests of this server's major version, if they are among these. */
    Optional<DigestAnswer> differing(List<TableDigests> captured) throws SQLException {
        for (TableDigests digests : captured) {
            if (digests.majorVersion() == version) {
                return Optional.of(differing(digests));
            }
        }
        return Optional.empty();
    }

    private DigestAnswer differing(TableDigests digests) throws SQLException {
        PostgresAnswers answers =
                query(digests.objects()).differing().run(connection, Timeouts.seconds(scope.timeout()));
        List<Differing> differing = new ArrayList<>();
        for (Map.Entry<Long, String> one : new TreeMap<>(answers.all(PostgresQuestion.DIFFERING)).entrySet()) {
            differing.add(new Differing(digests.objects().get(one.getKey().intValue() - 1), one.getValue()));
        }
        PostgresPath path = PostgresPath.read(answers, scope, 0);
        Set<String> used = new HashSet<>();
        String home = "";
        for (Map.Entry<Long, String> schema :
                answers.all(PostgresQuestion.FOUND_IN).entrySet()) {
            used.add(path.name(schema.getKey()));
            home = "true".equals(schema.getValue()) ? path.name(schema.getKey()) : home;
        }
        return new DigestAnswer(
                DatabaseInfo.of(connection.getMetaData(), path.role(), path.lookedAt(used)), home, differing);
    }

    /** The same in each schema of the scope that there is. */
    List<DigestAnswer> differingEach(TableDigests digests) throws SQLException {
        PostgresAnswers answers =
                query(digests.objects()).differingEach().run(connection, Timeouts.seconds(scope.timeout()));
        PostgresPath path = PostgresPath.read(answers, scope, 0);
        List<DigestAnswer> each = new ArrayList<>();
        for (PostgresPath.Entry schema : path.path()) {
            String text =
                    answers.text(PostgresQuestion.DIFFERING_EACH, schema.oid()).orElseThrow();
            each.add(new DigestAnswer(
                    DatabaseInfo.of(connection.getMetaData(), path.role(), List.of(schema.name())),
                    schema.name(),
                    differing(text, digests)));
        }
        return each;
    }

    /** Reads {@code 3 different,7 missing}. */
    private static List<Differing> differing(String text, TableDigests digests) {
        List<Differing> differing = new ArrayList<>();
        for (String one : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            int space = one.indexOf(' ');
            int place = Integer.parseInt(one.substring(0, space));
            differing.add(new Differing(digests.objects().get(place - 1), one.substring(space + 1)));
        }
        return differing;
    }

    private DigestQuery query(List<ObjectDigest> objects) {
        return new DigestQuery(version, scope, objects);
    }
}
