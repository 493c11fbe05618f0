package com.acme.shop;

import java.sql.SQLException;

/** Sends one statement, whichever it is told; a framework stands in for it. */
public interface Queries {

    void ask(String query) throws SQLException;
}
