package dev.schemaguard.proof.embedded;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.UUID;

/** H2's types that real schemas mix up. */
final class H2Samples {

    private H2Samples() {}

    static List<TypeSample> all() {
        return List.of(
                TypeSample.text("varchar", 10_000),
                TypeSample.text("varchar(255)", 255),
                TypeSample.text("varchar(20)", 20),
                TypeSample.text("char(20)", 20),
                TypeSample.text("varchar_ignorecase(255)", 255),
                TypeSample.text("clob", 10_000),
                TypeSample.of("enum('good','bad')", String.class, "good", "bad"),
                TypeSample.of("enum('good')", String.class, "good"),
                TypeSample.of("boolean", Boolean.class, true, false),
                TypeSample.of("tinyint", Integer.class, 0, 1, -128, 127),
                TypeSample.of("smallint", Integer.class, 0, 1, -32_768, 32_767),
                TypeSample.of("integer", Integer.class, 0, 1, Integer.MIN_VALUE, Integer.MAX_VALUE),
                TypeSample.of("bigint", Long.class, 0L, 1L, Long.MIN_VALUE, Long.MAX_VALUE),
                decimals("numeric(12,2)", "0", "1", "0.01", "9999999999.99", "-9999999999.99"),
                decimals("numeric(6,2)", "0", "1", "0.01", "9999.99", "-9999.99"),
                decimals("numeric(19,0)", "0", "1", "9999999999999999999"),
                decimals("numeric", "0", "1", "1" + "0".repeat(40), "1".repeat(300)),
                decimals("decfloat", "0", "1", "0.1", "1E40", "1E-40", "1234567890.12345678901234567890"),
                TypeSample.of("real", Float.class, 0f, 1f, 1.5f, 0.1f, Float.MAX_VALUE),
                TypeSample.of(
                        "double precision",
                        Double.class,
                        0d,
                        1d,
                        1.5d,
                        0.1d,
                        1e300,
                        1234567890.12345d,
                        -1.2345678901234568E-300),
                TypeSample.of("date", LocalDate.class, LocalDate.of(2024, 2, 29), LocalDate.of(1, 1, 1)),
                TypeSample.of("time", LocalTime.class, LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59)),
                TypeSample.of("time(6)", LocalTime.class, LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, 999_999_000)),
                TypeSample.of("time with time zone", OffsetTime.class, OffsetTime.parse("23:59:59+05:30")),
                TypeSample.of(
                        "timestamp",
                        LocalDateTime.class,
                        LocalDateTime.of(2024, 2, 29, 23, 59, 59, 999_999_000),
                        LocalDateTime.of(1, 1, 1, 0, 0),
                        // An hour that the session's zone leaves out.
                        LocalDateTime.of(2024, 3, 10, 2, 30)),
                TypeSample.of(
                        "timestamp(3)",
                        LocalDateTime.class,
                        LocalDateTime.of(2024, 2, 29, 23, 59, 59, 999_000_000),
                        LocalDateTime.of(2024, 2, 29, 23, 59, 59)),
                TypeSample.of(
                        "timestamp with time zone",
                        OffsetDateTime.class,
                        OffsetDateTime.parse("2024-02-29T23:59:59.999999+05:30"),
                        OffsetDateTime.parse("1970-01-01T00:00:00Z")),
                TypeSample.of("uuid", UUID.class, new UUID(0, 0), new UUID(-1, 7)),
                TypeSample.of("binary(16)", byte[].class, bytes(16)),
                TypeSample.of(
                        "varbinary(255)",
                        byte[].class,
                        bytes(0),
                        bytes(1),
                        bytes(2),
                        bytes(4),
                        bytes(8),
                        bytes(16),
                        bytes(255)),
                TypeSample.of(
                        "varbinary",
                        byte[].class,
                        bytes(0),
                        bytes(1),
                        bytes(2),
                        bytes(4),
                        bytes(8),
                        bytes(16),
                        bytes(5000)),
                TypeSample.of(
                                "blob",
                                byte[].class,
                                bytes(0),
                                bytes(1),
                                bytes(2),
                                bytes(4),
                                bytes(8),
                                bytes(16),
                                bytes(5000))
                        .neverLookedUp(),
                TypeSample.of(
                                "json",
                                byte[].class,
                                "{\"a\":[1,2.50,null]}".getBytes(StandardCharsets.UTF_8),
                                ("[\"" + "x".repeat(300) + "\"]").getBytes(StandardCharsets.UTF_8))
                        .neverLookedUp(),
                TypeSample.of("interval day to second", Duration.class, Duration.ofHours(30), Duration.ofSeconds(1)),
                new TypeSample("integer array", Integer[].class, List.of(new Integer[] {1, 2}, new Integer[0]), true),
                new TypeSample("varchar array", String[].class, List.of(new String[] {"a", "b"}, new String[0]), true));
    }

    private static TypeSample decimals(String sql, String... values) {
        Object[] numbers = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            numbers[i] = new BigDecimal(values[i]);
        }
        return TypeSample.of(sql, BigDecimal.class, numbers);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 7 - 3);
        }
        return bytes;
    }
}
