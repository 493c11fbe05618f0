package dev.schemaguard.jdbc.cli;

import dev.schemaguard.SchemaSources;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.SchemaSourceException;
import dev.schemaguard.source.migrations.MigrationSettings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the release expects, and how that is to be read. */
final class ExpectationOptions {

    @Option(
            names = "--expect",
            paramLabel = "LOCATION",
            description = "What the release expects: a folder of migrations, a .sql script, a schema.json, a Liquibase"
                    + " changelog, classpath:... or a jdbc: URL. Repeatable; every one must hold.")
    private List<String> locations = new ArrayList<>();

    @Mixin
    private LayoutOptions layout = new LayoutOptions();

    /** The places as they were named; none where the option was not given. */
    List<String> locations() {
        return List.copyOf(locations);
    }

    MigrationSettings settings() {
        return layout.settings();
    }

    /**
     * What is to be found at the places. A place that cannot even be recognised says so when it is loaded, so that it is part of
     * the report and whoever parses that finds the reason.
     */
    List<SchemaSource> sources() {
        return locations.stream().map(this::source).toList();
    }

    private SchemaSource source(String location) {
        try {
            return SchemaSources.of(location, settings());
        } catch (SchemaSourceException e) {
            return new Unrecognised(location, e);
        }
    }

    /** A place that holds no expectation. */
    private record Unrecognised(String name, SchemaSourceException reason) implements SchemaSource {

        @Override
        public Schema load(Dialect dialect) {
            throw reason;
        }
    }
}
