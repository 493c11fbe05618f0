package dev.schemaguard.jdbc.verb;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.text.Secrets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Two schemas, live or written down: would what runs on the one run on the other?
 *
 * @param from what is expected
 * @param to what is compared with it
 * @param places how what is written down is to be read
 * @param scope what of a live database is looked at
 * @param assumed the kind of database that is meant where neither is live
 */
public record TwoSchemas(Side from, Side to, ExpectationPlaces places, InspectionScope scope, Database assumed) {

    /** What is expected. */
    public SchemaSource expected() {
        return from.database()
                .map(database -> SchemaSources.database(Secrets.url(from.location()), database, scope))
                .orElseGet(() -> places.source(from.location()));
    }

    /** The report of a guard for what is expected. */
    public DriftReport of(SchemaGuard guard) {
        return to.database().map(guard::check).orElseGet(() -> guard.check(places.source(to.location()), kind()));
    }

    /** The kind of the one database that there may be. */
    private Database kind() {
        if (from.database().isEmpty()) {
            return assumed;
        }
        try (Connection connection = from.database().get().getConnection()) {
            return Databases.behind(connection);
        } catch (SQLException e) {
            // The report will say that it cannot be reached.
            return assumed;
        }
    }

    /**
     * One of the two.
     *
     * @param location the place, as it was named
     * @param database the database there, if it is one
     */
    public record Side(String location, Optional<DriverDataSource> database) {}
}
