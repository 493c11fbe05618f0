package dev.schemaguard.spring.start;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A pool that somebody else closes, behind a gate. */
class BorrowedPool extends DelegatingDataSource {

    private final DataSource pool;

    BorrowedPool(DataSource pool) {
        super(pool);
        this.pool = pool;
    }

    /** Answers for the real object first: whoever unwraps wants the pool, not another wrapper. */
    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(pool) ? type.cast(pool) : super.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(pool) || super.isWrapperFor(type);
    }
}
