package dev.schemaguard.proof;

import java.util.ArrayList;
import java.util.List;

/** Changes of what only some columns have: labels, checks, counting, computing, collations, updates, names of another case. */
final class MysqlSpecialties {

    private MysqlSpecialties() {}

    static List<Mutation> all() {
        List<Mutation> all = new ArrayList<>();
        labels(all);
        checks(all);
        values(all);
        texts(all);
        keys(all);
        rights(all);
        return all;
    }

    private static void labels(List<Mutation> all) {
        accounts(all, "modify feeling enum('good','bad','so so')");
        accounts(all, "modify feeling enum('good','bad','so so','it''s','odd')");
        accounts(all, "modify feeling enum('bad','good','it''s','so so')");
        accounts(all, "modify mood enum('up') not null");
        accounts(all, "modify flags set('a','c')");
        accounts(all, "modify flags set('a','b','c','d')");
        all.add(Mutation.of("items", "alter table items modify kind enum('good','bad') not null default 'good'"));
        all.add(Mutation.of("items", "alter table items modify kind enum('bad','good','so so','it''s') not null"));
    }

    /** Each server gives other names to checks. */
    private static void checks(List<Mutation> all) {
        for (String name : List.of("accounts_chk_1", "CONSTRAINT_1", "accounts_chk_2", "CONSTRAINT_2")) {
            accounts(all, "drop constraint " + name);
            accounts(all, "drop constraint " + name + ", add check (status in ('new', 'live'))");
            accounts(all, "drop constraint " + name + ", add check (status in ('new', 'live', 'gone', 'odd'))");
            accounts(all, "drop constraint " + name + ", add check (visits > 0)");
            accounts(all, "alter check " + name + " not enforced");
        }
        accounts(all, "add check (balance >= 0)");
        accounts(all, "add check (balance >= 0) not enforced");
        all.add(Mutation.of("logs", "alter table logs add check (line > 0)"));
    }

    private static void values(List<Mutation> all) {
        accounts(all, "alter status set default 'gone'");
        accounts(all, "alter balance set default 7");
        accounts(all, "alter active set default 0");
        accounts(all, "modify created datetime(6) not null default '2000-01-01 00:00:00'");
        accounts(all, "modify created datetime not null default current_timestamp");
        accounts(all, "modify name varchar(50) not null default 'x'");
        accounts(all, "modify id bigint not null");
        accounts(all, "modify id bigint unsigned not null auto_increment");
        orders(all, "modify touched datetime not null default current_timestamp");
        orders(all, "modify note varchar(200) as ('x') stored");
        orders(all, "drop column total, add total decimal(20,2) as (price + quantity) stored");
        orders(all, "drop column total, add total decimal(20,2) as (price * quantity) virtual");
        orders(all, "drop column total, add total decimal(20,2)");
        orders(all, "drop column total, add total decimal(20,2) not null");
    }

    private static void texts(List<Mutation> all) {
        all.add(
                Mutation.of(
                        "devices",
                        "alter table devices modify label varchar(30) character set utf8mb4 collate utf8mb4_general_ci not null"));
        all.add(Mutation.of(
                "devices",
                "alter table devices modify label varchar(30) character set utf8mb3 collate utf8mb3_bin not null"));
        all.add(Mutation.of("devices", "alter table devices modify label varbinary(120) not null"));
        all.add(Mutation.of("devices", "alter table devices modify id binary(36) not null"));
        all.add(Mutation.of("devices", "alter table devices rename column label to Label"));
        all.add(Mutation.of("devices", "alter table devices rename to Devices"));
        accounts(all, "convert to character set utf8mb4 collate utf8mb4_bin");
        accounts(all, "modify name varchar(50) character set ascii not null");
        accounts(all, "modify name varchar(50) character set utf16 not null");
    }

    private static void keys(List<Mutation> all) {
        orders(all, "drop index orders_by_note");
        orders(all, "add unique (note(10))");
        orders(all, "add unique (account_id, number, note(10))");
        all.add(Mutation.of("pages", "alter table pages drop index pages_by_url"));
        all.add(Mutation.of("pages", "alter table pages drop index pages_by_url, add unique pages_by_url (url(10))"));
        all.add(Mutation.of("pages", "alter table pages drop index pages_by_url, add unique pages_by_url (url)"));
        all.add(Mutation.of("logs", "alter table logs add unique (day)"));
        all.add(Mutation.of("logs", "alter table logs drop primary key, add primary key (day, line, message(10))"));
        all.add(Mutation.of("logs", "alter table logs drop primary key, add primary key (line)"));
        for (String action : List.of("", " on delete cascade", " on delete set null", " on update cascade")) {
            all.add(Mutation.of(
                    "accounts",
                    "create table strangers (account bigint, foreign key (account) references accounts (id)" + action
                            + ")",
                    "insert into strangers select id from accounts",
                    "grant select on strangers to @app"));
        }
    }

    private static void rights(List<Mutation> all) {
        all.add(Mutation.of("accounts", "drop view active_accounts"));
        all.add(Mutation.of("accounts", "create or replace view active_accounts as select nick from accounts"));
        all.add(Mutation.of("accounts", "revoke select on active_accounts from @app"));
        all.add(Mutation.of(
                "accounts", "revoke select on accounts from @app", "grant select (id, email) on accounts to @app"));
        all.add(Mutation.of(
                "devices", "revoke update on devices from @app", "grant update (label) on devices to @app"));
        all.add(Mutation.of("devices", "revoke select, insert, update, delete on devices from @app"));
    }

    private static void accounts(List<Mutation> all, String change) {
        all.add(Mutation.of("accounts", "alter table accounts " + change));
    }

    private static void orders(List<Mutation> all, String change) {
        all.add(Mutation.of("orders", "alter table orders " + change));
    }
}
