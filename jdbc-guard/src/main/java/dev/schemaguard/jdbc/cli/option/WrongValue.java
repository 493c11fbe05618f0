package dev.schemaguard.jdbc.cli.option;

import picocli.CommandLine.TypeConversionException;

/** A value that its option does not take. The message says what it takes, and never the value. */
public final class WrongValue extends TypeConversionException {

    private static final long serialVersionUID = 1L;

    WrongValue(String message) {
        super(message);
    }
}
