package dev.schemaguard.jdbc.cli.option;

import dev.schemaguard.jdbc.verb.VerbException;
import dev.schemaguard.policy.Baseline;
import dev.schemaguard.policy.BaselineException;
import dev.schemaguard.policy.FailOn;
import dev.schemaguard.policy.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which findings count. */
public final class PolicyOptions {

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "breaking",
            description = "From which severity on a finding counts: breaking, risky, advisory or never."
                    + " Default: breaking.")
    private FailOn failOn = FailOn.BREAKING;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "The file of findings that are known and accepted, so that only new ones count.")
    private @Nullable Path baseline;

    public Policy policy() {
        return policy(null);
    }

    /** The same with another file in place of a baseline that was not named, if there is one. */
    Policy policy(@Nullable Path otherwise) {
        Path file = baseline != null ? baseline : otherwise != null && Files.exists(otherwise) ? otherwise : null;
        try {
            return Policy.DEFAULT.withFailOn(failOn).baseline(file == null ? Baseline.NONE : Baseline.read(file));
        } catch (BaselineException e) {
            throw new VerbException(String.valueOf(e.getMessage()));
        }
    }
}
