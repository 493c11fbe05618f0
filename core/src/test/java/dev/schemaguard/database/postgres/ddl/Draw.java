package dev.schemaguard.database.postgres.ddl;

import dev.schemaguard.database.postgres.ddl.LiveObjects.Live;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws what a random statement is made of: names, types, defaults, rules. */
final class Draw {

    private static final List<String> COLUMNS = List.of("id", "a", "b", "c", "d", "e", "\"Mixed\"", "\"order\"", "g");

    /** Types, and defaults in the spellings that a script may use for them. */
    private static final Map<String, List<String>> DEFAULTS = Map.ofEntries(
            Map.entry("int", List.of("0", "-1", "(1 + 2) * 3", "'7'", "5::int", "NULL", "length('abc')", "+4")),
            Map.entry("bigint", List.of("7", "'-3'::bigint", "extract(epoch from now())", "2::bigint")),
            Map.entry("smallint", List.of("2::smallint", "1")),
            Map.entry(
                    "text",
                    List.of(
                            "'x'",
                            "'it''s'",
                            "E'a\\nb'",
                            "upper('x')",
                            "current_user",
                            "'a' || 'b'",
                            "null::text",
                            "''",
                            "md5('q')",
                            "'today'",
                            "$q$d$q$",
                            "U&'\\0041'")),
            Map.entry("varchar(20)", List.of("'abc'", "'abc'::varchar", "''", "substr('abcd', 2)")),
            Map.entry("char(3)", List.of("'a'", "'abc'::bpchar")),
            Map.entry("numeric(10,2)", List.of("0.00", "1e3", "'2.5'", "-1", "(10)::numeric", "round(2.567, 2)")),
            Map.entry("numeric", List.of("0", "0E-8", ".5", "1.")),
            Map.entry("double precision", List.of("1.50", "1e3", "'2.5'", "pi()", "'NaN'")),
            Map.entry("boolean", List.of("true", "'yes'", "(not true)", "false", "'f'::boolean", "1 = 1")),
            Map.entry("date", List.of("current_date", "'2020-1-1'", "current_date + 7", "'epoch'", "now()")),
            Map.entry(
                    "timestamp",
                    List.of(
                            "now()",
                            "'2020-01-01'",
                            "localtimestamp",
                            "(now() at time zone 'utc')",
                            "current_timestamp",
                            "'infinity'")),
            Map.entry("timestamp(3)", List.of("localtimestamp(3)", "'2020-01-01 00:00:00.5'")),
            Map.entry(
                    "timestamptz",
                    List.of(
                            "now()",
                            "now() - interval '1 day'",
                            "current_timestamp + '1 hour'::interval",
                            "clock_timestamp()")),
            Map.entry("time", List.of("'12:00'", "localtime")),
            Map.entry("interval", List.of("'1 day'", "interval '2' hour", "'90 minutes'::interval")),
            Map.entry("uuid", List.of("gen_random_uuid()", "'00000000-0000-0000-0000-000000000000'")),
            Map.entry("jsonb", List.of("'{\"b\": 1, \"a\":  [1,2]}'", "'[]'::jsonb", "jsonb_build_object()")),
            Map.entry("json", List.of("'{ }'", "'{}'::json")),
            Map.entry("bytea", List.of("'\\x00ff'", "'abc'")),
            Map.entry("inet", List.of("'127.0.0.1'")),
            Map.entry("int[]", List.of("'{1,2}'", "array[1, 2]", "'{}'", "array[]::int[]")),
            Map.entry("text[]", List.of("array['a b', 'c']", "'{\"a b\",c}'", "'{}'::text[]")),
            Map.entry("int4range", List.of("'[1,5]'", "'empty'", "int4range(1, 3)")),
            Map.entry("point", List.of("'(1,2)'", "point(0, 1)")));

    private static final List<String> TYPES =
            DEFAULTS.keySet().stream().sorted().toList();

    private final Random random;
    private LiveObjects live = LiveObjects.NONE;

    Draw(long seed) {
        random = new Random(seed);
    }

    void look(LiveObjects found) {
        live = found;
    }

    LiveObjects live() {
        return live;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int number(int below) {
        return random.nextInt(below);
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    String of(String... all) {
        return all[random.nextInt(all.length)];
    }

    /** An object of a kind; it ends the statement where there is none. */
    Live any(String kind) {
        return any(live.of(kind));
    }

    <T> T any(List<T> all) {
        if (all.isEmpty()) {
            throw new Nothing();
        }
        return of(all);
    }

    /** Some of them, at least one, in any order. */
    <T> List<T> some(List<T> all, int most) {
        List<T> left = new ArrayList<>(all);
        List<T> chosen = new ArrayList<>();
        int count = 1 + random.nextInt(most);
        while (chosen.size() < count && !left.isEmpty()) {
            chosen.add(left.remove(random.nextInt(left.size())));
        }
        if (chosen.isEmpty()) {
            throw new Nothing();
        }
        return chosen;
    }

    Live table() {
        return any("table");
    }

    Live column(Live table) {
        return any(live.of("column", table));
    }

    /** The name of an object as a statement may write it. */
    String name(Live object) {
        boolean found = live.path().contains(object.schema()) || object.schema().equals("pg_temp");
        boolean bare = found && chance(object.schema().equals("pg_temp") ? 90 : 75);
        return bare ? quoted(object.name()) : quoted(object.schema()) + "." + quoted(object.name());
    }

    static String quoted(String name) {
        return name.matches("[a-z_][a-z0-9_]*") && !name.equals("order") ? name : '"' + name + '"';
    }

    /** A name for something new. */
    String fresh(String prefix, int most) {
        String name = prefix + (1 + random.nextInt(most));
        List<Live> schemas = live.of("schema");
        return chance(15) && !schemas.isEmpty() ? quoted(of(schemas).name()) + "." + name : name;
    }

    String freshColumn() {
        return chance(3) ? "x" + random.nextInt(20) : of(COLUMNS);
    }

    /** A type of any kind. */
    String type() {
        List<Live> own = new ArrayList<>(live.of("enum"));
        own.addAll(live.of("domain"));
        own.addAll(live.of("composite"));
        if (!own.isEmpty() && chance(20)) {
            return name(of(own)) + (chance(10) ? "[]" : "");
        }
        return chance(35) ? "int" : chance(25) ? "text" : of(TYPES);
    }

    /** A default that fits a type, by its spelling here or by that of the server. */
    String defaultOf(String type) {
        for (Live function : live.of("function")) {
            if (function.fact(2).equals("int4")
                    && function.fact(0).isEmpty()
                    && type.matches("int|integer")
                    && chance(20)) {
                return name(function) + "()";
            }
        }
        if (type.matches("int|integer|bigint")
                && chance(15)
                && !live.of("sequence").isEmpty()) {
            Live sequence = of(live.of("sequence"));
            return "nextval('" + name(sequence) + "'" + of("", "::regclass") + ")";
        }
        for (Live own : live.of("enum")) {
            if (type.equals(name(own)) || type.endsWith(own.name())) {
                String label = "'" + of(own.facts().split(",", -1)) + "'";
                return chance(50) ? label : label + "::" + name(own);
            }
        }
        return of(DEFAULTS.getOrDefault(spelled(type), List.of("NULL", "'1'", "'a'")));
    }

    private static String spelled(String type) {
        return switch (type) {
            case "integer" -> "int";
            case "integer[]" -> "int[]";
            case "character varying(20)" -> "varchar(20)";
            case "character(3)" -> "char(3)";
            case "timestamp without time zone" -> "timestamp";
            case "timestamp with time zone" -> "timestamptz";
            case "time without time zone" -> "time";
            default -> type;
        };
    }

    /** A condition on a column. */
    String condition(String column, String type) {
        List<Live> pure = live.of("function").stream()
                .filter(one -> one.fact(1).equals("i") && one.fact(0).endsWith("integer"))
                .toList();
        if (type.matches("int|integer") && !pure.isEmpty() && chance(25)) {
            return name(of(pure)) + "(" + column + ") > 0";
        }
        if (type.matches("int|integer|bigint|smallint|numeric.*|double precision")) {
            return of(
                    column + " > 0",
                    column + " between 1 and 9",
                    column + " <> ALL (ARRAY[3, 4])",
                    column + " in (1, 2, 3)",
                    "(" + column + " + 1) * 2 >= 0 or " + column + " is null");
        }
        if (type.matches("text|varchar.*|character varying.*")) {
            return of(
                    column + " <> ''",
                    column + " in ('a', 'b')",
                    "length(" + column + ") < 10",
                    column + " ~ '^[a-z]+$'",
                    column + " like 'x%'",
                    "lower(" + column + ") = " + column);
        }
        return column + of(" is not null", " is distinct from null");
    }

    /** There is nothing that a statement of that form could be about. */
    static final class Nothing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Nothing() {
            super("nothing", null, false, false);
        }
    }
}
