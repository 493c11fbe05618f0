package dev.schemaguard.jdbc.cli;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.jdbc.cli.option.DatabaseOptions;
import dev.schemaguard.jdbc.cli.option.ExpectationOptions;
import dev.schemaguard.jdbc.cli.option.StatementOptions;
import dev.schemaguard.jdbc.cli.option.UsageException;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.text.Secrets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Holds the statements of a release against a schema, live or written down: which of them would break there? */
@Command(
        name = "statements",
        description = "Says which statements of a release would break on a schema, live or written down.",
        footer = {
            "",
            "Examples:",
            "  Would these migrations break the release that runs? Without a database:",
            "    schema-guard statements --expect db/migration --statements release-41.sql \\",
            "        --format markdown",
            "  Would this release run on production?",
            "    schema-guard statements --url jdbc:postgresql://db/app --user app \\",
            "        --password-env APP_PASSWORD --statements statements.sql"
        })
final class StatementsCommand extends Verb {

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private ExpectationOptions expectation = new ExpectationOptions();

    @Mixin
    private StatementOptions statements = new StatementOptions();

    @Mixin
    private Comparing comparing = new Comparing();

    @Override
    public Integer call() {
        List<StatementSource> sources = statements.required(line());
        Optional<String> url = database.url(line());
        return url.isPresent() ? live(url.get(), sources) : written(sources);
    }

    private int live(String url, List<StatementSource> sources) {
        if (!expectation.locations().isEmpty()) {
            throw new UsageException(
                    line(),
                    "name either --url or --expect; to hold a database against both, there is check --statements");
        }
        Duration timeout = comparing.scope().timeout();
        DataSource dataSource = database.dataSource(url, timeout, System.getenv());
        SchemaSource live = SchemaSources.database(
                Secrets.url(url), dataSource, comparing.scope().scope());
        return run(sources, live, guard -> guard.check(dataSource));
    }

    private int written(List<StatementSource> sources) {
        if (expectation.locations().size() != 1) {
            throw new UsageException(line(), "name what the statements meet with --url, or with one --expect");
        }
        Duration timeout = comparing.scope().timeout();
        SchemaSource schema = expectation
                .sources(line(), location -> database.other(location, timeout))
                .get(0);
        return run(sources, schema, guard -> guard.check(schema, expectation.kind()));
    }

    private int run(List<StatementSource> sources, SchemaSource met, Function<SchemaGuard, DriftReport> check) {
        return comparing.run(
                List.of(), sources.stream().map(one -> one.knowing(met)).toList(), check, line());
    }
}
