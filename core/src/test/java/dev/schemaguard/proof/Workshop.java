package dev.schemaguard.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Where the release's database is changed: each change finds it as the release left it. */
interface Workshop {

    Wording wording();

    /** A database with the change; nothing where the server does not let it be changed so. */
    Optional<Changed> change(Mutation mutation) throws SQLException;

    /** A changed database, which is gone when it is closed. */
    interface Changed extends AutoCloseable {

        /** As the release's role, in a transaction. */
        Connection connection();

        @Override
        void close() throws SQLException;
    }
}
