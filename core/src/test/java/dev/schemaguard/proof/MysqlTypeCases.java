package dev.schemaguard.proof;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The types of MySQL and MariaDB that real schemas mix up, with the edge values of each. */
final class MysqlTypeCases {

    static final Handling BIG = new Handling(PreparedStatement::setObject, Types.BIGINT, ResultSet::getBigDecimal);
    static final Handling TIMESTAMP = new Handling(
            (s, i, value) -> s.setTimestamp(i, (Timestamp) value), Types.TIMESTAMP, ResultSet::getTimestamp);
    static final Handling DATE_TIME = Handling.time(LocalDateTime.class, Types.TIMESTAMP, ResultSet::getTimestamp);
    static final Handling DATE = Handling.time(LocalDate.class, Types.DATE, ResultSet::getDate);
    static final Handling TIME = Handling.time(LocalTime.class, Types.TIME, ResultSet::getTime);

    private final List<TypeCase> all = new ArrayList<>();

    private MysqlTypeCases() {}

    /** Those of both servers, and with them those that only MariaDB has. */
    static List<TypeCase> of(boolean mariadb) {
        MysqlTypeCases cases = new MysqlTypeCases();
        cases.integers();
        cases.numbers();
        cases.strings();
        cases.bytes();
        cases.times();
        if (mariadb) {
            // Its json is a longtext (manual, JSON Data Type).
            cases.all.removeIf(type -> type.sql().equals("json"));
            cases.add("uuid", Handling.STRING, List.of("6f6b2e4e-51a7-4a0b-9f43-0f3c7f0f8a11"));
            cases.add(
                    "inet6",
                    Handling.STRING,
                    List.of(
                            "::1",
                            "2001:db8:1111:2222:3333:4444:5555:6666",
                            "1111:2222:3333:4444:5555:6666:7777:8888"));
            cases.add("inet4", Handling.STRING, List.of("192.168.0.1", "1.1.1.1", "255.255.255.255"));
        }
        return cases.all;
    }

    private void integers() {
        add("tinyint(1)", Handling.BOOLEAN, Values.BOOLEANS, "-128", "127");
        add("tinyint", Handling.BYTE, List.of((byte) 0, (byte) 12, (byte) -1, (byte) -128, (byte) 127), "-128", "127");
        add("tinyint unsigned", Handling.SHORT, List.of((short) 0, (short) 12, (short) 255), "0", "255");
        add("smallint", Handling.SHORT, Values.SHORTS, "-32768", "32767");
        integer("smallint unsigned", Handling.INTEGER, 0, 65_535);
        integer("mediumint", Handling.INTEGER, -8_388_608, 8_388_607);
        integer("mediumint unsigned", Handling.INTEGER, 0, 16_777_215);
        integer("int", Handling.INTEGER, Integer.MIN_VALUE, Integer.MAX_VALUE);
        add("int unsigned", Handling.LONG, List.of(0L, 12L, 4_294_967_295L), "4294967295");
        add("bigint", Handling.LONG, Values.LONGS, "-9223372036854775808", "9223372036854775807");
        add(
                "bigint unsigned",
                BIG,
                List.of(BigInteger.ZERO, BigInteger.TEN, new BigInteger("18446744073709551615")),
                "18446744073709551615");
        add("year", Handling.INTEGER, List.of(1901, 2024, 2155), "2155");
    }

    private void integer(String sql, Handling handling, int smallest, int largest) {
        List<Object> values = smallest < 0 ? List.of(0, 12, -1, smallest, largest) : List.of(0, 12, largest);
        add(sql, handling, values, Integer.toString(smallest), Integer.toString(largest));
    }

    private void numbers() {
        for (int[] precision :
                new int[][] {{12, 2}, {6, 2}, {12, 1}, {14, 4}, {19, 0}, {10, 0}, {4, 0}, {20, 0}, {65, 30}}) {
            List<Object> values = Values.numerics(precision[0], precision[1]);
            String largest = ((BigDecimal) values.get(2)).toPlainString();
            add("decimal(" + precision[0] + "," + precision[1] + ")", Handling.DECIMAL, values, largest, "-" + largest);
        }
        List<Object> unsigned = Values.numerics(12, 2).subList(0, 3);
        add("decimal(12,2) unsigned", Handling.DECIMAL, unsigned, "9999999999.99");
        add("float", Handling.FLOAT, List.of(0f, 1.5f, 0.1f, 3e38f, -3e38f), "3e38");
        add("double", Handling.DOUBLE, Values.DOUBLES, "1e300", "-1e300");
        add("double unsigned", Handling.DOUBLE, List.of(0d, 1.5d, 0.1d, Double.MAX_VALUE), "1e300");
        add("float unsigned", Handling.FLOAT, List.of(0f, 1.5f, 0.1f, 3e38f), "3e38");
        add("bit(1)", Handling.BOOLEAN, Values.BOOLEANS);
        add("bit(8)", Handling.BYTES, List.of(new byte[] {0}, new byte[] {-1}, new byte[] {65}));
        add("bit(64)", Handling.BYTES, List.of(new byte[8], new byte[] {-1, -1, -1, -1, -1, -1, -1, -1}));
    }

    private void strings() {
        for (int length : new int[] {20, 255}) {
            add("char(" + length + ")", Handling.STRING, strings(length), "abc");
            add("varchar(" + length + ")", Handling.STRING, strings(length), "abc");
        }
        add("varchar(36)", Handling.STRING, strings(36), "abc");
        add("varchar(2000)", Handling.STRING, strings(2000), "abc");
        add("tinytext", Handling.STRING, with(strings(60), "x".repeat(255)), "abc");
        add("text", Handling.STRING, with(strings(1000), "x".repeat(65_535)), "abc");
        add("mediumtext", Handling.STRING, with(strings(1000), "x".repeat(70_000)), "abc");
        add("longtext", Handling.STRING, with(strings(1000), "x".repeat(70_000)), "abc");
        List<Object> documents = with(Values.DOCUMENTS, "{\"k\":\"" + "x".repeat(70_000) + "\"}");
        all.add(new TypeCase("json", Handling.STRING, withNull(documents), List.of("{\"a\": 1}"), LookUp.NONE));
        add("enum('good','bad','so so','it''s')", Handling.STRING, Values.LABELS, "good");
        add("enum('red','green')", Handling.STRING, List.of("red", "green"), "red");
        add("set('a','b','c')", Handling.STRING, List.of("", "a", "a,c"), "a,c");
    }

    /** Texts, and such as are something else, too: what a text says decides what a column of another type makes of it. */
    private static List<Object> strings(int longest) {
        return Stream.concat(
                        Values.strings(longest).stream(),
                        Stream.of(
                                "2024-02-29",
                                "12:00:00",
                                "good",
                                "red",
                                "a,b",
                                "::1",
                                "192.168.0.1",
                                "6f6b2e4e-51a7-4a0b-9f43-0f3c7f0f8a11"))
                .filter(value -> ((String) value).codePoints().count() <= longest)
                .toList();
    }

    private void bytes() {
        byte[] uuid = {1, 2, 3, 4, 5, -6, 7, 8, 9, -10, 11, 12, 13, 14, 15, 0};
        byte[] text = "0123456789012345".getBytes(StandardCharsets.UTF_8);
        add("binary(16)", Handling.BYTES, List.of(uuid, text), "abc");
        add(
                "binary(8)",
                Handling.BYTES,
                List.of(new byte[8], "12345678".getBytes(StandardCharsets.UTF_8), new byte[] {-1, 0, 1, 2, 3, 4, 5, 6}),
                "abc");
        for (int length : new int[] {16, 255}) {
            add("varbinary(" + length + ")", Handling.BYTES, bytes(length), "abc");
        }
        add("tinyblob", Handling.BYTES, bytes(255), "abc");
        add("blob", Handling.BYTES, bytes(65_535), "abc");
        add("mediumblob", Handling.BYTES, bytes(70_000), "abc");
        add("longblob", Handling.BYTES, bytes(70_000), "abc");
    }

    private static List<Object> bytes(int longest) {
        byte[] many = new byte[longest];
        Arrays.fill(many, (byte) 'x');
        byte[] none = {};
        byte[] odd = {0, 1, -1};
        return List.of(none, odd, "text".getBytes(StandardCharsets.UTF_8), many);
    }

    private void times() {
        add(
                "date",
                DATE,
                List.of(LocalDate.of(2024, 2, 29), LocalDate.of(1000, 1, 1), LocalDate.of(9999, 12, 31)),
                "2024-02-29");
        for (int digits : new int[] {0, 3, 6}) {
            int nanos = digits == 0 ? 0 : digits == 3 ? 999_000_000 : 999_999_000;
            String suffix = digits == 0 ? "" : "(" + digits + ")";
            LocalDateTime leap = LocalDateTime.of(2024, 2, 29, 23, 59, 59, nanos);
            add("time" + suffix, TIME, List.of(LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, nanos)), "12:00:00");
            add(
                    "datetime" + suffix,
                    DATE_TIME,
                    List.of(leap, LocalDateTime.of(1000, 1, 1, 0, 0), LocalDateTime.of(9999, 12, 31, 23, 59, 59)),
                    "2024-02-29 12:00:00");
            add(
                    "timestamp" + suffix + " null",
                    TIMESTAMP,
                    List.of(
                            Timestamp.valueOf(leap),
                            Timestamp.valueOf("1970-01-02 12:00:00"),
                            Timestamp.valueOf("2038-01-18 12:00:00")),
                    "2024-02-29 12:00:00");
        }
    }

    private void add(String sql, Handling handling, List<Object> values, String... extremes) {
        all.add(new TypeCase(sql, handling, withNull(values), List.of(extremes), LookUp.EQUAL));
    }

    private static List<Object> with(List<Object> values, Object value) {
        return Stream.concat(values.stream(), Stream.of(value)).toList();
    }

    private static List<Object> withNull(List<Object> values) {
        return with(values, Values.NULL);
    }
}
