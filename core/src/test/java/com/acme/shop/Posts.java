package com.acme.shop;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** Sends statements as applications do. */
public final class Posts implements PostRepository {

    private final DataSource dataSource;

    public Posts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void findTop(long score) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select id from post where score > ? and title = ?")) {
            query.setLong(1, score);
            query.setObject(2, "secret");
            query.executeQuery().close();
        }
    }

    public void addAll(List<String> titles) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into post (title, score) values (?, ?)");
                Statement batch = connection.createStatement()) {
            for (String title : titles) {
                insert.setString(1, title);
                insert.setNull(2, Types.INTEGER);
                insert.addBatch();
            }
            insert.executeBatch();
            batch.addBatch("update post set score = 1");
            batch.executeBatch();
        }
    }

    public void inLambda() throws Exception {
        Callable<Boolean> work = () -> {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                return statement.execute("delete from post where score < 0");
            }
        };
        work.call();
    }

    public void call() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                CallableStatement call = connection.prepareCall("select id from post where id = ?")) {
            call.setInt(1, 7);
            call.execute();
            connection.createStatement().execute("set schema public");
        }
    }

    public void send(String text) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
