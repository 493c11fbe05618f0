package dev.schemaguard.spring.queries;

import java.util.List;

/** A framework of the application, asked for the SQL that the application gave it. */
public interface QueryFinder {

    /** What people call the framework. */
    String name();

    /**
     * The queries that are sent to a database for sure. Makes no bean; may be called by many threads.
     *
     * @param target the database that is meant
     */
    List<WrittenQuery> find(QueryTarget target);
}
