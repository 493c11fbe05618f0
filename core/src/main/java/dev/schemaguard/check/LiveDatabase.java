package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.database.DescribeLimits;
import dev.schemaguard.database.DescribeRun;
import dev.schemaguard.database.Described;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Hints;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A live database, of which only what is expected is read.
 *
 * @param connection the connection of the check
 * @param database which database it is
 * @param scope which schemas are looked at
 */
record LiveDatabase(Connection connection, Database database, InspectionScope scope) implements ComparedSchema {

    /** The database behind a connection. */
    static LiveDatabase behind(Connection connection, InspectionScope scope) throws SQLException {
        return new LiveDatabase(connection, Databases.behind(connection).asMet(), scope);
    }

    @Override
    public Schema comparable(Schema expected) {
        return expected;
    }

    @Override
    public DigestResult digests(List<Expectation> expectations) throws InspectionException {
        return new DigestCheck(connection, database, scope).of(expectations);
    }

    @Override
    public Look look(Schema expected) throws InspectionException {
        return look(database.inspector().inspect(connection, scope.of(expected)));
    }

    @Override
    public boolean isMany() {
        return scope.isOverManySchemas();
    }

    @Override
    public void lookEach(Schema expected, List<String> schemas, Consumer<Look> each) throws InspectionException {
        InspectionScope place = schemas.isEmpty() ? scope : scope.in(schemas);
        database.inspector().inspectEach(connection, place.of(expected), live -> each.accept(look(live)));
    }

    private static Look look(LiveSchema live) {
        return new Look(
                Optional.of(live.database()),
                live.schema(),
                Set.copyOf(live.emptySchemas()),
                live.database().user(),
                live.notLookedAt());
    }

    @Override
    public Hints hints(List<Drift> drifts, Schema found) {
        return new HintQueries(connection, database, scope.timeout()).hints(drifts, found);
    }

    /** Which of many schemas a statement would be for is not known. */
    @Override
    public List<Described> describe(List<String> statements) throws SQLException {
        return isMany()
                ? DescribeRun.none(statements, "not described where many schemas are checked")
                : database.sessions().describe(connection, statements, DescribeLimits.USUAL.within(scope.timeout()));
    }

    @Override
    public List<Gap> gaps() {
        return List.of();
    }
}
