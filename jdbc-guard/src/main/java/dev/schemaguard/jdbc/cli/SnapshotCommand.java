package dev.schemaguard.jdbc.cli;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.input.Excerpt;
import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.jdbc.cli.option.CliException;
import dev.schemaguard.jdbc.cli.option.DatabaseOptions;
import dev.schemaguard.jdbc.cli.option.ExpectationOptions;
import dev.schemaguard.jdbc.cli.option.ReportFile;
import dev.schemaguard.jdbc.cli.option.ScopeOptions;
import dev.schemaguard.jdbc.cli.option.UsageException;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.snapshot.SnapshotJson;
import dev.schemaguard.text.Secrets;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes down a live database or an expectation as {@code schema.json}, to be packaged with the release. */
@Command(
        name = "snapshot",
        description = "Writes a live database, or what a release expects, as schema.json.",
        footer = {
            "",
            "Examples:",
            "  schema-guard snapshot --url jdbc:postgresql://staging/app --user app \\",
            "      --out schema.json",
            "  schema-guard snapshot --expect db/migration --out schema.json",
            "  schema-guard snapshot --expect db/migration --out schema.json \\",
            "      --replay jdbc:postgresql://localhost/scratch"
        })
final class SnapshotCommand extends Verb {

    /** As much of a line as anybody reads. */
    private static final int LONGEST = 1_000;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private ExpectationOptions expected = new ExpectationOptions();

    @Option(
            names = "--replay",
            paramLabel = "JDBC",
            description =
                    "An empty scratch database in which the migrations are run, so that procedural ones count, too.")
    private @Nullable String replay;

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write, in place of standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        int locations = expected.locations().size();
        if (locations > 1) {
            throw new UsageException(line(), "a snapshot is of one --expect only");
        }
        if (database.url().isPresent() == (locations == 1)) {
            throw new UsageException(line(), "name either --url or --expect");
        }
        if (replay != null && locations == 0) {
            throw new UsageException(line(), "--replay runs what --expect names; name it");
        }
        Taken taken = take();
        write(taken, line().getOut());
        return warn(taken.schema(), line().getErr());
    }

    private Taken take() {
        try {
            if (expected.locations().isEmpty()) {
                return captured(database.url().orElseThrow());
            }
            return replay == null
                    ? read()
                    : replayed(database.dataSource(replay, scope.timeout(), System.getenv())
                            .mayMakeIt());
        } catch (SchemaSourceException e) {
            throw new CliException(String.valueOf(e.getMessage()));
        }
    }

    private Taken read() {
        SchemaSource source = expected.sources(line(), location -> database.other(location, scope.timeout()))
                .get(0);
        return loaded(source, expected.kind());
    }

    /** The scratch database tells its kind itself. */
    private Taken replayed(DataSource scratch) {
        Database kind;
        try (Connection connection = scratch.getConnection()) {
            kind = Databases.behind(connection);
        } catch (SQLException e) {
            throw new CliException("no connection to the scratch database (" + Secrets.said(e)
                    + "); check the URL, the user and the password");
        }
        return loaded(SchemaSources.replay(expected.locations().get(0), expected.settings(), scratch), kind);
    }

    private Taken loaded(SchemaSource source, Database kind) {
        Schema schema = ReadingDeadline.within(scope.timeout(), () -> source.load(kind));
        return new Taken(schema, kind.dialect(), source.digests(kind));
    }

    private Taken captured(String url) {
        try (Connection connection =
                database.dataSource(url, scope.timeout(), System.getenv()).getConnection()) {
            InspectionScope place = scope.onePlace(line());
            Schema schema = SchemaCapture.capture(connection, place);
            return new Taken(
                    schema,
                    Databases.behind(connection).dialect(),
                    SchemaCapture.digests(connection, place, schema).stream().toList());
        } catch (InspectionException e) {
            throw new CliException(String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            throw new CliException("no connection to the database (" + Secrets.said(e)
                    + "); check the URL, the user and the password");
        }
    }

    private void write(Taken taken, PrintWriter standard) {
        String text = text(taken);
        if (out == null) {
            standard.print(text);
            standard.flush();
        } else {
            new ReportFile("--out", out).write(text);
        }
    }

    private static String text(Taken taken) {
        try {
            return SnapshotJson.toText(taken.schema(), taken.dialect(), taken.digests());
        } catch (IllegalArgumentException e) {
            throw new CliException(String.valueOf(e.getMessage()));
        }
    }

    private static int warn(Schema schema, PrintWriter errors) {
        for (Gap gap : schema.gaps()) {
            errors.println("not read: " + Excerpt.of(gap.origin().toString(), LONGEST) + ": "
                    + Excerpt.of(gap.reason(), LONGEST));
        }
        for (Table table : schema.tables()) {
            if (!table.notKnown().isEmpty()) {
                errors.println(
                        "not known: the columns of " + Excerpt.of(table.name().toString(), LONGEST) + ", "
                                + Excerpt.of(table.origin().toString(), LONGEST));
            }
        }
        if (!schema.gaps().isEmpty()) {
            errors.println(
                    "schema-guard: the snapshot does not hold what only running could tell; take it with --replay");
            return ExitCode.UNVERIFIED.number();
        }
        return ExitCode.CLEAN.number();
    }

    /** What was written down, how it is spelled, and what the database makes of it. */
    private record Taken(Schema schema, Dialect dialect, List<TableDigests> digests) {}
}
