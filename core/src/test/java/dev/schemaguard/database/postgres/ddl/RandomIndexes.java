package dev.schemaguard.database.postgres.ddl;

import static java.util.stream.Collectors.joining;

import dev.schemaguard.database.postgres.ddl.LiveObjects.Live;
import java.util.List;
import java.util.function.Supplier;

/** Random statements about indexes and rows. */
final class RandomIndexes {

    private final Draw draw;

    RandomIndexes(Draw draw) {
        this.draw = draw;
    }

    List<Supplier<String>> statements() {
        return List.of(this::index, this::index, this::dropIndex, this::rows);
    }

    private String index() {
        Live table = draw.table();
        List<Live> columns = draw.live().of("column", table);
        Live first = draw.any(columns);
        String expression = first.fact(0).equals("text")
                ? "lower(" + Draw.quoted(first.name()) + ")"
                : "(" + Draw.quoted(first.name()) + " is null)";
        String parts = draw.chance(20)
                ? expression
                : draw.some(columns, 2).stream()
                        .map(one -> Draw.quoted(one.name())
                                + draw.of("", "", "", " desc", " nulls first", " desc nulls last"))
                        .collect(joining(", "));
        return "create " + draw.of("", "", "unique ") + "index "
                + draw.of("", "concurrently ", "if not exists ", "", "")
                + "i" + draw.number(9) + " on " + draw.of("", "", "only ") + draw.name(table)
                + draw.of("", "", " using btree", " using hash", " using gin") + " (" + parts + ")"
                + (draw.chance(10) ? " include (" + Draw.quoted(draw.of(columns).name()) + ")" : "")
                + (draw.chance(20) ? " where " + draw.condition(Draw.quoted(first.name()), first.fact(0)) : "");
    }

    private String dropIndex() {
        Live index = draw.any("index");
        return draw.chance(70)
                ? "drop index " + draw.of("", "if exists ", "concurrently ") + draw.name(index)
                        + draw.of("", " cascade")
                : "alter index " + draw.name(index) + " rename to i" + draw.number(20);
    }

    private String rows() {
        Live table = draw.table();
        String name = draw.name(table);
        return switch (draw.number(9)) {
            case 0, 1 -> "insert into " + name + " default values";
            case 2 ->
                "update " + name + " set " + Draw.quoted(draw.column(table).name()) + " = null";
            case 3 -> "delete from " + name;
            case 4 -> "truncate " + name + draw.of("", " cascade", " restart identity");
            case 5 -> "with x as (select * from " + name + ") insert into " + name + " select * from x";
            case 6 -> "with gone as (delete from " + name + " returning *) select * from gone";
            case 7 ->
                "comment on "
                        + draw.of(
                                "table " + name,
                                "column " + name + "."
                                        + Draw.quoted(draw.column(table).name()))
                        + " is 'drop table t1; create table x()'";
            default ->
                draw.of(
                        "analyze " + name,
                        "lock table " + name,
                        "grant select on " + name + " to public",
                        "select count(*) from " + name,
                        "explain select * from " + name);
        };
    }
}
