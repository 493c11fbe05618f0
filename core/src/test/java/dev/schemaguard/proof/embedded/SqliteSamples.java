package dev.schemaguard.proof.embedded;

import java.math.BigDecimal;
import java.util.List;

/** Types that schemas for SQLite are written with; what matters of one is the words in it. */
final class SqliteSamples {

    private SqliteSamples() {}

    /** In any table. */
    static List<TypeSample> all() {
        return List.of(
                TypeSample.text("text", 5000),
                TypeSample.text("varchar(20)", 20),
                TypeSample.text("char(36)", 36),
                TypeSample.of("integer", Integer.class, 0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE),
                TypeSample.of("bigint", Long.class, 0L, 1L, Long.MIN_VALUE, Long.MAX_VALUE),
                TypeSample.of("boolean", Boolean.class, true, false),
                TypeSample.of("real", Double.class, 0d, 1d, 1.5d, 0.1d, 1e300, 1234567890.12345d),
                TypeSample.of("double precision", Double.class, 0d, 1d, 1.5d, 0.1d, 1e300, 1234567890.12345d),
                TypeSample.of(
                        "numeric(10,2)",
                        BigDecimal.class,
                        BigDecimal.ZERO,
                        BigDecimal.ONE,
                        new BigDecimal("1.25"),
                        new BigDecimal("99999999.99")),
                TypeSample.of("date", String.class, "2024-02-29"),
                TypeSample.of("datetime", String.class, "2024-02-29 23:59:59.999"),
                TypeSample.of("timestamp", Long.class, 0L, 1709251199999L),
                TypeSample.of("blob", byte[].class, bytes(0), bytes(3), bytes(1000)),
                TypeSample.of("uuid", byte[].class, bytes(16)));
    }

    /** In STRICT tables. */
    static List<TypeSample> strict() {
        return List.of(
                TypeSample.text("text", 5000),
                TypeSample.of("integer", Long.class, 0L, 1L, Long.MIN_VALUE, Long.MAX_VALUE),
                TypeSample.of("int", Integer.class, 0, 1),
                TypeSample.of("real", Double.class, 0d, 1d, 1.5d, 1e300),
                TypeSample.of("blob", byte[].class, bytes(0), bytes(3)),
                TypeSample.text("any", 5000));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 7 - 3);
        }
        return bytes;
    }
}
