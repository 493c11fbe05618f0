package dev.schemaguard.database.mysql.sync;

import dev.schemaguard.database.AddingTransaction;
import dev.schemaguard.fix.Calls;
import dev.schemaguard.inspect.FailureKind;
import dev.schemaguard.inspect.Failures;
import dev.schemaguard.inspect.HistoryTables;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.NetworkDeadline;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.text.LoggedFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a sync says to MySQL or MariaDB. Whatever changes the schema commits by itself there (MySQL manual, 13.3.3), so that nothing that
 * ran is taken back; but each statement only adds, and the next sync goes on where this one broke off.
 */
public final class StepwiseAdding implements AddingTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(StepwiseAdding.class);

    private static final String AWAIT = "/* schema-guard: sync: lock */ select get_lock(?, ?)";
    private static final String RELEASE = "/* schema-guard: sync: lock */ select release_lock(?)";

    /** The longest name of a lock (MySQL manual, 12.14). */
    private static final int LONGEST_LOCK = 64;

    private static final String WAITS =
            "/* schema-guard: sync: lock timeout */ select @@session.lock_wait_timeout, @@session.innodb_lock_wait_timeout";

    private static final String WRITELESS_SESSION = """
            /* schema-guard: sync: read only */
            show session variables where variable_name in ('transaction_read_only', 'tx_read_only')""";

    private static final String READ_ONLY = """
            /* schema-guard: sync: read only */
            show session variables where variable_name in
                ('read_only', 'super_read_only', 'transaction_read_only', 'tx_read_only', 'innodb_read_only')""";

    private static final String IS_TABLE = """
            /* schema-guard: sync: kind of table */
            select 1 from information_schema.tables
            where table_schema = ? and table_name = ? and table_type = 'BASE TABLE'""";

    /** Parameters: the names in lower case, and the database. Another one is another application's as a rule. */
    private static final String HISTORIES = """
            /* schema-guard: sync: history tables */
            select table_schema, table_name from information_schema.tables
            where find_in_set(lower(table_name), ?) > 0 and find_in_set(table_schema, ?) > 0
            order by table_schema, table_name""";

    private final Connection connection;
    private final Failures failures;
    private final NetworkDeadline deadline;
    private final List<String> done = new ArrayList<>();
    private Optional<String> held = Optional.empty();
    private List<Long> waits = List.of();
    private boolean madeWritable;
    private Duration longest;

    public StepwiseAdding(Connection connection, Failures failures, Duration statementTimeout) {
        this.connection = connection;
        this.failures = failures;
        this.longest = InspectionScope.DEFAULT_TIMEOUT;
        this.deadline =
                NetworkDeadline.set(connection, statementTimeout.compareTo(longest) < 0 ? statementTimeout : longest);
    }

    @Override
    public boolean takesBack() {
        return false;
    }

    @Override
    public List<String> done() {
        return List.copyOf(done);
    }

    @Override
    public void begin(boolean despiteReadOnly) throws SQLException {
        connection.setAutoCommit(false);
        if (despiteReadOnly && settingThatIsOn(WRITELESS_SESSION).isPresent()) {
            execute("set session transaction read write");
            madeWritable = true;
        }
        waits = numbers(WAITS);
    }

    @Override
    public void limit(Duration lockTimeout, Duration statementTimeout) throws SQLException {
        longest = statementTimeout;
        waitFor(seconds(lockTimeout), seconds(lockTimeout));
    }

    private void waitFor(long metadata, long rows) throws SQLException {
        execute("set session lock_wait_timeout = " + metadata + ", innodb_lock_wait_timeout = " + rows);
    }

    private static long seconds(Duration duration) {
        return Math.max(1, duration.plusMillis(999).toSeconds());
    }

    @Override
    public boolean await(Duration wait) throws SQLException {
        String name = lockName();
        boolean taken = NetworkDeadline.during(connection, wait.plusSeconds(5), () -> {
            try (PreparedStatement lock = connection.prepareStatement(AWAIT)) {
                lock.setString(1, name);
                lock.setLong(2, wait.toSeconds());
                try (ResultSet row = lock.executeQuery()) {
                    return row.next() && row.getInt(1) == 1;
                }
            }
        });
        held = taken ? Optional.of(name) : Optional.empty();
        return taken;
    }

    /** Such locks are the whole server's. */
    private String lockName() throws SQLException {
        String database = Optional.ofNullable(connection.getCatalog()).orElse("");
        String name = "schema-guard." + database;
        return name.length() <= LONGEST_LOCK
                ? name
                : "schema-guard." + Integer.toHexString(database.hashCode()) + "." + database.substring(0, 32);
    }

    @Override
    public Optional<String> readOnly() throws SQLException {
        return settingThatIsOn(READ_ONLY)
                .map(name ->
                        name + " is on, so that nothing is to be written here; give the primary's URL, or where it is"
                                + " the session's, write all the same with --despite-read-only");
    }

    private Optional<String> settingThatIsOn(String settings) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery(settings)) {
            while (rows.next()) {
                String value = rows.getString(2);
                if (!value.equalsIgnoreCase("OFF") && !value.equals("0")) {
                    return Optional.of(rows.getString(1));
                }
            }
            return Optional.empty();
        }
    }

    /** Only what is a table and nothing else is read of, and of that one row at most, for the size on the disk tells nothing here. */
    @Override
    public boolean isEmpty(ObjectName table) throws SQLException {
        try (PreparedStatement kind = connection.prepareStatement(IS_TABLE)) {
            kind.setString(1, table.schema());
            kind.setString(2, table.name());
            try (ResultSet row = kind.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
            }
        }
        String name = quote(table.schema()) + "." + quote(table.name());
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(
                        "/* schema-guard: sync: any row */ select exists (select 1 from " + name + ")")) {
            return row.next() && !row.getBoolean(1);
        } catch (SQLException e) {
            if (failures.of(e) == FailureKind.NOT_PERMITTED) {
                return false;
            }
            throw e;
        }
    }

    private static String quote(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    @Override
    public List<ObjectName> histories(List<String> schemas) throws SQLException {
        List<ObjectName> all = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(HISTORIES)) {
            query.setString(1, String.join(",", HistoryTables.globs()).toLowerCase(Locale.ROOT));
            query.setString(2, String.join(",", schemas));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    all.add(ObjectName.of(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return all;
    }

    @Override
    public List<String> path(List<String> schemas) {
        return List.copyOf(schemas);
    }

    /** No expression of a table may call what a user made (MySQL manual, CREATE TABLE), and operators are the server's. */
    @Override
    public List<String> shadows(List<String> path, Calls calls, Set<ObjectName> allowed) {
        return List.of();
    }

    @Override
    public Picture picture() throws SQLException {
        CatalogPicture before = NetworkDeadline.during(connection, longest, () -> CatalogPicture.of(connection));
        return () -> NetworkDeadline.during(connection, longest, () -> before.lostIn(connection));
    }

    @Override
    public void run(List<String> statements, List<String> path) throws SQLException {
        NetworkDeadline.during(connection, longest, () -> {
            for (String statement : statements) {
                execute(statement);
                done.add(statement);
            }
            return true;
        });
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void end() {
        try {
            if (!connection.isClosed()) {
                if (!waits.isEmpty()) {
                    waitFor(waits.get(0), waits.get(1));
                }
                if (madeWritable) {
                    execute("set session transaction read only");
                }
                if (held.isPresent()) {
                    release(held.get());
                }
            }
        } catch (SQLException e) {
            LOG.debug("the connection of a sync is lost, and its lock with it", LoggedFailure.of(e));
        } finally {
            deadline.restore();
        }
    }

    private void release(String name) throws SQLException {
        try (PreparedStatement release = connection.prepareStatement(RELEASE)) {
            release.setString(1, name);
            release.execute();
        }
    }

    private List<Long> numbers(String sql) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(sql)) {
            row.next();
            return List.of(row.getLong(1), row.getLong(2));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setQueryTimeout((int) Math.min(Integer.MAX_VALUE, seconds(longest)));
            statement.execute(sql);
        }
    }
}
