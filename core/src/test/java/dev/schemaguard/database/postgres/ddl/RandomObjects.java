package dev.schemaguard.database.postgres.ddl;

import dev.schemaguard.database.postgres.ddl.LiveObjects.Live;
import java.util.List;
import java.util.function.Supplier;

/** Random statements about schemas, types, sequences and views. */
final class RandomObjects {

    private final Draw draw;

    RandomObjects(Draw draw) {
        this.draw = draw;
    }

    List<Supplier<String>> statements() {
        return List.of(
                this::schema,
                this::path,
                this::type,
                this::type,
                this::alterType,
                this::domain,
                this::sequence,
                this::alterSequence,
                this::view,
                this::view,
                this::alterView,
                this::dropObject,
                this::dropObject,
                this::other);
    }

    private String schema() {
        // Without its search path's schema a database cannot be looked at, which is said, and is no matter of the
        // reader.
        List<Live> own = draw.live().of("schema").stream()
                .filter(one -> !one.name().equals("public"))
                .toList();
        return switch (draw.number(5)) {
            case 0 ->
                "drop schema " + draw.of("", "if exists ")
                        + Draw.quoted(draw.any(own).name()) + draw.of("", " cascade");
            case 1, 4 -> "alter schema " + Draw.quoted(draw.any(own).name()) + " rename to s" + draw.number(4);
            case 2 ->
                "create schema s" + draw.number(4) + " create table t" + draw.number(4)
                        + " (id int primary key) create view v" + draw.number(4) + " as select 1 as one";
            default -> "create schema " + draw.of("", "if not exists ") + "s" + draw.number(4);
        };
    }

    private String path() {
        String schema = Draw.quoted(draw.any("schema").name());
        return draw.of(
                "set search_path = " + schema + ", public",
                "set search_path to " + schema,
                "set session search_path = " + schema + ", public",
                "set local search_path = " + schema,
                "select set_config('search_path', '" + schema + "', false)",
                "reset search_path",
                "set schema '" + schema + "'",
                "set search_path = public",
                "reset all");
    }

    private String type() {
        String name = draw.fresh("e", 4);
        return "create type " + name
                + draw.of(
                        " as enum ('a', 'b')",
                        " as enum ('a', 'b', 'c')",
                        " as enum ('x')",
                        " as (x int, y text)",
                        " as range (subtype = int4)",
                        "");
    }

    private String alterType() {
        Live type = draw.any(draw.live().of(draw.of("enum", "enum", "enum", "domain", "composite")));
        String head = "alter " + (type.kind().equals("domain") ? "domain " : "type ") + draw.name(type) + " ";
        List<String> labels =
                type.facts().isEmpty() ? List.of("a") : List.of(type.facts().split(",", -1));
        if (type.kind().equals("domain") && draw.chance(70)) {
            return head
                    + draw.of(
                            "set default 5",
                            "drop default",
                            "set not null",
                            "drop not null",
                            "add check (value is not null)",
                            "add constraint dc check (value is distinct from null) not valid",
                            "drop constraint if exists dc",
                            "drop constraint dc cascade",
                            "validate constraint dc",
                            "rename constraint dc to dd");
        }
        return head
                + switch (draw.number(8)) {
                    case 0, 1 ->
                        "add value " + draw.of("", "if not exists ") + "'" + draw.of("a", "b", "c", "z", "it''s") + "'"
                                + draw.of("", " before '" + draw.of(labels) + "'", " after '" + draw.of(labels) + "'");
                    case 2, 3 -> "rename value '" + draw.of(labels) + "' to 'r" + draw.number(9) + "'";
                    case 4 -> "rename to e" + draw.number(5);
                    case 5 -> "set schema " + Draw.quoted(draw.any("schema").name());
                    case 6 ->
                        draw.of(
                                        "add attribute z int",
                                        "drop attribute x",
                                        "rename attribute y to yy",
                                        "alter attribute x type bigint")
                                + draw.of("", " cascade");
                    default -> "owner to current_user";
                };
    }

    private String domain() {
        String type = draw.of("int", "text", "numeric(10,2)", "timestamptz", "varchar(20)", draw.type());
        return "create domain " + draw.fresh("d", 3) + draw.of(" as ", " ") + type
                + (draw.chance(40) ? " default " + draw.defaultOf(type) : "") + draw.of("", "", " not null")
                + (draw.chance(40)
                        ? draw.of("", " constraint dc") + " check (" + draw.condition("value", type) + ")"
                        : "");
    }

    private String sequence() {
        return "create " + draw.of("", "", "temporary ") + "sequence " + draw.of("", "if not exists ")
                + draw.fresh("q", 4)
                + draw.of(
                        "",
                        "",
                        " as int",
                        " increment 5",
                        " increment by -1 start with 3 maxvalue 9",
                        " cache 4",
                        " owned by " + owner());
    }

    private String owner() {
        Live table = draw.table();
        return draw.name(table) + "." + Draw.quoted(draw.column(table).name());
    }

    private String alterSequence() {
        Live sequence = draw.any("sequence");
        String head = "alter sequence " + draw.of("", "if exists ") + draw.name(sequence) + " ";
        return head
                + draw.of(
                        "increment 7",
                        "restart",
                        "restart with 4",
                        "owned by none",
                        "owned by " + owner(),
                        "rename to q" + draw.number(6),
                        "set schema " + Draw.quoted(draw.any("schema").name()),
                        "as bigint",
                        "no cycle");
    }

    private String view() {
        Live table = draw.any(draw.live().of(draw.of("table", "table", "view")));
        List<Live> columns = draw.live().of("column", table);
        String query = columns.isEmpty() || draw.chance(25)
                ? "select * from " + draw.name(table)
                : "select "
                        + String.join(
                                ", ",
                                draw.some(columns, 3).stream()
                                        .map(one -> Draw.quoted(one.name()))
                                        .toList()) + " from " + draw.name(table);
        String kind = draw.of("view ", "view ", "materialized view ", "temporary view ");
        String replace = draw.chance(30) && !kind.startsWith("mat") ? "create or replace " : "create ";
        // Of "(x) AS SELECT *" only the first column is read, and nothing says that there are more.
        String list = query.contains("*") ? "" : draw.of("", "", "", " (x)");
        return replace + kind + draw.fresh("v", 4) + list + " as " + query + draw.of("", "", " where true", " limit 1");
    }

    private String alterView() {
        Live view = draw.any("view");
        String kind = view.is("m") ? "materialized view " : "view ";
        return switch (draw.number(5)) {
            case 0 -> "alter " + kind + draw.name(view) + " rename to v" + draw.number(6);
            case 1 ->
                "alter " + kind + draw.name(view) + " set schema "
                        + Draw.quoted(draw.any("schema").name());
            case 2 -> "refresh materialized view " + draw.name(view);
            case 3 -> "select * from " + draw.name(view);
            default -> "drop " + kind + draw.of("", "if exists ") + draw.name(view) + draw.of("", " cascade");
        };
    }

    private String dropObject() {
        Live object = draw.any(draw.live()
                .of(draw.of(
                        "sequence",
                        "sequence",
                        "enum",
                        "domain",
                        "composite",
                        "range",
                        "function",
                        "function",
                        "handler",
                        "procedure")));
        String kind = switch (object.kind()) {
            case "sequence" -> "sequence";
            case "domain" -> "domain";
            case "procedure" -> "procedure";
            case "function", "handler" -> "function";
            default -> "type";
        };
        String arguments =
                kind.equals("function") || kind.equals("procedure") ? draw.of("", "(" + object.fact(0) + ")") : "";
        return "drop " + kind + " " + draw.of("", "if exists ") + draw.name(object) + arguments
                + draw.of("", " cascade", " cascade");
    }

    private String other() {
        return draw.of(
                "create role app_" + draw.number(1000),
                "create extension if not exists plpgsql",
                "drop owned by nobody",
                "set client_min_messages = warning",
                "notify x, 'create table z()'",
                "discard plans",
                "show search_path",
                "deallocate all",
                "create collation if not exists coll1 (locale = 'C')",
                "drop collation if exists coll1 cascade",
                "values (1), (2)",
                "set constraints all deferred",
                "checkpoint",
                "select pg_sleep(0)",
                "create statistics st1 on a, b from t1",
                "drop statistics if exists st1",
                "create rule r1 as on insert to t1 do nothing",
                "create policy p1 on t1 using (true)",
                "discard temp");
    }
}
