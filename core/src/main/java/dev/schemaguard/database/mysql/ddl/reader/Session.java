package dev.schemaguard.database.mysql.ddl.reader;

import dev.schemaguard.database.mysql.dialect.MysqlDialect;
import dev.schemaguard.model.SqlText;
import java.util.Optional;

/** What of the server and of the session changes what statements mean. A script can change some of it while it is read. */
final class Session {

    private final MysqlDialect dialect;
    private final boolean forked;
    private Optional<String> engine = Optional.empty();
    private boolean bareTimestampsKnown;

    /**
     * As it is when a script begins.
     *
     * @param forked whether the server is a MariaDB
     */
    Session(MysqlDialect dialect, boolean forked) {
        this.dialect = dialect;
        this.forked = forked;
        this.bareTimestampsKnown = !forked;
    }

    MysqlDialect dialect() {
        return dialect;
    }

    /** How a column is computed; what is not understood may mean the same under another text, so that it is not compared. */
    SqlText computed(String text) {
        return dialect.understands(text) ? dialect.expression(text) : new SqlText("", text);
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
