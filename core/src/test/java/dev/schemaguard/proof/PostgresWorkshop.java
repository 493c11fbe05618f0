package dev.schemaguard.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/** One database for all changes: each is made in a transaction, and rolled back. */
record PostgresWorkshop(DataSource database) implements Workshop {

    @Override
    public Wording wording() {
        return Wording.POSTGRES;
    }

    @Override
    public Optional<Changed> change(Mutation mutation) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        Changed changed = new InTransaction(connection);
        if (isMade(mutation, connection)) {
            return Optional.of(changed);
        }
        changed.close();
        return Optional.empty();
    }

    private static boolean isMade(Mutation mutation, Connection connection) {
        try (Statement statement = connection.createStatement()) {
            for (String sql : mutation.sql()) {
                statement.execute(sql);
            }
            statement.execute("set local role app");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private record InTransaction(Connection connection) implements Changed {

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }
}
