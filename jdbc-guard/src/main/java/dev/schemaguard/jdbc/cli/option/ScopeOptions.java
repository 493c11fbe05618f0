package dev.schemaguard.jdbc.cli.option;

import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.text.Secrets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** What of a database is looked at, and how long it may take. */
public final class ScopeOptions {

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description = "The schema to look in. Repeatable. Default: the connection's search path. With a glob"
                    + " (tenant_*), a check compares each schema that fits by itself.")
    private List<String> schemas = new ArrayList<>();

    @Option(
            names = "--exclude",
            paramLabel = "GLOB",
            description = "Tables that are none of this release's business. Repeatable.")
    private List<String> exclude = new ArrayList<>();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = PositiveDuration.class,
            description =
                    "How long connecting, reading an expectation, and each question to the catalog, may take. Default:"
                            + " 30s.")
    private Duration timeout = InspectionScope.DEFAULT_TIMEOUT;

    public Duration timeout() {
        return timeout;
    }

    /** What is looked at by a command that deals with one place only. */
    public InspectionScope onePlace(CommandLine command) {
        InspectionScope scope = scope();
        if (scope.isOverManySchemas()) {
            throw new UsageException(
                    command,
                    "--schema with a glob is for check; name one schema, as '" + Secrets.said(schemas.get(0))
                            + "' is none");
        }
        return scope;
    }

    public InspectionScope scope() {
        return InspectionScope.EVERYTHING.in(schemas).excluding(exclude).within(timeout);
    }

    /** A duration of some length. */
    public static final class PositiveDuration implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String value) {
            Duration duration = new Durations().convert(value);
            if (duration.isZero()) {
                throw new WrongValue("this is no time at all; it must be positive");
            }
            return duration;
        }
    }
}
