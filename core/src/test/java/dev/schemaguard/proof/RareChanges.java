package dev.schemaguard.proof;

import java.util.ArrayList;
import java.util.List;

/** Changes of what few schemas have: row types, ranges, collations, parts of tables, keys of rare kinds, rights beside tables. */
final class RareChanges {

    private static final String GRANT = "grant select, insert, update, delete on ";

    private RareChanges() {}

    static List<Mutation> all() {
        List<Mutation> all = new ArrayList<>();
        types(all);
        collations(all);
        parts(all);
        views(all);
        keys(all);
        checks(all);
        rights(all);
        rowSecurity(all);
        strangers(all);
        return all;
    }

    private static void types(List<Mutation> all) {
        places(all, "alter type address add attribute zip text");
        places(all, "alter type address drop attribute number");
        places(all, "alter type address rename attribute street to road");
        for (String rows : List.of(
                "(street varchar(3), number integer)",
                "(street text, number bigint)",
                "(street varchar(20), number date)",
                "(number integer, street varchar(20))",
                "(street varchar(20))")) {
            remake(all, "home", "address", "create type address as " + rows);
        }
        for (String subtype : List.of("numeric", "integer", "date", "float4")) {
            remake(all, "speed", "tempo", "create type tempo as range (subtype = " + subtype + ")");
        }
        remake(all, "speed", "tempo", "create type tempo as enum ('[1,2)', 'slow')");
        places(all, "drop type address cascade");
        places(all, "drop extension hstore cascade");
        places(all, "alter table places alter mail type varchar(2) using 'x'");
        places(all, "alter table places alter mail type text");
    }

    private static void remake(List<Mutation> all, String column, String type, String create) {
        places(
                all,
                "alter table places drop " + column,
                "drop type " + type,
                create,
                "alter table places add " + column + " " + type);
    }

    private static void collations(List<Mutation> all) {
        places(all, "alter table places alter word type text collate \"default\"");
        places(all, "alter table places alter word type text collate \"und-x-icu\"");
        places(
                all,
                "create collation loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
                "alter table places alter word type text collate loose");
    }

    private static void parts(List<Mutation> all) {
        for (String part : List.of("events_eu", "events_us", "events_rest")) {
            all.add(Mutation.of("events", "drop table " + part));
            all.add(Mutation.of("events", "alter table events detach partition " + part));
        }
        all.add(Mutation.of("events", "drop table events_rest", "drop table events_us"));
        all.add(Mutation.of("events", "drop table events_eu", "drop table events_rest", "drop table events_us"));
        all.add(Mutation.of("events", "alter table events_eu rename to events_europe"));
        all.add(Mutation.of("events", "create table events_jp partition of events for values in ('jp')"));
        all.add(Mutation.of("notes", "alter table notes_old no inherit notes").alsoFeltBy("notes_old"));
        all.add(Mutation.of("notes", "drop table notes_old").alsoFeltBy("notes_old"));
        all.add(Mutation.of("notes_old", "alter table notes_old add extra text not null"));
    }

    private static void views(List<Mutation> all) {
        all.add(Mutation.of(
                "devices",
                "alter table devices rename to stored",
                "create view devices as select id, upper(label) as label from stored",
                GRANT + "devices to app"));
        all.add(Mutation.of(
                "logs",
                "alter table logs rename to stored",
                "create view logs as select day, line, message || '' as message from stored",
                GRANT + "logs to app"));
        all.add(Mutation.of(
                "logs",
                "alter table logs rename to stored",
                "create view logs as select * from stored",
                "grant select on logs to app"));
        all.add(Mutation.of(
                "logs",
                "alter table logs rename to stored",
                "create materialized view logs as select * from stored",
                "grant select on logs to app"));
    }

    private static void keys(List<Mutation> all) {
        String invalid = "update pg_index set indisvalid = false where indexrelid = '";
        all.add(Mutation.of("devices", invalid + "devices_by_label'::regclass"));
        all.add(Mutation.of(
                "items",
                "alter table items drop constraint items_sku_key",
                "create unique index items_by_sku on items (sku)",
                invalid + "items_by_sku'::regclass"));
        places(
                all,
                "alter table places drop constraint places_alias_key",
                "alter table places add unique nulls not distinct (alias)");
        places(
                all,
                "alter table places drop constraint places_alias_key",
                "create unique index on places (alias) nulls not distinct");
        places(
                all,
                "alter table places drop constraint places_word_key",
                "alter table places add unique (word) deferrable initially deferred");
        places(
                all,
                "alter table places drop constraint places_word_key",
                "create unique index on places (word) where word <> ''");
    }

    private static void checks(List<Mutation> all) {
        String drop = "alter table accounts drop constraint accounts_visits_check";
        all.add(Mutation.of("accounts", drop, "alter table accounts add check (visits >= 0) not enforced"));
        all.add(Mutation.of("accounts", "alter table accounts add check (visits > 5) not enforced"));
        all.add(Mutation.of("accounts", drop, "alter table accounts add check (visits >= 0) not valid"));
        all.add(Mutation.of("orders", "alter table orders add check (quantity > 1) not valid"));
        all.add(Mutation.of(
                "orders",
                "alter table orders drop total",
                "alter table orders add total numeric generated always as (price * quantity) virtual"));
        all.add(Mutation.of(
                "orders",
                "alter table orders drop total",
                "alter table orders add total numeric generated always as (price - quantity) virtual"));
    }

    private static void strangers(List<Mutation> all) {
        for (String action : List.of("", " on delete cascade", " on delete set null", " on update cascade")) {
            all.add(Mutation.of(
                    "accounts",
                    "create table strangers (account bigint references accounts" + action + ")",
                    "insert into strangers select id from accounts"));
        }
        all.add(Mutation.of(
                "devices",
                "alter table devices add unique (label)",
                "create table strangers (label text references devices (label) on delete cascade)",
                "insert into strangers select label from devices"));
    }

    private static void rowSecurity(List<Mutation> all) {
        for (String table : List.of("logs", "tickets", "accounts", "notes")) {
            String enable = "alter table " + table + " enable row level security";
            all.add(Mutation.of(table, enable));
            all.add(Mutation.of(table, enable, "create policy read on " + table + " for select using (true)"));
        }
    }

    private static void rights(List<Mutation> all) {
        all.add(Mutation.of("tickets", "revoke usage on sequence ticket_seq from app"));
        all.add(Mutation.of("orders", "revoke usage on sequence orders_id_seq from app"));
        all.add(Mutation.of("orders", "revoke usage on sequence number_seq from app"));
        all.add(Mutation.of("accounts", "revoke usage on sequence accounts_id_seq from app"));
        all.add(Mutation.of(
                "orders",
                "revoke usage on sequence orders_id_seq from app",
                "grant update on sequence orders_id_seq to app"));
        all.add(Mutation.of(
                "logs",
                "create sequence extra_seq",
                "alter table logs add extra bigint not null default nextval('extra_seq')"));
        all.add(Mutation.of(
                "tickets",
                "create schema other",
                "alter table tickets set schema other",
                "alter sequence ticket_seq set schema other",
                "set local search_path = public, other"));
        all.add(Mutation.of(
                "logs",
                "create schema other",
                "alter table logs set schema other",
                "set local search_path = other, public"));
        all.add(Mutation.of("logs", "revoke all on logs from app", GRANT + "logs to public"));
        all.add(Mutation.of("logs", "revoke update on logs from app", "grant update (line, day) on logs to app"));
    }

    private static void places(List<Mutation> all, String... sql) {
        all.add(Mutation.of("places", sql));
    }
}
