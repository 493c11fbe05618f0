package dev.schemaguard.proof;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Values at the edges of types. */
final class Values {

    /** Stands for null, which lists of values do not take. */
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    static final List<Object> NAMES = List.of("", "a", " b  ", "x".repeat(63));
    static final List<Object> SHORTS = List.of((short) 0, (short) 12, (short) -1, Short.MIN_VALUE, Short.MAX_VALUE);
    static final List<Object> INTEGERS = List.of(0, 12, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);
    static final List<Object> LONGS = List.of(0L, 12L, -1L, Long.MIN_VALUE, Long.MAX_VALUE);
    static final List<Object> OIDS = List.of(0L, 12L, 4_294_967_295L);
    static final List<Object> NUMERICS = List.of(
            BigDecimal.ZERO,
            new BigDecimal("1.5"),
            new BigDecimal("-12345678901234567890.123456789"),
            new BigDecimal("1e30"),
            new BigDecimal("1e-20"));
    static final List<Object> FLOATS = List.of(0f, 1.5f, 0.1f, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_NORMAL);
    static final List<Object> DOUBLES = List.of(0d, 1.5d, 0.1d, Double.MAX_VALUE, -1e300, 1234567890.12345d, 1e-300);
    static final List<Object> BOOLEANS = List.of(true, false);
    static final List<Object> UUIDS =
            List.of(new UUID(0, 0), new UUID(-1, -1), UUID.fromString("6f6b2e4e-51a7-4a0b-9f43-0f3c7f0f8a11"));
    static final List<Object> DOCUMENTS = List.of(
            "{\"b\": 1,  \"a\": [1, 2.50, null]}",
            "\"text\"",
            "{\"a\":1,\"a\":2}",
            "null",
            "[\"" + "x".repeat(300) + "\"]");
    static final List<Object> PAPERS = List.of("<a/>", "<a>  <b c=\"d\"/>" + "x".repeat(300) + "</a>");
    static final List<Object> LABELS = List.of("good", "bad", "so so", "it's");
    static final List<Object> DATE_TIMES = List.of(
            LocalDateTime.of(2024, 2, 29, 23, 59, 59, 999_999_000),
            LocalDateTime.of(1970, 1, 1, 0, 0),
            LocalDateTime.of(1, 1, 1, 0, 0),
            LocalDateTime.of(9999, 12, 31, 23, 59, 59, 1_000));
    static final List<Object> DATE_TIMES_MILLIS =
            List.of(LocalDateTime.of(2024, 2, 29, 23, 59, 59, 999_000_000), LocalDateTime.of(1970, 1, 1, 0, 0));
    static final List<Object> MOMENTS = List.of(
            OffsetDateTime.parse("2024-02-29T23:59:59.999999+05:30"),
            OffsetDateTime.parse("1970-01-01T00:00:00Z"),
            OffsetDateTime.parse("2024-11-03T01:30:00.000001-04:00"),
            OffsetDateTime.parse("9999-12-31T12:00:00-11:00"));
    static final List<Object> MOMENTS_MILLIS = List.of(
            OffsetDateTime.parse("2024-02-29T23:59:59.999+05:30"), OffsetDateTime.parse("1970-01-01T00:00:00Z"));
    static final List<Object> DATES =
            List.of(LocalDate.of(2024, 2, 29), LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
    static final List<Object> TIMES =
            List.of(LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, 999_999_000), LocalTime.of(12, 0, 0, 1_000));
    static final List<Object> TIMES_MILLIS = List.of(LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, 999_000_000));
    static final List<Object> ZONED_TIMES =
            List.of(OffsetTime.parse("00:00:00Z"), OffsetTime.parse("23:59:59.999999+05:30"));
    static final List<Object> INTERVALS =
            List.of("1 mons 3 days 4 hours 5 mins 6.789012 secs", "0 secs", "-1 years", "100 hours");
    static final List<Object> BYTES = List.of(
            new byte[0], new byte[] {0, 1, -1}, "text".repeat(300).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    static final List<Object> ADDRESSES = List.of("192.168.0.1", "10.0.0.0/8", "::1");
    static final List<Object> NETWORKS = List.of("10.0.0.0/8", "2001:db8::/32");
    static final List<Object> AMOUNTS = List.of("$0.00", "-$12.34", "$92,233,720,368,547,758.07");
    static final List<Object> MAPS =
            List.of(Map.of(), Map.of("a", "1", "b c", "\"quoted\""), Map.of("long", "x".repeat(300)));

    private Values() {}

    /** Strings up to a length. */
    static List<Object> strings(int longest) {
        List<Object> all =
                List.of("", "a", " b  ", "O'Br\\\"", "ü漢𝄞", "12", "x".repeat(longest), "𝄞".repeat(longest));
        return all.stream()
                .filter(value -> ((String) value).codePoints().count() <= longest)
                .toList();
    }

    /** The extremes of {@code numeric(precision, scale)}, its smallest step, and one between. */
    static List<Object> numerics(int precision, int scale) {
        BigDecimal largest = new BigDecimal(BigInteger.TEN.pow(precision).subtract(BigInteger.ONE), scale);
        return List.of(BigDecimal.ZERO, new BigDecimal(BigInteger.ONE, scale), largest, largest.negate());
    }

    /** Arrays of these elements: none, each alone, all, and a null among them. */
    static List<Object> arrays(List<Object> elements) {
        List<Object> arrays = new ArrayList<>();
        arrays.add(List.of());
        elements.forEach(element -> arrays.add(List.of(element)));
        arrays.add(elements);
        arrays.add(Arrays.asList(elements.get(0), null));
        return arrays;
    }
}
