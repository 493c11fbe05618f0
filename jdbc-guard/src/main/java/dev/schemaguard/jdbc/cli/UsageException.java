package dev.schemaguard.jdbc.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A command line that asks for what cannot be. Its message is our own and holds nothing that may be a secret. */
final class UsageException extends ParameterException {

    private static final long serialVersionUID = 1L;

    UsageException(CommandLine command, String message) {
        super(command, message);
    }
}
