package dev.schemaguard.database.mysql.ddl.reader;

import dev.schemaguard.dialect.Dialect;
import java.util.Optional;

/** What of the server and of the session changes what statements mean. A script can change some of it while it is read. */
final class Session {

    private final Dialect dialect;
    private final boolean forked;
    private Optional<String> engine = Optional.empty();
    private boolean bareTimestampsKnown;

    /**
     * As it is when a script begins.
     *
     * @param forked whether the server is a MariaDB
     */
    Session(Dialect dialect, boolean forked) {
        this.dialect = dialect;
        this.forked = forked;
        this.bareTimestampsKnown = !forked;
    }

    Dialect dialect() {
        return dialect;
    }

    /** Whether the server is a MariaDB. */
    boolean forked() {
        return forked;
    }

    /** The engine of tables that name none, where the script has set it. */
    Optional<String> engine() {
        return engine;
    }

    void engine(String name) {
        engine = Optional.of(name);
    }

    /**
     * Whether a TIMESTAMP gets nothing by itself, as {@code explicit_defaults_for_timestamp} has it: on in MySQL 8, but in MariaDB
     * only from 10.10 on.
     */
    boolean bareTimestampsKnown() {
        return bareTimestampsKnown;
    }

    void bareTimestampsKnown(boolean known) {
        bareTimestampsKnown = known;
    }
}
