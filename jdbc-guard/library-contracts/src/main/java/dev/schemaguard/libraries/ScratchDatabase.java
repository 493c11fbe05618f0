package dev.schemaguard.libraries;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/**
 * An empty database in memory, which is there until it is closed.
 *
 * @param dataSource leads to it
 * @param open keeps it
 */
record ScratchDatabase(JdbcDataSource dataSource, Connection open) implements AutoCloseable {

    /**
     * A new one.
     *
     * @param url the beginning of its URL, to which a name is added
     */
    static ScratchDatabase at(String url) throws SQLException {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(url + UUID.randomUUID());
        return new ScratchDatabase(dataSource, dataSource.getConnection());
    }

    Database kind() throws SQLException {
        return Databases.behind(open);
    }

    @Override
    public void close() throws SQLException {
        open.close();
    }
}
