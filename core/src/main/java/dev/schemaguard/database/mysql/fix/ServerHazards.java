package dev.schemaguard.database.mysql.fix;

/** What statements do to a running system, in the words of the report (MySQL manual, 15.12.1; MariaDB, Online DDL). */
final class ServerHazards {

    static final String INSTANT =
            "needs the table's metadata lock for a moment, and waits for every transaction that uses it: set a"
                    + " lock_wait_timeout; add ALGORITHM=INSTANT to have it refused rather than copied";
    static final String IN_PLACE =
            "builds it while reads and writes go on; add ALGORITHM=INPLACE, LOCK=NONE to have it refused rather than"
                    + " blocking";
    static final String COPY = "copies the whole table and blocks writes to it meanwhile";
    static final String FORGETS =
            "a MODIFY repeats all of a column but its comment, and whether it is invisible: write those to it";
    static final String NO_WAY_BACK = "cannot be taken back by a rollback, as no DDL can here";

    private ServerHazards() {}
}
