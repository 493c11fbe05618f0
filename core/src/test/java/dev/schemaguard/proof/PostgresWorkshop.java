package dev.schemaguard.proof;

import dev.schemaguard.embedded.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One database for all changes: each is made in a transaction, and rolled back. */
record PostgresWorkshop(DataSource database) implements Workshop {

    /** One in which a release is deployed, with the rows that are there from the beginning. */
    static PostgresWorkshop of(Release release) throws SQLException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(TestPostgres.url(TestPostgres.freshDatabaseName()));
        // A prepared plan would outlive the change that is taken back.
        database.setPrepareThreshold(0);
        TestPostgres.execute(
                database,
                "do $$ begin create role app; exception when duplicate_object then null; end $$",
                "create extension citext",
                "create extension hstore");
        TestPostgres.execute(database, release.ddl().toArray(String[]::new));
        try (Connection connection = database.getConnection()) {
            Execution.seed(release.tables(), connection);
            RareTables.move(connection);
        }
        return new PostgresWorkshop(database);
    }

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
