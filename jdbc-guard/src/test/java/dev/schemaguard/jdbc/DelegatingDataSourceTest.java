package dev.schemaguard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DelegatingDataSourceTest {

    private final HikariDataSource pool = new HikariDataSource();
    private final GuardedDataSource guarded = GuardedDataSource.wrap(pool, Release42.guard());

    @Test
    void unwrapAnswersForTheRealDataSourceFirst() throws SQLException {
        assertThat(guarded.unwrap(HikariDataSource.class)).isSameAs(pool);
        assertThat(guarded.unwrap(DataSource.class)).isSameAs(pool);
        assertThat(guarded.unwrap(Closeable.class)).isSameAs(pool);
        assertThat(guarded.unwrap(GuardedDataSource.class)).isSameAs(guarded);
    }

    @Test
    void unwrapReachesThroughTheTarget() throws SQLException {
        PGSimpleDataSource innermost = new PGSimpleDataSource();
        GuardedDataSource outer =
                GuardedDataSource.wrap(GuardedDataSource.wrap(innermost, Release42.guard()), Release42.guard());

        assertThat(outer.isWrapperFor(PGSimpleDataSource.class)).isTrue();
        assertThat(outer.unwrap(PGSimpleDataSource.class)).isSameAs(innermost);
    }

    @Test
    void isWrapperForAgreesWithUnwrap() throws SQLException {
        assertThat(guarded.isWrapperFor(HikariDataSource.class)).isTrue();
        assertThat(guarded.isWrapperFor(GuardedDataSource.class)).isTrue();
        assertThat(guarded.isWrapperFor(DataSource.class)).isTrue();
        assertThat(guarded.isWrapperFor(String.class)).isFalse();
        assertThatThrownBy(() -> guarded.unwrap(String.class)).isInstanceOf(SQLException.class);
    }

    @Test
    void settingsAreThoseOfTheTarget() throws SQLException {
        JdbcDataSource target = new JdbcDataSource();
        GuardedDataSource around = GuardedDataSource.wrap(target, Release42.guard());
        PrintWriter writer = new PrintWriter(new StringWriter());

        around.setLoginTimeout(7);
        around.setLogWriter(writer);

        assertThat(target.getLoginTimeout()).isEqualTo(7);
        assertThat(around.getLoginTimeout()).isEqualTo(7);
        assertThat(around.getLogWriter()).isSameAs(writer);
    }

    @Test
    void closeClosesTheTarget() throws SQLException {
        guarded.close();

        assertThat(pool.isClosed()).isTrue();
    }

    @Test
    void closeIsQuietWhenTheTargetCannotBeClosed() throws SQLException {
        GuardedDataSource.wrap(new PGSimpleDataSource(), Release42.guard()).close();
    }

    @Test
    void closeReportsWhatTheTargetThrows() {
        GuardedDataSource around = GuardedDataSource.wrap(new Stubborn(), Release42.guard());

        assertThatThrownBy(around::close).isInstanceOf(SQLException.class).hasMessageContaining("will not close");
    }

    @Test
    void toStringHoldsNoSecret() {
        PGSimpleDataSource target = new PGSimpleDataSource();
        target.setURL("jdbc:postgresql://localhost/app?user=app&password=s3cret");

        assertThat(GuardedDataSource.wrap(target, Release42.guard()).toString()).doesNotContain("s3cret");
    }

    /** A pool that cannot be closed. */
    private static final class Stubborn extends DelegatingDataSource implements AutoCloseable {

        Stubborn() {
            super(new PGSimpleDataSource());
        }

        @Override
        public void close() throws IOException {
            throw new IOException("it will not close");
        }
    }
}
