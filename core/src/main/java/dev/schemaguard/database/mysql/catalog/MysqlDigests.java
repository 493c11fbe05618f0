package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.database.mysql.server.ServerVersion;
import dev.schemaguard.inspect.DigestAnswer;
import dev.schemaguard.inspect.DigestAnswer.Differing;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.ObjectDigest;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.Privilege;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Has the server make digests of its catalog, and holds them against others, by one statement. Of sequences it makes none: their step
 * stands in no view of MariaDB's catalog, and what has the name of one may be read only after it was seen to be one.
 *
 * @param connection the connection to ask on
 * @param server which server it is
 * @param scope which schema is looked at
 */
record MysqlDigests(Connection connection, ServerVersion server, InspectionScope scope) {

    private static final Set<Privilege> OF_TABLES =
            EnumSet.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);

    /** Who names a view as such is not taken to write to it. */
    private static final Set<Privilege> OF_VIEWS = EnumSet.of(Privilege.SELECT);

    private static final int SERIES = 100;

    /** One number for each series of versions: 804 is MySQL 8.4, 1011 is MariaDB 10.11. */
    static int version(ServerVersion server) {
        return SERIES * server.major() + server.minor();
    }

    /** The digests of the objects; empty where there is none of one of them. */
    Optional<TableDigests> of(List<ObjectDigest> objects) throws SQLException {
        if (!canBeAsked(objects)) {
            return Optional.empty();
        }
        DigestRows rows = ask(objects);
        List<ObjectDigest> digests = new ArrayList<>(objects.size());
        for (ObjectDigest object : objects) {
            String digest = rows.digest(object.name().name());
            if (digest.isEmpty()) {
                return Optional.empty();
            }
            digests.add(object.with(digest));
        }
        return Optional.of(new TableDigests(version(server), digests));
    }

    /** What may differ from the digests of this server's series, if they are among these. */
    Optional<DigestAnswer> differing(List<TableDigests> captured) throws SQLException {
        for (TableDigests digests : captured) {
            if (digests.majorVersion() == version(server) && canBeAsked(digests.objects())) {
                return Optional.of(differing(digests));
            }
        }
        return Optional.empty();
    }

    /** Before 8.0.16 MySQL keeps no checks (manual, 13.1.20.6), which a look at it has to say. */
    private boolean canBeAsked(List<ObjectDigest> objects) {
        return RuleQuestion.hasChecks(server)
                && scope.schemas().size() <= 1
                && !objects.isEmpty()
                && objects.stream()
                        .allMatch(object -> object.isTable() && !object.name().isQualified());
    }

    private DigestAnswer differing(TableDigests digests) throws SQLException {
        DigestRows rows = ask(digests.objects());
        List<Differing> differing = new ArrayList<>();
        for (ObjectDigest object : digests.objects()) {
            why(object, rows).ifPresent(why -> differing.add(new Differing(object, why)));
        }
        return new DigestAnswer(
                new CatalogStatement(connection, server, scope.timeout()).database(rows.role(), List.of(rows.home())),
                rows.home(),
                differing);
    }

    private Optional<String> why(ObjectDigest object, DigestRows rows) {
        String name = object.name().name();
        if (!rows.isThere(name)) {
            return Optional.of("missing");
        }
        if (!object.digest().equals(rows.digest(name))) {
            return Optional.of("different");
        }
        if (!rows.held(name).containsAll(rows.isView(name) ? OF_VIEWS : OF_TABLES)) {
            return Optional.of("forbidden");
        }
        return rows.isReferredTo(name) ? Optional.of("referred") : Optional.empty();
    }

    private DigestRows ask(List<ObjectDigest> objects) throws SQLException {
        List<String> names =
                objects.stream().map(object -> object.name().name()).distinct().toList();
        DigestStatement statement = new DigestStatement(
                server.product(), scope.schemas().stream().findFirst(), names, DigestFact.all(server.product()));
        DigestRows rows = new DigestRows(server.product(), Set.copyOf(names));
        String select = statement.select();
        new CatalogStatement(connection, server, scope.timeout())
                .askGrouped("digests", select, statement.values(), rows::take);
        return rows;
    }
}
