package dev.schemaguard.spring;

import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaUnverifiedException;
import java.sql.SQLException;

/**
 * Stops the start of an application; its cause says why. Its message is one line, for whoever wraps it logs it once more.
 */
final class SchemaNotAsExpectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String dataSource;

    SchemaNotAsExpectedException(String dataSource, SQLException cause) {
        super(
                "the schema behind DataSource '" + dataSource + "' is not known to be as expected: " + headline(cause),
                cause);
        this.dataSource = dataSource;
    }

    String dataSource() {
        return dataSource;
    }

    private static String headline(SQLException cause) {
        if (cause instanceof SchemaDriftException drift) {
            return drift.report().toString();
        }
        return cause instanceof SchemaUnverifiedException unverified
                ? unverified.report().toString()
                : String.valueOf(cause.getMessage());
    }
}
