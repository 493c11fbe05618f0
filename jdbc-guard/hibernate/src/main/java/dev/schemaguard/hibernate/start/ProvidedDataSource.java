package dev.schemaguard.hibernate.start;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import org.hibernate.HibernateException;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;

/** The connections of a provider of Hibernate's, which wants them back by a method of its own. */
final class ProvidedDataSource extends ConnectionSource {

    private final ConnectionProvider provider;

    ProvidedDataSource(ConnectionProvider provider) {
        this.provider = provider;
    }

    /**
     * A connection that goes back to the provider when it is closed.
     *
     * @throws SQLException if there is none; a provider's own exceptions are its cause
     */
    @Override
    public Connection getConnection() throws SQLException {
        try {
            return returning(provider.getConnection());
        } catch (HibernateException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException told) {
                    throw told;
                }
            }
            throw new SQLNonTransientConnectionException(e.getMessage(), e);
        }
    }

    private Connection returning(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                ProvidedDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, given) -> {
                    if (method.getName().equals("close")) {
                        giveBack(connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, given);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    /** What was torn off while it hung is no use to anybody. */
    private void giveBack(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            provider.closeConnection(connection);
        }
    }
}
