package dev.schemaguard.proof;

import dev.schemaguard.proof.ReleaseColumn.Filling;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** The table of a release that has a column of each type of MySQL and MariaDB. */
final class MysqlAccounts {

    private static final Object MOMENT = LocalDateTime.of(2024, 2, 29, 12, 30, 15, 123_456_000);

    private MysqlAccounts() {}

    static ReleaseTable table() {
        ReleaseTable table = ReleaseTable.table("accounts")
                .column(
                        "id",
                        "bigint not null auto_increment",
                        Handling.LONG,
                        List.of(1L, 2L, 3L),
                        List.of(),
                        Filling.DATABASE)
                .column(
                        "email",
                        "varchar(100) not null",
                        Handling.STRING,
                        List.of("a@x", "b@x", "c@x"),
                        List.of("@", "x".repeat(98) + "@y", "ü漢@𝄞"),
                        Filling.RELEASE)
                .column("name", "varchar(50) not null", Handling.STRING, "Ann", Values.strings(50))
                .column("nick", "text", Handling.STRING, "annie", Values.strings(1000))
                .column("code", "char(3)", Handling.STRING, "abc", List.of("xyz", "漢漢漢", "a"))
                .column(
                        "status",
                        "varchar(10) not null default 'new'",
                        Handling.STRING,
                        List.of("new", "new", "new"),
                        List.of("live", "gone"),
                        Filling.DEFAULTED)
                .column("feeling", "enum('good','bad','so so','it''s')", Handling.STRING, "good", Values.LABELS)
                .column("mood", "enum('up','down') not null", Handling.STRING, "up", List.of("down"))
                .column("flags", "set('a','b','c')", Handling.STRING, "a,c", List.of("", "b", "a,b,c"));
        numbers(table);
        times(table);
        return table.column("settings", "json", Handling.STRING, "{\"a\": 2, \"b\": 1}", Values.DOCUMENTS)
                .column("picture", "blob", Handling.BYTES, new byte[] {1, 2}, Values.BYTES)
                .column("digest", "binary(16)", Handling.BYTES, digest(), List.of(digest()))
                .column("bits", "bit(8)", Handling.BYTES, new byte[] {65}, List.of(new byte[] {0}, new byte[] {-1}))
                .key("id")
                .unique("email")
                .check("status in ('new', 'live', 'gone')")
                .check("visits >= 0");
    }

    private static byte[] digest() {
        byte[] bytes = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
        bytes[3] = -1;
        return bytes;
    }

    private static void numbers(ReleaseTable table) {
        table.column(
                        "balance",
                        "decimal(12,2) not null default 0.00",
                        Handling.DECIMAL,
                        List.of(new BigDecimal("1.5"), new BigDecimal("2.5"), new BigDecimal("3.25")),
                        Values.numerics(12, 2),
                        Filling.DEFAULTED)
                .column("rating", "float", Handling.FLOAT, 1.5f, List.of(0f, -2.25f, 3e38f))
                .column("score", "double", Handling.DOUBLE, 0.5d, Values.DOUBLES)
                .column(
                        "active",
                        "tinyint(1) not null default 1",
                        Handling.BOOLEAN,
                        List.of(true, true, true),
                        Values.BOOLEANS,
                        Filling.DEFAULTED)
                .column("level", "smallint", Handling.SHORT, (short) 1, Values.SHORTS)
                .column("visits", "int", Handling.INTEGER, 1, List.of(0, Integer.MAX_VALUE))
                .column("counter", "int unsigned", Handling.LONG, 7L, List.of(0L, 4_294_967_295L))
                .column(
                        "big",
                        "bigint unsigned",
                        MysqlTypeCases.BIG,
                        BigInteger.TEN,
                        List.of(BigInteger.ZERO, new BigInteger("18446744073709551615")));
    }

    private static void times(ReleaseTable table) {
        table.column(
                        "born",
                        "date",
                        MysqlTypeCases.DATE,
                        LocalDate.of(2000, 2, 29),
                        List.of(LocalDate.of(1000, 1, 1), LocalDate.of(9999, 12, 31)))
                .column(
                        "created",
                        "datetime(6) not null default current_timestamp(6)",
                        MysqlTypeCases.DATE_TIME,
                        List.of(MOMENT, MOMENT, MOMENT),
                        List.of(LocalDateTime.of(1000, 1, 1, 0, 0), LocalDateTime.of(9999, 12, 31, 23, 59, 59)),
                        Filling.VOLATILE)
                .column(
                        "updated",
                        "timestamp(3) null",
                        MysqlTypeCases.TIMESTAMP,
                        Timestamp.valueOf("2024-02-29 12:30:15.123"),
                        List.of(Timestamp.valueOf("1970-01-02 12:00:00"), Timestamp.valueOf("2038-01-18 12:00:00")))
                .column(
                        "wakes",
                        "time(6)",
                        MysqlTypeCases.TIME,
                        LocalTime.NOON,
                        List.of(LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, 999_999_000)))
                .column("joined", "year", Handling.INTEGER, 2024, List.of(1901, 2155));
    }
}
