package dev.schemaguard.spring;

import java.sql.SQLException;

/**
 * Stops the start of an application; its cause says why. Its message is one line, for whoever wraps it logs it once more.
 */
public final class SchemaNotAsExpectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String dataSource;

    public SchemaNotAsExpectedException(String dataSource, SQLException cause) {
        super(
                "the schema behind DataSource '" + dataSource + "' is not known to be as expected: "
                        + cause.getMessage(),
                cause);
        this.dataSource = dataSource;
    }

    public String dataSource() {
        return dataSource;
    }
}
