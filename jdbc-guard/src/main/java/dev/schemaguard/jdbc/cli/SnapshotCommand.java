package dev.schemaguard.jdbc.cli;

import dev.schemaguard.approval.TakenSnapshot;
import dev.schemaguard.jdbc.cli.option.DatabaseOptions;
import dev.schemaguard.jdbc.cli.option.ExpectationOptions;
import dev.schemaguard.jdbc.cli.option.ScopeOptions;
import dev.schemaguard.jdbc.cli.option.UsageException;
import dev.schemaguard.jdbc.verb.ReportFile;
import dev.schemaguard.jdbc.verb.SnapshotTaking;
import dev.schemaguard.jdbc.verb.VerbException;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import java.io.PrintWriter;
import java.nio.file.Path;
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
        if (database.url(line()).isPresent() == (locations == 1)) {
            throw new UsageException(line(), "name either --url or --expect");
        }
        if (replay != null && locations == 0) {
            throw new UsageException(line(), "--replay runs what --expect names; name it");
        }
        TakenSnapshot taken = take();
        write(taken, line().getOut());
        return warn(taken.schema(), line().getErr());
    }

    private TakenSnapshot take() {
        if (expected.locations().isEmpty()) {
            return new SnapshotTaking(scope.onePlace(line()))
                    .captured(
                            database.dataSource(database.url(line()).orElseThrow(), scope.timeout(), System.getenv()));
        }
        SnapshotTaking taking = new SnapshotTaking(scope.scope());
        if (replay == null) {
            List<SchemaSource> sources =
                    expected.sources(line(), location -> database.other(location, scope.timeout()));
            return taking.read(sources.get(0), expected.kind());
        }
        DataSource scratch =
                database.dataSource(replay, scope.timeout(), System.getenv()).mayMakeIt();
        return taking.replayed(expected.locations().get(0), expected.settings(), scratch);
    }

    private void write(TakenSnapshot taken, PrintWriter standard) {
        String text = text(taken);
        if (out == null) {
            standard.print(text);
            standard.flush();
        } else {
            new ReportFile("--out", out).write(text);
        }
    }

    private static String text(TakenSnapshot taken) {
        try {
            return taken.text();
        } catch (IllegalArgumentException e) {
            throw new VerbException(String.valueOf(e.getMessage()));
        }
    }

    private static int warn(Schema schema, PrintWriter errors) {
        SnapshotTaking.leftOut(schema).forEach(errors::println);
        if (!schema.gaps().isEmpty()) {
            errors.println(
                    "schema-guard: the snapshot does not hold what only running could tell; take it with --replay");
            return ExitCode.UNVERIFIED.number();
        }
        return ExitCode.CLEAN.number();
    }
}
