package dev.schemaguard.database.postgres.sync;

import dev.schemaguard.database.AddingTransaction;
import dev.schemaguard.database.postgres.dialect.PostgresDialect;
import dev.schemaguard.fix.Calls;
import dev.schemaguard.inspect.FailureKind;
import dev.schemaguard.inspect.Failures;
import dev.schemaguard.inspect.HistoryTables;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.NetworkDeadline;
import dev.schemaguard.model.ObjectName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a sync says to PostgreSQL. */
public final class PostgresAddingTransaction implements AddingTransaction {

    /** The same for every sync of a database: "schmgrd" and a version, so that nobody else takes it by chance. */
    private static final long LOCK = 0x73_63_68_6d_67_72_64_01L;

    /** Who waited sees what others committed meanwhile, whatever the session's default says. */
    private static final String BEGIN = "set transaction isolation level read committed";

    private static final String READ_WRITE = "set transaction read write";

    /** As the expressions of a plan are written. */
    private static final String STRINGS = "set local standard_conforming_strings = on";

    /** Whether nothing can be written, whether the server is a standby, and who set the default of the session. */
    private static final String READ_ONLY = """
            /* schema-guard: sync: read only */
            select pg_catalog.current_setting('transaction_read_only'), pg_catalog.pg_is_in_recovery(), s.setting, s.source
            from pg_catalog.pg_settings s
            where s.name operator(pg_catalog.=) 'default_transaction_read_only'""";

    /** Where names are looked for that say no schema, the server's own and temporary ones left out. */
    private static final String PATH = """
            /* schema-guard: sync: path */
            select s from pg_catalog.unnest(pg_catalog.current_schemas(false)) with ordinality as path(s, place)
            where s operator(pg_catalog.<>) 'pg_catalog' and s operator(pg_catalog.!~) '^pg_temp_'
            order by place""";

    /** Only the server's own names. */
    private static final String SERVER = "pg_catalog, pg_temp";

    private static final String SEARCH_PATH =
            "/* schema-guard: sync: search path */ select pg_catalog.set_config('search_path', ?, true)";

    private static final String AWAIT = "/* schema-guard: sync: lock */ select pg_catalog.pg_advisory_xact_lock(?)";

    /** Tables in which migration tools remember what they ran. Parameter: their names. */
    private static final String HISTORIES = """
            /* schema-guard: sync: history tables */
            select n.nspname, c.relname
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace
            where c.relname operator(pg_catalog.=) any (?::pg_catalog.text[])
              and c.relkind operator(pg_catalog.=) any (array['r', 'p', 'v']::pg_catalog."char"[])
            order by 1, 2""";

    /** For what asks the catalog only, where neither the connection nor a statement is allowed less. */
    private static final Duration QUESTION = InspectionScope.DEFAULT_TIMEOUT;

    private final Connection connection;
    private final Failures failures;
    private final NetworkDeadline deadline;
    private Duration longest = QUESTION;

    public PostgresAddingTransaction(Connection connection, Failures failures, Duration statementTimeout) {
        this.connection = connection;
        this.failures = failures;
        this.deadline =
                NetworkDeadline.set(connection, statementTimeout.compareTo(QUESTION) < 0 ? statementTimeout : QUESTION);
    }

    @Override
    public void end() {
        deadline.restore();
    }

    @Override
    public void begin(boolean despiteReadOnly) throws SQLException {
        connection.setAutoCommit(false);
        execute(BEGIN);
        if (despiteReadOnly) {
            execute(READ_WRITE);
        }
        execute(STRINGS);
    }

    @Override
    public Optional<String> readOnly() throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(READ_ONLY)) {
            row.next();
            if (!row.getString(1).equals("on")) {
                return Optional.empty();
            }
            if (row.getBoolean(2)) {
                return Optional.of("the server is a standby, which takes no writes; give the primary's URL");
            }
            String why = row.getString(3).equals("on")
                    ? "default_transaction_read_only is on (set by: " + row.getString(4) + ")"
                    : "the connection was set to read only";
            return Optional.of(
                    why + ", so somebody means that nothing is written here; connect as another role, or write all"
                            + " the same with --despite-read-only");
        }
    }

    @Override
    public boolean await(Duration wait) throws SQLException {
        limit(wait, wait.plusSeconds(5));
        try {
            return patiently(this::lock);
        } catch (SQLException e) {
            if (failures.of(e) == FailureKind.LOCKED) {
                return false;
            }
            throw e;
        }
    }

    /** Waits for the lock, and has it until the transaction ends. */
    private boolean lock() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(AWAIT)) {
            lock.setLong(1, LOCK);
            lock.execute();
            return true;
        }
    }

    @Override
    public void commit() throws SQLException {
        patiently(() -> {
            connection.commit();
            return true;
        });
    }

    /** Lets the network be silent for as long as a statement may take. */
    private <T> T patiently(NetworkDeadline.Work<T> work) throws SQLException {
        return NetworkDeadline.during(connection, longest, work);
    }

    @Override
    public void limit(Duration lockTimeout, Duration statementTimeout) throws SQLException {
        longest = statementTimeout;
        execute("set local lock_timeout = " + lockTimeout.toMillis());
        execute("set local statement_timeout = " + statementTimeout.toMillis());
    }

    private void searchPath(String path) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(SEARCH_PATH)) {
            set.setString(1, path);
            set.execute();
        }
    }

    @Override
    public boolean isEmpty(ObjectName table) throws SQLException {
        return TableSize.isNothing(connection, table);
    }

    @Override
    public List<ObjectName> histories(List<String> schemas) throws SQLException {
        List<ObjectName> all = new ArrayList<>();
        Array names = connection.createArrayOf("text", HistoryTables.globs().toArray());
        try (PreparedStatement query = connection.prepareStatement(HISTORIES)) {
            query.setArray(1, names);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    all.add(ObjectName.of(rows.getString(1), rows.getString(2)));
                }
            }
        }
        List<ObjectName> near =
                all.stream().filter(name -> schemas.contains(name.schema())).toList();
        return near.isEmpty() && all.size() == 1 ? all : near;
    }

    @Override
    public List<String> path(List<String> schemas) throws SQLException {
        Set<String> path = new LinkedHashSet<>(schemas);
        path.remove("pg_catalog");
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(PATH)) {
            while (row.next()) {
                path.add(row.getString(1));
            }
        }
        return List.copyOf(path);
    }

    @Override
    public void run(List<String> statements, List<String> path) throws SQLException {
        String before = text("/* schema-guard: sync: search path */ select pg_catalog.current_setting('search_path')");
        searchPath(Stream.concat(path.stream().map(PostgresDialect.INSTANCE::quote), Stream.of("pg_temp"))
                .collect(Collectors.joining(", ")));
        patiently(() -> {
            for (String statement : statements) {
                execute(statement);
            }
            return true;
        });
        searchPath(before);
    }

    @Override
    public Picture picture() throws SQLException {
        CatalogPicture before = inServersWords(() -> CatalogPicture.of(connection));
        return () -> inServersWords(() -> before.lostIn(connection));
    }

    @Override
    public List<String> shadows(List<String> path, Calls calls, Set<ObjectName> allowed) throws SQLException {
        return inServersWords(() -> Shadows.of(connection, path, calls, allowed));
    }

    /** Every name and operator means the server's own meanwhile. */
    private <T> T inServersWords(NetworkDeadline.Work<T> question) throws SQLException {
        String before = text("/* schema-guard: sync: search path */ select pg_catalog.current_setting('search_path')");
        searchPath(SERVER);
        T answer = patiently(question);
        searchPath(before);
        return answer;
    }

    private String text(String sql) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
