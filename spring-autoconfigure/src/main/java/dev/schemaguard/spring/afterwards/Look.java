package dev.schemaguard.spring.afterwards;

import java.sql.SQLException;

/** A look at a database that decides nothing. */
public interface Look {

    /** What could not be done where it fails, for the log. */
    String failure();

    /** Looks, and says what it found unless the application has come to its end. */
    void run(AfterStart start) throws SQLException;
}
