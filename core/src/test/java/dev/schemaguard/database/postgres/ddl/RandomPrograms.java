package dev.schemaguard.database.postgres.ddl;

import dev.schemaguard.database.postgres.ddl.LiveObjects.Live;
import java.util.List;
import java.util.function.Supplier;

/** Random functions, triggers, blocks, and the statements that call what may change the schema. */
final class RandomPrograms {

    private final Draw draw;
    private final Supplier<String> ddl;

    /**
     * What makes them.
     *
     * @param ddl makes statements that a program may hold
     */
    RandomPrograms(Draw draw, Supplier<String> ddl) {
        this.draw = draw;
        this.ddl = ddl;
    }

    List<Supplier<String>> statements() {
        return List.of(
                this::function,
                this::pure,
                this::trigger,
                this::call,
                this::call,
                this::call,
                this::idiom,
                this::idiom,
                this::block,
                this::alter);
    }

    private String name() {
        return draw.of("", "", "public.") + "f" + (1 + draw.number(5));
    }

    private String function() {
        String head = "create " + draw.of("", "or replace ") + "function " + name();
        String plain = ddl.get();
        String body = switch (draw.number(7)) {
            case 0 -> plain + "; ";
            case 1 ->
                "execute format('alter table %I add column z" + draw.number(9) + " int', " + draw.of("tbl", "'t1'")
                        + "); ";
            case 2 -> "execute '" + plain.replace("'", "''") + "'; ";
            case 3 -> "perform " + draw.name(draw.any("function")) + "(); ";
            case 4 ->
                "if exists (select 1 from pg_class where relname = 't" + draw.number(7) + "') then " + plain
                        + "; end if; ";
            case 5 ->
                "execute 'alter table t" + draw.number(7) + " add column if not exists ' || 'y" + draw.number(4)
                        + " int'; ";
            default -> "tbl := " + draw.name(draw.any("function")) + "(); ";
        };
        return switch (draw.number(6)) {
            case 0 ->
                head + "() returns trigger language plpgsql as $$ declare tbl text := 't2'; begin " + body
                        + "return new; end $$";
            case 1 ->
                "create procedure p" + draw.number(3) + "() language plpgsql as $$ declare tbl text := 't2'; begin "
                        + body + "end $$";
            case 2 -> head + "() returns void language sql as $$ " + plain + " $$";
            case 3 ->
                head + "(tbl text default 't1') returns int language plpgsql as $$ begin " + body + "return 1; end $$";
            default ->
                head + "() returns int language plpgsql " + draw.of("", "immutable ", "volatile ")
                        + "as $$ declare tbl text := 't1'; begin " + body + "return 1; end $$";
        };
    }

    private String pure() {
        return "create " + draw.of("", "or replace ") + "function " + name()
                + draw.of(
                        "(x integer) returns integer language sql immutable as 'select x + 1'",
                        "() returns integer language sql immutable as 'select 1'",
                        "(x integer) returns integer language sql immutable return x",
                        "() returns int language plpgsql as $$ begin return 1; end $$",
                        "() returns setof text language sql as $$ select relname::text from pg_class where relname like 't_' $$");
    }

    private String trigger() {
        Live table = draw.table();
        return draw.chance(85)
                ? "create trigger g" + draw.number(4) + draw.of(" before", " after")
                        + draw.of(" insert", " update", " insert or delete") + " on " + draw.name(table)
                        + draw.of(" for each row", " for each statement", "") + " execute "
                        + draw.of("function ", "procedure ") + draw.name(draw.any("handler")) + "()"
                : "drop trigger " + draw.any(draw.live().of("trigger")).name() + " on " + draw.name(table);
    }

    private String call() {
        Live function = draw.any("function");
        String call = draw.name(function) + (function.fact(0).isEmpty() ? "()" : draw.of("()", "('t1')", "(1)"));
        Live table = draw.table();
        String column = Draw.quoted(draw.column(table).name());
        String on = draw.name(table);
        return switch (draw.number(30)) {
            case 0, 1, 2 -> "select " + draw.of("", "1, ", "pg_catalog.lower('A'), ") + call;
            case 3 -> "select * from " + call;
            case 4, 5, 6 ->
                "insert into " + on + " (" + column + ") "
                        + draw.of("values (" + call + ")", "select " + call, "(select * from " + call + ")");
            case 7 -> "update " + on + " set " + column + " = " + call;
            case 8 -> "delete from " + on + " where " + column + "::text = " + call + "::text";
            case 9 -> "values (" + call + ")";
            case 10 -> "with x as (select " + call + ") select * from x";
            case 11 -> "explain analyze select " + call;
            case 12 -> "prepare s" + draw.number(999) + " as select " + call;
            case 13 -> "create table t" + (1 + draw.number(6)) + " as select " + call + " as one";
            case 14 -> "create materialized view v" + draw.number(5) + " as select " + call + " as one";
            case 15 -> "create view v" + draw.number(5) + " as select " + call + " as one";
            case 16 -> "alter table " + on + " add column h" + draw.number(5) + " text default " + call;
            case 17 -> "alter table " + on + " alter " + column + " type text using " + call + "::text";
            case 18 -> "alter table " + on + " alter " + column + " set default " + call;
            case 19 -> "create index on " + on + " ((" + call + "))";
            case 20 -> "call " + draw.name(draw.any("procedure")) + "()";
            case 21 -> "do $$ begin if " + call + " is null then null; end if; end $$";
            case 22 -> "do $$ declare x text; begin x := " + call + "; end $$";
            case 23 ->
                "create domain d" + draw.number(4) + " as text default " + call + " check (" + call + " is not null)";
            case 24 -> "select case when true then " + call + " end into temp table x" + draw.number(99);
            default ->
                "merge into " + on + " using (select 1 as one) as src on false when not matched then insert (" + column
                        + ") values (" + call + ")";
        };
    }

    /** The blocks that scripts are full of, which are followed. */
    private String idiom() {
        String plain = ddl.get();
        Live table = draw.table();
        return switch (draw.number(6)) {
            case 0, 1 ->
                "do $$ begin " + plain + "; exception when "
                        + draw.of(
                                "duplicate_object",
                                "duplicate_table",
                                "duplicate_column",
                                "duplicate_object or duplicate_table",
                                "undefined_table",
                                "undefined_object")
                        + " then null; end $$";
            case 2 ->
                "do $$ begin if not exists (select 1 from pg_type where typname = 'e" + draw.number(5)
                        + "') then create type e" + draw.number(5) + " as enum ('a'); end if; end $$";
            case 3 ->
                "do $$ begin if " + draw.of("", "not ")
                        + "exists (select 1 from information_schema.tables where table_name = '" + table.name()
                        + "') then " + plain + "; end if; end $$";
            case 4 ->
                "do $$ begin if " + draw.of("", "not ")
                        + "exists (select 1 from information_schema.columns where table_name = '" + table.name()
                        + "' and column_name = '" + draw.column(table).name() + "') then " + plain + "; "
                        + draw.of("", "else " + ddl.get() + "; ") + "end if; end $$";
            default ->
                "do $$ begin if " + draw.of("", "not ") + "exists (select from pg_constraint where conname = 'r"
                        + draw.number(9) + "') then " + plain + "; end if; end $$";
        };
    }

    /** What only running it can tell. */
    private String block() {
        String plain = ddl.get();
        String quoted = plain.replace("'", "''");
        return "do $$ declare n text; r record; begin "
                + switch (draw.number(12)) {
                    case 0 ->
                        "for n in select relname from pg_class where relname like 't_' loop execute format('alter table %I add column if not exists w"
                                + draw.number(4) + " int', n); end loop;";
                    case 1 -> "execute '" + quoted + "';";
                    case 2 -> "n := '" + quoted + "'; execute n;";
                    case 3 ->
                        "if (select count(*) from pg_class) > " + draw.of("0", "100000") + " then " + plain
                                + "; end if;";
                    case 4 -> "for i in 1.." + draw.number(3) + " loop " + plain + "; end loop;";
                    case 5 ->
                        "begin " + plain + "; perform 1 / " + draw.of("0", "1") + "; exception when others then "
                                + draw.of("null", ddl.get()) + "; end;";
                    case 6 ->
                        "select relname into n from pg_class where relname like 't_' order by 1 limit 1; execute 'drop table ' || n || ' cascade';";
                    case 7 ->
                        "if "
                                + draw.of(
                                        "true",
                                        "false",
                                        "1 = 1",
                                        "current_user = 'postgres'",
                                        "current_setting('server_version_num')::int > 90000")
                                + " then " + plain + "; else " + ddl.get() + "; end if;";
                    case 8 -> plain + "; " + draw.of("return; ", "") + ddl.get() + ";";
                    case 9 ->
                        "select conname into n from pg_constraint where contype in ('u', 'c', 'f') limit 1; for r in select conrelid::regclass as t from pg_constraint where conname = n loop execute 'alter table ' || r.t || ' drop constraint ' || quote_ident(n) || ' cascade'; end loop;";
                    case 10 -> "case when " + draw.of("true", "false") + " then " + plain + "; else null; end case;";
                    default -> "while " + draw.of("false", "n is null") + " loop n := 'x'; " + plain + "; end loop;";
                }
                + " end $$";
    }

    private String alter() {
        Live function = draw.any(draw.live().of(draw.of("function", "handler")));
        String head = "alter function " + draw.name(function) + draw.of("", "(" + function.fact(0) + ")");
        return head
                + draw.of(
                        " rename to f" + (1 + draw.number(6)),
                        " owner to current_user",
                        " set schema " + Draw.quoted(draw.any("schema").name()),
                        " volatile");
    }
}
