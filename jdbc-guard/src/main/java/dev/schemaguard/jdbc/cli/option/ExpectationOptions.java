package dev.schemaguard.jdbc.cli.option;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.jdbc.verb.ExpectationPlaces;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.migrations.MigrationSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the release expects, and how that is to be read. */
public final class ExpectationOptions {

    @Option(
            names = "--expect",
            paramLabel = "LOCATION",
            description = "What the release expects: a folder of migrations, a .sql script, a schema.json, a Liquibase"
                    + " changelog, a schema.prisma or its folder (with its migrations, where they lie there),"
                    + " classpath:... or a jdbc: URL. Repeatable; every one must hold.")
    private List<String> locations = new ArrayList<>();

    @Mixin
    private LayoutOptions layout = new LayoutOptions();

    /** The places as they were named; none where the option was not given. */
    public List<String> locations() {
        return List.copyOf(locations);
    }

    /** The kind of database that scripts are written for, where no connection tells it. */
    public Database kind() {
        return layout.kind();
    }

    /** The kind of database that scripts are written for, if it was named. */
    public Optional<Database> namedKind() {
        return layout.namedKind();
    }

    public MigrationSettings settings() {
        return layout.settings();
    }

    /**
     * What is to be found at the places, one at least.
     *
     * @param databases the database behind a JDBC URL
     */
    public List<SchemaSource> sources(CommandLine command, Function<String, DataSource> databases) {
        return places(command).sources(locations, databases);
    }

    /**
     * The same, read from now on where the URL tells for which kind of database.
     *
     * @param url what it is going to be compared with
     * @param time how long reading one may take
     */
    public List<SchemaSource> ahead(
            String url, Duration time, CommandLine command, Function<String, DataSource> databases) {
        ExpectationPlaces places = places(command);
        Optional<Database> kind = Databases.foreseen(url, ExpectationOptions.class.getClassLoader());
        return kind.isPresent()
                ? places.ahead(locations, databases, kind.get(), time)
                : places.sources(locations, databases);
    }

    private ExpectationPlaces places(CommandLine command) {
        if (locations.isEmpty()) {
            throw new UsageException(command, "name what the release expects with --expect");
        }
        return layout.places();
    }
}
