package dev.schemaguard.statements.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody in his right mind writes is not understood, in little time and without a failure. */
class HostileStatementsTest {

    @ParameterizedTest
    @MethodSource("hostile")
    void givesUpInTime(String text) {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThat(read(text)).isInstanceOf(Reading.NotUnderstood.class);
        });
    }

    static Stream<String> hostile() {
        return Stream.of(
                "SELECT " + "(".repeat(5_000) + "1" + ")".repeat(5_000),
                "SELECT " + "(".repeat(5_000),
                "SELECT " + "CASE WHEN a THEN ".repeat(3_000) + "1",
                "SELECT * FROM " + "(SELECT * FROM ".repeat(500) + "t" + ") x".repeat(500),
                "SELECT 'hidden",
                "SELECT $tag$ hidden",
                "SELECT \"hidden",
                "SELECT /* /* */ 1",
                "SELECT 1; DROP TABLE posts",
                "SELECT ${hidden}",
                "SELECT a FROM b WHERE",
                "SELECT \u001b[31m\u0001",
                "WITH",
                "INSERT INTO",
                "MERGE INTO",
                "SELECT 1 FROM b" + joins(6_000),
                "SELECT " + "x".repeat(300_000));
    }

    @ParameterizedTest
    @MethodSource("plainButLong")
    void readsWhatIsLongButPlain(String text) {
        assertThat(read(text)).isInstanceOf(Reading.Understood.class);
    }

    static Stream<String> plainButLong() {
        return Stream.of(
                "SELECT a FROM b WHERE " + "c = ? OR ".repeat(3_000) + "d = ?",
                "SELECT a FROM b WHERE c IN (" + "?, ".repeat(20_000) + "?)",
                "INSERT INTO b (c, d) VALUES " + "(?, ?), ".repeat(3_000) + "(?, ?)",
                "SELECT 1 FROM b" + joins(400));
    }

    private static String joins(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> " JOIN t%d ON a%d = c%d".formatted(i, i, i))
                .collect(Collectors.joining());
    }

    /** Each of few words gives twice what the one before gave. */
    @Test
    void multipliesNothingThatIsNamedTwice() {
        StringBuilder twice = new StringBuilder("WITH q0 AS (SELECT * FROM posts)");
        for (int i = 1; i <= 40; i++) {
            twice.append(", q%d AS (SELECT * FROM q%d a, q%d b)".formatted(i, i - 1, i - 1));
        }
        String itself = "WITH RECURSIVE q AS (SELECT id FROM posts" + " UNION ALL SELECT id FROM q".repeat(40) + ")";
        Schema known = Schema.builder()
                .table("posts", table -> table.column("id", "bigint"))
                .build();
        Schema closed = Schema.builder()
                .table(Table.builder(ObjectName.of("posts"))
                        .allColumns()
                        .column("id")
                        .build())
                .build();

        for (Schema schema : List.of(Schema.builder().build(), known, closed)) {
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                read(twice + " SELECT id FROM q40", schema);
                assertThat(read(itself + " SELECT id FROM q", schema)).isInstanceOf(Reading.Understood.class);
            });
        }
    }

    @Test
    void showsNoLiteralOfWhatItDoesNotUnderstand() {
        for (String text :
                new String[] {"SELECT FROM FROM 'hidden'", "SELECT a 'hidden' 'hidden' b c", "SELECT 1 hidden9 hidden9"
                }) {
            assertThat(read(text).toString()).doesNotContain("hidden");
        }
    }

    @Test
    void saysWhatNeitherReadsNorWritesRows() {
        assertThat(read("{? = call f(?)}")).isEqualTo(new Reading.Other("CALL"));
        assertThat(read("-- nothing else")).isEqualTo(new Reading.Other(""));
        assertThat(read("create table a (b int)")).isEqualTo(new Reading.Other("CREATE"));
        assertThat(read("SET search_path = x")).isEqualTo(new Reading.Other("SET"));
    }

    private static Reading read(String text) {
        return read(text, Schema.builder().build());
    }

    private static Reading read(String text, Schema expected) {
        Database postgres = Databases.named("postgresql").orElseThrow();
        return StatementReader.of(postgres.dialect(), postgres.ddl(), expected).read(text);
    }
}
