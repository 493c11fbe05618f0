package dev.schemaguard.jdbc.verb;

import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.Database;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.location.Location;
import dev.schemaguard.source.location.PrefetchedSource;
import dev.schemaguard.source.migrations.MigrationSettings;
import dev.schemaguard.text.Secrets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * What is to be found at the places that somebody names.
 *
 * @param settings how migrations are to be read there
 */
public record ExpectationPlaces(MigrationSettings settings) {

    public ExpectationPlaces {
        Objects.requireNonNull(settings, "settings");
    }

    /**
     * What is expected at these places.
     *
     * @param databases the database behind a JDBC URL
     */
    public List<SchemaSource> sources(List<String> locations, Function<String, DataSource> databases) {
        return locations.stream().map(location -> source(location, databases)).toList();
    }

    /**
     * The same, of which all that is no database is read from now on, for who is about to connect: neither needs the other, and a
     * process that has just started takes about as long for the one as for the other.
     *
     * @param kind the kind of database that they are likely to be compared with
     * @param time how long each of them may take
     */
    public List<SchemaSource> ahead(
            List<String> locations, Function<String, DataSource> databases, Database kind, Duration time) {
        List<SchemaSource> begun = new ArrayList<>();
        for (String location : locations) {
            for (SchemaSource part : source(location, databases).parts()) {
                begun.add(DriverDataSource.isUrl(location) ? part : PrefetchedSource.begin(part, kind, time));
            }
        }
        return begun;
    }

    private SchemaSource source(String location, Function<String, DataSource> databases) {
        return DriverDataSource.isUrl(location)
                ? SchemaSources.database(Secrets.url(location), databases.apply(location))
                : source(location);
    }

    /**
     * What is to be found at a place that is no database. One that cannot even be recognised says so when it is loaded, so that it
     * is part of the report and whoever parses that finds the reason.
     */
    public SchemaSource source(String location) {
        return recognised(() -> SchemaSources.of(location, settings));
    }

    /**
     * What is to be found in a file or folder that somebody found, which may lie in a jar.
     *
     * @param name what it is called in reports
     */
    public SchemaSource source(String name, Path path) {
        return recognised(() -> Location.at(name, path, settings).source());
    }

    private static SchemaSource recognised(Supplier<SchemaSource> look) {
        try {
            return look.get();
        } catch (SchemaSourceException e) {
            return new Unrecognised(e.origin().location(), e);
        }
    }

    /** A place that holds no expectation. */
    private record Unrecognised(String name, SchemaSourceException reason) implements SchemaSource {

        @Override
        public Schema load(Database dialect) {
            throw reason;
        }
    }
}
