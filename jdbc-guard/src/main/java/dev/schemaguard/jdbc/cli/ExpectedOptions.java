package dev.schemaguard.jdbc.cli;

import dev.schemaguard.SchemaSources;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.SchemaSourceException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What the release expects. */
final class ExpectedOptions {

    @Option(
            names = "--expect",
            required = true,
            paramLabel = "LOCATION",
            description =
                    "What the release expects: a folder of migrations, a .sql script, a schema.json, classpath:..."
                            + " or a jdbc: URL. Repeatable; every one must hold.")
    private List<String> expectations = new ArrayList<>();

    List<SchemaSource> sources() {
        try {
            return expectations.stream().map(SchemaSources::of).toList();
        } catch (SchemaSourceException e) {
            throw new CliException(String.valueOf(e.getMessage()));
        }
    }
}
