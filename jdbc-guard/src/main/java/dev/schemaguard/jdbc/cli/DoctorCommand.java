package dev.schemaguard.jdbc.cli;

import dev.schemaguard.database.Database;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.jdbc.cli.option.DatabaseOptions;
import dev.schemaguard.jdbc.cli.option.ExpectationOptions;
import dev.schemaguard.jdbc.cli.option.ScopeOptions;
import dev.schemaguard.jdbc.cli.option.Terminal;
import dev.schemaguard.jdbc.cli.option.UsageException;
import dev.schemaguard.jdbc.doctor.Examination;
import dev.schemaguard.jdbc.doctor.Subject;
import dev.schemaguard.jdbc.verb.ExpectationPlaces;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what would be expected of a project, a program or a check, and why, and what of it cannot be read. */
@Command(
        name = "doctor",
        description = "Says what would be expected, and why, what of it cannot be read, and what is needed.",
        footer = {
            "",
            "Exit codes: 0 all can be read, and a database that was named has it, 1 that",
            "database drifted, 2 nothing is expected or not all can be read, 3 usage.",
            "",
            "Examples:",
            "  schema-guard doctor                            the project in this folder",
            "  schema-guard doctor --jar target/app.jar       a program as it is shipped",
            "  schema-guard doctor @check.args                a check, by its own options"
        })
final class DoctorCommand extends Verb {

    /** In which form it is said. */
    enum Form {
        TEXT,
        JSON
    }

    @Option(names = "--project", paramLabel = "DIR", description = "The folder of a project. Default: this folder.")
    private @Nullable Path project;

    @Option(names = "--jar", paramLabel = "FILE", description = "The jar of a program.")
    private @Nullable Path jar;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private ExpectationOptions expectation = new ExpectationOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How it is said: text or json. Default: text.")
    private Form format = Form.TEXT;

    @Override
    public Integer call() {
        long named = Stream.of(project, jar).filter(Objects::nonNull).count();
        boolean expects = !expectation.locations().isEmpty();
        if (named + (expects ? 1 : 0) > 1) {
            throw new UsageException(line(), "name one of --project, --jar and --expect");
        }
        Examination found = expects ? ofExpectations() : ofSubject();
        Terminal terminal = Terminal.ofProcess();
        line().getOut()
                .print(format == Form.JSON ? found.toJson() : found.toText(terminal.present() ? terminal.width() : 0));
        return exit(found).number();
    }

    private Examination ofExpectations() {
        return Examination.of(
                expectation.sources(line(), location -> database.other(location, scope.timeout())),
                dataSource(),
                kind(),
                scope());
    }

    private Examination ofSubject() {
        try (Subject subject =
                jar == null ? Subject.project(project == null ? Path.of("") : project) : Subject.jar(jar)) {
            return Examination.of(
                    subject, new ExpectationPlaces(expectation.settings()), dataSource(), kind(), scope());
        }
    }

    private InspectionScope scope() {
        return scope.onePlace(line());
    }

    private Optional<DataSource> dataSource() {
        return database.url(line()).map(url -> database.dataSource(url, scope.timeout(), System.getenv()));
    }

    private Optional<Database> kind() {
        return expectation.namedKind();
    }

    private static ExitCode exit(Examination found) {
        ExitCode checked = found.report().map(ExitCode::of).orElse(ExitCode.CLEAN);
        return checked == ExitCode.CLEAN && !found.isWhole() ? ExitCode.UNVERIFIED : checked;
    }
}
