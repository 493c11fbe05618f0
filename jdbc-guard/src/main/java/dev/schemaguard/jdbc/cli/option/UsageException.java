package dev.schemaguard.jdbc.cli.option;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A command line that asks for what cannot be. Its message is our own and holds nothing that may be a secret. */
public final class UsageException extends ParameterException {

    private static final long serialVersionUID = 1L;

    public UsageException(CommandLine command, String message) {
        super(command, message);
    }
}
