package dev.schemaguard.inspect;

import java.sql.SQLException;

/** Port: what the failures of one kind of database mean. Implementations are immutable and safe for use by many threads. */
public interface Failures {

    /**
     * What a failure means by its code; its causes and those chained to it are not looked at.
     *
     * @return {@link FailureKind#OTHER} where it is none of the kinds, or no failure of this kind of database
     */
    FailureKind of(SQLException failure);
}
