package dev.schemaguard.statements.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.model.Schema;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A long text costs no more than the same in pieces. */
@Tag("growth")
class ReadingCostTest {

    private static final int SHORT = 40;
    private static final int LONGER = 16;

    /** What grows with the square of the length is sixteen times as dear when it is long. */
    private static final int BOUND = 4;

    /** The clock of processor time is a coarse one. */
    private static final long UNCERTAIN = Duration.ofMillis(100).toNanos();

    /** What others do on the machine is not counted. */
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final Database POSTGRES = Databases.named("postgresql").orElseThrow();

    private final StatementReader reader = StatementReader.of(
            POSTGRES.dialect(), POSTGRES.ddl(), Schema.builder().build());

    @ParameterizedTest
    @EnumSource
    void growsWithTheLength(Shape shape) {
        String small = shape.text.apply(SHORT);
        String large = shape.text.apply(SHORT * LONGER);
        cost(small, LONGER);

        long pieces = cost(small, LONGER);
        long whole = cost(large, 1);

        assertThat(whole).as("and in %d pieces", LONGER).isLessThan(pieces * BOUND + UNCERTAIN);
    }

    private long cost(String text, int times) {
        long before = PROCESS.getProcessCpuTime();
        for (int i = 0; i < times * 2; i++) {
            for (String statement : text.split(";", -1)) {
                assertThat(reader.read(statement)).isInstanceOf(Reading.Understood.class);
            }
        }
        return PROCESS.getProcessCpuTime() - before;
    }

    /** Ways to be long. */
    enum Shape {
        STATEMENTS(
                n -> repeated(n, ";", "SELECT p.id, b%d FROM posts p JOIN users u ON u.id = p.owner_id WHERE c = ?")),
        CONDITIONS(n -> "SELECT a FROM posts WHERE " + repeated(n, " OR ", "c%d = ?")),
        OPEN_COLUMNS(n -> "SELECT a FROM posts, users WHERE " + repeated(n, " OR ", "c%d = ?")),
        LIST(n -> "SELECT a FROM posts WHERE b IN (" + repeated(n, ", ", "?") + ")"),
        ROWS(n -> "INSERT INTO posts (a, b) VALUES " + repeated(n, ", ", "(?, ?)")),
        COLUMNS(n -> "SELECT " + repeated(n, ", ", "c%d") + " FROM posts"),
        UNION(n -> repeated(n, " UNION ALL ", "SELECT a FROM t%d")),
        SUBQUERIES(n -> "SELECT 1 FROM posts WHERE "
                + repeated(n, " AND ", "EXISTS (SELECT 1 FROM t%1$d WHERE a%1$d = b%1$d)"));

        private final IntFunction<String> text;

        Shape(IntFunction<String> text) {
            this.text = text;
        }

        private static String repeated(int count, String between, String part) {
            return IntStream.range(0, count).mapToObj(i -> part.formatted(i)).collect(Collectors.joining(between));
        }
    }
}
