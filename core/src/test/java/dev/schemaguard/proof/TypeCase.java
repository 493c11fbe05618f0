package dev.schemaguard.proof;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A column type with the values that a release stores in such a column.
 *
 * @param sql the type in SQL
 * @param handling how the release binds and reads it
 * @param values edge values that the type holds
 * @param extremes values, in SQL, that others may store
 * @param lookUp how releases look rows up by such a column
 */
record TypeCase(String sql, Handling handling, List<Object> values, List<String> extremes, LookUp lookUp) {

    /** What has to be created before the types exist. */
    static final List<String> PRELUDE = List.of(
            "create type mood as enum ('good', 'bad', 'so so', 'it''s')",
            "create type hue as enum ('red', 'green')",
            "create domain email as varchar(100)",
            "create domain quantity as integer");

    /** Every type that real schemas mix up, but for those of extensions. */
    static List<TypeCase> builtIn() {
        List<TypeCase> all = new ArrayList<>();
        strings(all);
        numbers(all);
        times(all);
        documents(all);
        others(all);
        arrays(all);
        return all;
    }

    static TypeCase citext() {
        return of("citext", Handling.STRING, Values.strings(1000));
    }

    static TypeCase hstore() {
        return document("hstore", Handling.MAP, Values.MAPS);
    }

    private static void strings(List<TypeCase> all) {
        all.add(of("text", Handling.STRING, Values.strings(10_000)));
        all.add(of("varchar", Handling.STRING, Values.strings(10_000)));
        for (int length : new int[] {255, 20}) {
            all.add(of("varchar(" + length + ")", Handling.STRING, Values.strings(length)));
            all.add(of("char(" + length + ")", Handling.STRING, Values.strings(length)));
        }
        all.add(of("bpchar", Handling.STRING, Values.strings(1000)));
        all.add(of("name", Handling.STRING, Values.NAMES));
        all.add(of("email", Handling.STRING, Values.strings(100)));
        all.add(of("mood", Handling.named("mood"), Values.LABELS));
        all.add(of("hue", Handling.named("hue"), List.of("red", "green")));
    }

    private static void numbers(List<TypeCase> all) {
        all.add(of("smallint", Handling.SHORT, Values.SHORTS, "-32768", "32767"));
        all.add(of("integer", Handling.INTEGER, Values.INTEGERS, "-2147483648", "2147483647"));
        all.add(of("quantity", Handling.INTEGER, Values.INTEGERS, "2147483647"));
        all.add(of("bigint", Handling.LONG, Values.LONGS, "9223372036854775807"));
        all.add(of("numeric", Handling.DECIMAL, Values.NUMERICS, "1e30", "-1e30"));
        for (int[] precision :
                new int[][] {{12, 2}, {6, 2}, {12, 1}, {14, 4}, {19, 0}, {10, 0}, {4, 0}, {3, -2}, {2, 4}}) {
            all.add(numeric(precision[0], precision[1]));
        }
        all.add(of("real", Handling.FLOAT, Values.FLOATS, "3e38"));
        all.add(of("double precision", Handling.DOUBLE, Values.DOUBLES, "1e300"));
        all.add(of("money", Handling.named("money"), Values.AMOUNTS));
        all.add(of("oid", Handling.LONG, Values.OIDS, "4294967295"));
        all.add(of("boolean", Handling.BOOLEAN, Values.BOOLEANS));
    }

    private static TypeCase numeric(int precision, int scale) {
        List<Object> values = Values.numerics(precision, scale);
        String largest = ((BigDecimal) values.get(2)).toPlainString();
        return of("numeric(" + precision + "," + scale + ")", Handling.DECIMAL, values, largest, "-" + largest);
    }

    private static void times(List<TypeCase> all) {
        Handling dateTime = Handling.time(LocalDateTime.class, Types.TIMESTAMP, ResultSet::getTimestamp);
        Handling moment = Handling.time(OffsetDateTime.class, Types.TIMESTAMP_WITH_TIMEZONE, ResultSet::getTimestamp);
        Handling time = Handling.time(LocalTime.class, Types.TIME, ResultSet::getTime);
        all.add(of("timestamp", dateTime, Values.DATE_TIMES));
        all.add(of("timestamp(3)", dateTime, Values.DATE_TIMES_MILLIS));
        all.add(of("timestamptz", moment, Values.MOMENTS));
        all.add(of("timestamptz(3)", moment, Values.MOMENTS_MILLIS));
        all.add(of("date", Handling.time(LocalDate.class, Types.DATE, ResultSet::getDate), Values.DATES));
        all.add(of("time", time, Values.TIMES));
        all.add(of("time(3)", time, Values.TIMES_MILLIS));
        all.add(of(
                "timetz",
                Handling.time(OffsetTime.class, Types.TIME_WITH_TIMEZONE, ResultSet::getTime),
                Values.ZONED_TIMES));
        all.add(of("interval", Handling.INTERVAL, Values.INTERVALS));
        all.add(of("interval(0)", Handling.INTERVAL, List.of("1 mons 2 days", "3 hours 4 secs")));
    }

    private static void documents(List<TypeCase> all) {
        all.add(document("json", Handling.named("json"), Values.DOCUMENTS));
        all.add(document("jsonb", Handling.named("jsonb"), Values.DOCUMENTS));
        all.add(document("xml", Handling.XML, Values.PAPERS));
    }

    private static void others(List<TypeCase> all) {
        all.add(of("uuid", Handling.of(UUID.class, Types.OTHER), Values.UUIDS));
        all.add(of("bytea", Handling.BYTES, Values.BYTES));
        all.add(of("inet", Handling.named("inet"), Values.ADDRESSES));
        all.add(of("cidr", Handling.named("cidr"), Values.NETWORKS));
        all.add(of("int4range", Handling.named("int4range"), List.of("[1,5)", "empty", "(,)")));
        all.add(of("int8range", Handling.named("int8range"), List.of("[1,5)", "[1,9223372036854775806)")));
        all.add(of("tstzrange", Handling.named("tstzrange"), List.of("[2024-01-01 00:00:00+00,)", "empty")));
        all.add(of("bit(8)", Handling.named("bit"), List.of("10101010", "00000000")));
        all.add(of("bit(16)", Handling.named("bit"), List.of("1010101010101010")));
        all.add(of("varbit", Handling.named("varbit"), List.of("", "10101010", "1010101010101010", "1".repeat(100))));
        all.add(of("varbit(8)", Handling.named("varbit"), List.of("", "101", "11111111")));
    }

    private static void arrays(List<TypeCase> all) {
        all.add(array("smallint[]", "smallint", Handling.SHORT, Values.SHORTS, Short.MAX_VALUE));
        all.add(array("integer[]", "integer", Handling.INTEGER, Values.INTEGERS, Integer.MAX_VALUE, "{2147483647}"));
        all.add(array("bigint[]", "bigint", Handling.LONG, Values.LONGS, Long.MAX_VALUE, "{9223372036854775807}"));
        all.add(array("text[]", "text", Handling.STRING, Values.strings(1000), Long.MAX_VALUE));
        all.add(array("varchar(20)[]", "varchar", Handling.STRING, Values.strings(20), Long.MAX_VALUE));
        all.add(array("uuid[]", "uuid", Handling.of(UUID.class, Types.OTHER), Values.UUIDS, Long.MAX_VALUE));
        all.add(array("mood[]", "mood", Handling.named("mood"), Values.LABELS, Long.MAX_VALUE));
    }

    private static TypeCase of(String sql, Handling handling, List<Object> values, String... extremes) {
        return new TypeCase(sql, handling, withNull(values), List.of(extremes), LookUp.EQUAL);
    }

    private static TypeCase document(String sql, Handling handling, List<Object> values) {
        return new TypeCase(sql, handling, withNull(values), List.of(), LookUp.NONE);
    }

    private static TypeCase array(
            String sql, String elementType, Handling element, List<Object> elements, long largest, String... extremes) {
        return new TypeCase(
                sql,
                Handling.array(elementType, largest),
                withNull(Values.arrays(elements)),
                List.of(extremes),
                LookUp.anyOf(element));
    }

    private static List<Object> withNull(List<Object> values) {
        List<Object> all = new ArrayList<>(values);
        all.add(Values.NULL);
        return List.copyOf(all);
    }
}
