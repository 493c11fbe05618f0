package dev.schemaguard.samples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A connection taken and given back, and the cheapest statement, through every wrapping. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class WrapperBenchmark {

    /** How the pool is wrapped. */
    @Param
    public Wrapping wrapping = Wrapping.HIKARI;

    private HikariDataSource pool;
    private DataSource dataSource;

    /** Opens the pool and the gate. */
    @Setup
    public void open() throws SQLException {
        pool = Wrapping.pool();
        dataSource = wrapping.around(pool);
        dataSource.getConnection().close();
    }

    /** Closes the pool. */
    @TearDown
    public void close() {
        pool.close();
    }

    /** Takes a connection and gives it back. */
    @Benchmark
    public void connection() throws SQLException {
        dataSource.getConnection().close();
    }

    /** Takes a connection, sends the cheapest statement and gives the connection back. */
    @Benchmark
    public int select() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select 1");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
