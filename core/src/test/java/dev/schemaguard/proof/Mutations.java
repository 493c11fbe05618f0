package dev.schemaguard.proof;

import dev.schemaguard.proof.ReleaseColumn.Filling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every change that the table of kinds knows, for every table and column of a release. */
final class Mutations {

    private static final List<String> STRINGS = List.of(
            "text",
            "varchar(2)",
            "varchar(5000)",
            "char(60)",
            "jsonb '{}'",
            "uuid '" + Values.UUIDS.get(0) + "'",
            "mood 'good'",
            "integer '1'",
            "citext");
    private static final List<String> NUMBERS = List.of(
            "smallint",
            "integer",
            "bigint",
            "numeric(4,1)",
            "numeric(14,4)",
            "numeric",
            "real",
            "double precision",
            "text",
            "boolean 't'",
            "uuid '" + Values.UUIDS.get(0) + "'");
    private static final List<String> TIMES = List.of(
            "timestamp",
            "timestamp(0)",
            "timestamptz",
            "date",
            "text",
            "bigint '1'",
            "varchar(10) 'x'",
            "time '10:00'");
    private static final List<String> OTHERS =
            List.of("text", "varchar(3) 'x'", "jsonb '{}'", "bytea ''", "integer '1'");

    private static final Map<Class<?>, List<String>> BY_VALUE = Map.of(
            String.class,
            STRINGS,
            Short.class,
            NUMBERS,
            Integer.class,
            NUMBERS,
            Long.class,
            NUMBERS,
            java.math.BigDecimal.class,
            NUMBERS,
            Float.class,
            NUMBERS,
            Double.class,
            NUMBERS);

    private final List<Mutation> all = new ArrayList<>();

    private Mutations() {}

    static List<Mutation> of(Release release) {
        Mutations mutations = new Mutations();
        for (ReleaseTable table : release.tables()) {
            if (table.isView()) {
                continue;
            }
            mutations.table(table);
            mutations.rules(table);
            table.columns().forEach(column -> mutations.column(table.name(), column));
        }
        return mutations.all;
    }

    private void table(ReleaseTable table) {
        String t = table.name();
        add(t, "drop table " + t + " cascade");
        add(t, "alter table " + t + " rename to other");
        add(t, "alter table " + t + " rename to stored", "create view " + t + " as select * from stored", grant(t));
        add(
                t,
                "alter table " + t + " rename to stored",
                "create view " + t + " as select * from stored limit 9",
                grant(t));
        for (String privilege : List.of("select", "insert", "update", "delete")) {
            add(t, "revoke " + privilege + " on " + t + " from app");
        }
        add(t, "alter table " + t + " add extra text");
        add(t, "alter table " + t + " add extra text not null default 'x'");
        add(t, "alter table " + t + " add extra bigint not null generated always as identity");
        add(
                t,
                "alter table " + t + " add extra text not null default 'x'",
                "alter table " + t + " alter extra drop default");
        add(
                t,
                "create domain needed as text not null default 'x'",
                "alter table " + t + " add extra needed",
                "alter domain needed drop default");
        add(
                t,
                "alter table " + t + " add extra text not null default 'x'",
                "alter table " + t + " alter extra drop default",
                "create function fill() returns trigger language plpgsql as 'begin new.extra := ''y''; return new; end'",
                "create trigger fill before insert on " + t + " for each row execute function fill()");
    }

    private static String grant(String table) {
        return "grant select, insert, update, delete on " + table + " to app";
    }

    private void rules(ReleaseTable table) {
        String t = table.name();
        add(t, "alter table " + t + " drop constraint " + t + "_pkey cascade");
        for (List<String> key : table.uniques()) {
            String columns = String.join(", ", key);
            String name = t + "_" + String.join("_", key) + "_key";
            add(t, "alter table " + t + " drop constraint " + name);
            add(
                    t,
                    "alter table " + t + " drop constraint " + name,
                    "alter table " + t + " add unique (" + columns + ") deferrable");
            add(
                    t,
                    "alter table " + t + " drop constraint " + name,
                    "create unique index on " + t + " (" + columns + ")");
            add(
                    t,
                    "alter table " + t + " drop constraint " + name,
                    "create unique index on " + t + " (" + columns + ") where " + key.get(0) + " is not null");
        }
        for (String column : table.references()) {
            add(t, "alter table " + t + " drop constraint " + t + "_" + column + "_fkey");
        }
    }

    private void column(String t, ReleaseColumn column) {
        String c = column.name();
        String alter = "alter table " + t + " alter " + c;
        add(t, "alter table " + t + " drop " + c + " cascade");
        add(t, "alter table " + t + " rename " + c + " to other");
        if (column.isNullable()) {
            add(t, alter + " set not null");
            add(t, alter + " drop default", alter + " set not null");
        } else if (column.isWritten()) {
            add(t, alter + " drop not null");
        }
        if (column.hasDefault()) {
            add(t, alter + " drop default");
        }
        if (column.isBound()) {
            add(t, "alter table " + t + " add unique (" + c + ")");
            add(
                    t,
                    "create table other (c " + column.ddl().replaceAll(" (not null|default|check|unique).*", "")
                            + " primary key)",
                    "insert into other select distinct " + c + " from " + t,
                    "alter table " + t + " add foreign key (" + c + ") references other");
            add(t, "alter table " + t + " add check (" + c + "::text <> '12')");
        }
        types(t, column);
    }

    private void types(String t, ReleaseColumn column) {
        String c = column.name();
        Object value = column.rows().get(0);
        List<String> types = column.ddl().startsWith("date") || column.ddl().startsWith("time")
                ? TIMES
                : column.handling().equals(Handling.STRING) || !(value instanceof String)
                        ? BY_VALUE.getOrDefault(value.getClass(), OTHERS)
                        : OTHERS;
        for (String type : types) {
            String[] parts = type.split(" '", 2);
            String using = parts.length == 2 ? "'" + parts[1] + "::" + parts[0] : c + "::text::" + type;
            String change = "alter table " + t + " alter " + c + " type " + parts[0] + " using " + using;
            boolean undefaulted = column.hasDefault() && column.filling() != Filling.RELEASE;
            if (undefaulted) {
                add(t, "alter table " + t + " alter " + c + " drop default", change);
            } else {
                add(t, change);
            }
        }
    }

    private void add(String table, String... sql) {
        all.add(Mutation.of(table, sql));
    }
}
