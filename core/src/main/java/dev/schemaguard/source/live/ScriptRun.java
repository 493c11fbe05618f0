package dev.schemaguard.source.live;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.inspect.FailureKind;
import dev.schemaguard.model.Origin;
import dev.schemaguard.source.migrations.MigrationScript;
import dev.schemaguard.source.migrations.MigrationStatement;
import dev.schemaguard.text.Secrets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs scripts on a scratch database as a migration tool would: each in one transaction where the server allows that, and
 * each in a session that begins as new.
 */
final class ScriptRun {

    /** Long for a statement over empty tables; what takes longer waits for somebody. */
    static final Duration TIMEOUT = Duration.ofMinutes(5);

    /** Failures of what may well run, each statement by itself. */
    private static final Set<FailureKind> NEEDS_NO_TRANSACTION =
            EnumSet.of(FailureKind.NOT_IN_A_TRANSACTION, FailureKind.LABEL_NOT_USABLE);

    private static final Pattern POSITION = Pattern.compile("\\n\\s*\\p{L}+\\s?: ?(\\d+)\\s*(?=\\n|$)");

    private final Connection connection;
    private final Database database;
    private final boolean autoCommit;

    /** Takes over a connection that has done nothing yet. */
    ScriptRun(Connection connection, Database database) throws SQLException {
        this.connection = connection;
        this.database = database;
        this.autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
    }

    /**
     * Runs a script.
     *
     * @throws SchemaSourceException if it cannot be read, or if one of its statements fails
     * @throws SQLException if the connection fails
     */
    void run(MigrationScript script) throws SQLException {
        if (script.hasTransactions() || !together(script)) {
            oneByOne(script);
        }
        beginAnew();
    }

    /** Whether the script ran in one transaction, as it does unless the server refuses just that. */
    private boolean together(MigrationScript script) throws SQLException {
        connection.setAutoCommit(false);
        try {
            script.forEach(this::execute);
            connection.commit();
            return true;
        } catch (StatementFailure failure) {
            connection.rollback();
            if (NEEDS_NO_TRANSACTION.contains(database.failures().of(failure.failure()))) {
                return false;
            }
            throw failure.explained();
        } catch (SchemaSourceException e) {
            connection.rollback();
            throw e;
        } catch (SQLException e) {
            // Constraints that were deferred are checked by the commit.
            connection.rollback();
            throw new SchemaSourceException(
                    Origin.of(script.location()),
                    "the commit was refused: " + said(e),
                    "correct the migration, or what it builds on",
                    e);
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void oneByOne(MigrationScript script) throws SQLException {
        try {
            script.forEach(this::execute);
            // A transaction that the script left open is not to be lost.
            execute("COMMIT");
        } catch (StatementFailure failure) {
            execute("ROLLBACK");
            throw failure.explained();
        } catch (SchemaSourceException e) {
            execute("ROLLBACK");
            throw e;
        }
    }

    private void execute(MigrationStatement statement) {
        switch (statement.role()) {
            case ROWS -> {}
            case RUN, TRANSACTION -> {
                try {
                    execute(statement.sql());
                } catch (SQLException e) {
                    throw new StatementFailure(statement, e);
                }
            }
            case NEEDS_CLIENT ->
                throw new SchemaSourceException(
                        statement.origin(),
                        "only the database's own client can run this, for it reads other files or branches",
                        "run the script with that client over a scratch database and expect that: SchemaSources.database(...)");
            case OUTSIDE ->
                throw new SchemaSourceException(
                        statement.origin(),
                        "this would change more than the scratch database, so it was not run",
                        "move it out of the script, or run the script yourself and expect the outcome:"
                                + " SchemaSources.database(...)");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setQueryTimeout((int) TIMEOUT.toSeconds());
            statement.execute(sql);
        }
    }

    /** Leaves nothing of a script's session to the next one: settings, roles, temporary tables. */
    private void beginAnew() throws SQLException {
        database.sessions().beginAnew(connection, TIMEOUT);
    }

    /** Gives the connection back as it came. */
    void end() throws SQLException {
        if (!connection.isClosed()) {
            beginAnew();
            connection.setAutoCommit(autoCommit);
        }
    }

    private static String said(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        String text = Secrets.said(POSITION.matcher(message).replaceFirst(""));
        return failure.getSQLState() == null ? text : text + " (SQLState " + failure.getSQLState() + ")";
    }

    /** A statement that the server refused. */
    private static final class StatementFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient MigrationStatement statement;
        private final SQLException failure;

        StatementFailure(MigrationStatement statement, SQLException failure) {
            super(failure);
            this.statement = statement;
            this.failure = failure;
        }

        SQLException failure() {
            return failure;
        }

        SchemaSourceException explained() {
            Matcher position = POSITION.matcher(String.valueOf(failure.getMessage()));
            Origin origin = position.find() ? statement.at(Integer.parseInt(position.group(1))) : statement.origin();
            String remedy = statement
                    .placeholder()
                    .map(found -> "say what stands for '" + found + "'")
                    .orElse("correct the migration, or what it builds on");
            return new SchemaSourceException(origin, said(failure), remedy, failure);
        }
    }
}
