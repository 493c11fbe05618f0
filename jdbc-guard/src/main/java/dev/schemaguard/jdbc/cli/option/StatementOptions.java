package dev.schemaguard.jdbc.cli.option;

import dev.schemaguard.SchemaSources;
import dev.schemaguard.source.StatementSource;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The statements that a release sends. */
public final class StatementOptions {

    @Option(
            names = "--statements",
            paramLabel = "FILE",
            description =
                    "Statements that the release sends: a statements.sql as tests record it, a plain .sql file, or a"
                            + " MyBatis mapper (all are read together). Repeatable.")
    private List<String> locations = new ArrayList<>();

    /** What is to be found at the places; nothing where the option was not given. */
    public List<StatementSource> sources() {
        return SchemaSources.statements(locations);
    }

    /** The same for a verb that does nothing without one. */
    public List<StatementSource> required(CommandLine command) {
        if (locations.isEmpty()) {
            throw new UsageException(command, "name the release's statements with --statements");
        }
        return sources();
    }
}
