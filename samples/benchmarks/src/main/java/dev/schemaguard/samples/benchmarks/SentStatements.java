package dev.schemaguard.samples.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.ttddyy.dsproxy.ConnectionInfo;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.NoOpQueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.proxy.ProxyConfig;
import net.ttddyy.dsproxy.proxy.jdk.JdkJdbcProxyFactory;

/** The queries that some work sent, to be sent again with nothing done about what comes back. */
final class SentStatements {

    private final List<Sent> statements = new ArrayList<>();

    private SentStatements() {}

    static SentStatements of(Connection connection, Consumer<Connection> work) {
        SentStatements sent = new SentStatements();
        ProxyConfig config = ProxyConfig.Builder.create()
                .queryListener(new NoOpQueryExecutionListener() {
                    @Override
                    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
                        queries.forEach(query -> sent.statements.add(new Sent(
                                query.getQuery(),
                                query.getParametersList().isEmpty()
                                        ? List.of()
                                        : List.copyOf(query.getParametersList().get(0)))));
                    }
                })
                .build();
        work.accept(new JdkJdbcProxyFactory().createConnection(connection, new ConnectionInfo(), config));
        return sent;
    }

    int size() {
        return statements.size();
    }

    /** Sends them all and reads every value as the driver has it. */
    void run(Connection connection) throws SQLException {
        for (Sent sent : statements) {
            try (PreparedStatement statement = connection.prepareStatement(sent.sql)) {
                sent.bind(statement);
                if (!statement.execute()) {
                    continue;
                }
                try (ResultSet rows = statement.getResultSet()) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int i = 1; i <= columns; i++) {
                            rows.getString(i);
                        }
                    }
                }
            }
        }
    }

    private record Sent(String sql, List<ParameterSetOperation> parameters) {

        void bind(PreparedStatement statement) throws SQLException {
            for (ParameterSetOperation parameter : parameters) {
                try {
                    parameter.getMethod().invoke(statement, parameter.getArgs());
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new SQLException("cannot bind again: " + sql, e);
                }
            }
        }
    }
}
