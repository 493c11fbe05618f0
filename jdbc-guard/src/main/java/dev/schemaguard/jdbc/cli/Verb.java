package dev.schemaguard.jdbc.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the program can be asked to do; each gives its exit code. */
abstract class Verb implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    /** The command line that it runs for, with its streams. */
    final CommandLine line() {
        if (spec == null) {
            throw new IllegalStateException("a verb runs only from a command line");
        }
        return spec.commandLine();
    }
}
