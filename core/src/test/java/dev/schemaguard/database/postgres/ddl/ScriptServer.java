package dev.schemaguard.database.postgres.ddl;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.TestPostgres;
import dev.schemaguard.database.Database;
import dev.schemaguard.ddl.script.Placeholders;
import dev.schemaguard.ddl.script.SqlScript;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.migrations.DdlSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** A database that runs one script after the other, each in a session and a schema as new. */
final class ScriptServer implements AutoCloseable {

    static final String LOCATION = "script.sql";

    /** Takes away whatever a script has left, which is quicker than another database for each. */
    private static final String CLEAR = """
            DO $$ DECLARE name text; BEGIN
              FOR name IN SELECT evtname FROM pg_event_trigger LOOP EXECUTE format('DROP EVENT TRIGGER %I', name); END LOOP;
              FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
                EXECUTE format('DROP SCHEMA %I CASCADE', name);
              END LOOP;
              CREATE SCHEMA public;
            END $$;
            DISCARD ALL""";

    private final Connection connection;

    ScriptServer() throws SQLException {
        connection = TestPostgres.freshDatabase().getConnection();
    }

    Connection connection() {
        return connection;
    }

    void clear() throws SQLException {
        for (String statement : CLEAR.split("(?<=\\$\\$);\n", -1)) {
            send(statement);
        }
    }

    void send(String statement) throws SQLException {
        try (Statement sent = connection.createStatement()) {
            sent.execute(statement);
        }
    }

    /** Runs a script, statement by statement as the reader splits it. */
    void run(String sql) throws SQLException {
        try (SqlScript split = SqlScript.open(SourceText.text(LOCATION, sql), Placeholders.NONE)) {
            Optional<SqlStatement> statement = split.next();
            while (statement.isPresent()) {
                send(sql.substring(
                        (int) statement.get().start(), (int) statement.get().end()));
                statement = split.next();
            }
        }
    }

    /** All schemas, those of the search path first. */
    Schema capture(List<String> schemas) throws SQLException, InspectionException {
        return SchemaCapture.capture(connection, InspectionScope.EVERYTHING.in(schemas));
    }

    Schema capture() throws SQLException, InspectionException {
        return SchemaCapture.capture(connection, InspectionScope.EVERYTHING);
    }

    static SchemaSource read(String sql) {
        return DdlSource.of(SourceText.text(LOCATION, sql));
    }

    /** What was captured is what it is; the names of a contract would be read as in SQL. */
    static SchemaSource asItIs(Schema schema) {
        return new SchemaSource() {
            @Override
            public String name() {
                return "the server";
            }

            @Override
            public Schema load(Database dialect) {
                return schema;
            }
        };
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
