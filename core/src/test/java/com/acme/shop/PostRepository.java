package com.acme.shop;

import java.sql.SQLException;

/** A repository that a framework may stand in for. */
public interface PostRepository {

    void findTop(long score) throws SQLException;
}
