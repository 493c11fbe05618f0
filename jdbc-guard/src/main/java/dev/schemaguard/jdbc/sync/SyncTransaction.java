package dev.schemaguard.jdbc.sync;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.HistoryTables;
import dev.schemaguard.model.ObjectName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a sync says to PostgreSQL. Nothing of it outlives the transaction. */
final class SyncTransaction {

    /** The same for every sync of a database: "schmgrd" and a version, so that nobody else takes it by chance. */
    private static final long LOCK = 0x73_63_68_6d_67_72_64_01L;

    /** Who waited sees what others committed meanwhile, whatever the session's default says. */
    private static final String BEGIN = "set transaction isolation level read committed, read write";

    private static final String SEARCH_PATH = "select pg_catalog.set_config('search_path', ?, true)";

    private static final String AWAIT = "select pg_catalog.pg_advisory_xact_lock(?)";

    /** Tables in which migration tools remember what they ran. Parameter: their names. */
    private static final String HISTORIES = """
            select n.nspname, c.relname
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace
            where c.relname operator(pg_catalog.=) any (?::pg_catalog.text[])
              and c.relkind operator(pg_catalog.=) any (array['r', 'p', 'v']::pg_catalog."char"[])
            order by 1, 2""";

    private final Connection connection;

    SyncTransaction(Connection connection) {
        this.connection = connection;
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
        execute(BEGIN);
    }

    /** Waits until no other sync of this database is at work. */
    void await(Duration wait) throws SQLException {
        limit(wait, wait.plusSeconds(5));
        try (PreparedStatement lock = connection.prepareStatement(AWAIT)) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
    }

    void limit(Duration lockTimeout, Duration statementTimeout) throws SQLException {
        execute("set local lock_timeout = " + lockTimeout.toMillis());
        execute("set local statement_timeout = " + statementTimeout.toMillis());
    }

    private void searchPath(String path) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(SEARCH_PATH)) {
            set.setString(1, path);
            set.execute();
        }
    }

    boolean isEmpty(ObjectName table) throws SQLException {
        Dialect dialect = Dialect.postgresql();
        String name = (table.isQualified() ? dialect.quote(table.schema()) + "." : "") + dialect.quote(table.name());
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select exists (select from " + name + ")")) {
            row.next();
            return !row.getBoolean(1);
        }
    }

    /** The history tables in these schemas; where there are none, the only one elsewhere. */
    List<ObjectName> histories(List<String> schemas) throws SQLException {
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

    /** Runs the statements with the names that they leave unqualified looked for in these schemas. */
    void run(List<String> statements, List<String> schemas) throws SQLException {
        String before = text("select pg_catalog.current_setting('search_path')");
        // What the role has set comes behind, for types of extensions may be there.
        String path = Stream.concat(
                        schemas.stream().map(Dialect.postgresql()::quote),
                        Stream.of(before).filter(setting -> !setting.isBlank()))
                .collect(Collectors.joining(", "));
        searchPath(path);
        for (String statement : statements) {
            execute(statement);
        }
        searchPath(before);
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
