package dev.schemaguard.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements of a release, each as a text of its own with everyday values: those that a mapper makes, with an alias for each
 * table and all columns named, and those that people write.
 */
final class SentStatements {

    private final Wording wording;
    private final Map<String, Sql> statements = new LinkedHashMap<>();

    private SentStatements(Wording wording) {
        this.wording = wording;
    }

    /** The statements by who sends them. */
    static Map<String, Sql> of(Release release, Wording wording) {
        SentStatements sent = new SentStatements(wording);
        release.tables().forEach(table -> {
            sent.reads(table);
            if (!table.isView()) {
                sent.writes(table);
            }
        });
        sent.overSeveralTables();
        return sent.statements;
    }

    private void add(ReleaseTable table, String what, Sql sql) {
        statements.put("com.acme." + table.name() + "#" + what, sql);
    }

    private void reads(ReleaseTable table) {
        String all =
                table.columns().stream().map(column -> "t1_0." + column.name()).collect(Collectors.joining(","));
        add(table, "findById", where("select " + all + " from " + table.name() + " t1_0", "t1_0.", table, table.key()));
        add(table, "findEverything", where("select * from " + table.name(), "", table, table.key()));
        for (ReleaseColumn column : table.columns()) {
            add(
                    table,
                    "read_" + column.name(),
                    where("select " + column.name() + " from " + table.name(), "", table, table.key()));
            add(
                    table,
                    "count_" + column.name(),
                    plain("select count(*) from " + table.name() + " where " + column.name() + " is not null"));
            if (column.isBound()) {
                add(
                        table,
                        "findBy_" + column.name(),
                        where("select 1 from " + table.name() + " x", "x.", table, List.of(column.name())));
            }
        }
    }

    private void writes(ReleaseTable table) {
        Sql insert = Sql.insert(table, table.written(), ReleaseTable.FRESH);
        add(table, "insert", insert);
        add(table, "insertWithoutDefaults", Sql.insert(table, needed(table), ReleaseTable.FRESH));
        table.written().stream()
                .filter(column -> column.isNullable() && !column.hasDefault())
                .forEach(column -> add(
                        table,
                        "insertWithout_" + column.name(),
                        Sql.insert(
                                table,
                                table.written().stream()
                                        .filter(other -> !other.equals(column))
                                        .toList(),
                                ReleaseTable.FRESH)));
        for (ReleaseColumn column : table.written()) {
            if (column.isBound() && !table.key().contains(column.name())) {
                Object value = column.rows().get(ReleaseTable.FRESH);
                add(table, "update_" + column.name(), Sql.update(table, column, value, ReleaseTable.SECOND));
            }
        }
        add(table, "delete", Sql.delete(table, ReleaseTable.SECOND));
        for (List<String> key : table.upsertKeys()) {
            add(table, "put_by_" + String.join("_", key), Sql.upsert(wording, table, key, ReleaseTable.FRESH));
        }
    }

    private static List<ReleaseColumn> needed(ReleaseTable table) {
        return table.written().stream().filter(column -> !column.hasDefault()).toList();
    }

    private void overSeveralTables() {
        Stream.of(
                        "select a.name, o.note from accounts a join orders o on o.account_id = a.id where o.quantity > 0",
                        "select name, note from accounts, orders where account_id = accounts.id and active",
                        "select count(*) from accounts where exists (select 1 from orders where account_id = accounts.id"
                                + " and price > 1)",
                        "with rich as (select id, name from accounts where balance > 0) select r.name, i.sku from rich r"
                                + " left join orders o on o.account_id = r.id left join items i on i.order_id = o.id",
                        "select status, count(*) as many from accounts group by status having count(*) > 0 order by many",
                        "select o.*, a.nick from orders o inner join accounts a on a.id = o.account_id",
                        "select subject from tickets union all select label from devices order by 1",
                        "select id, row_number() over (partition by account_id order by number) from orders",
                        "select (select max(visits) from accounts) as most, l.message from logs l where l.line = 1",
                        "insert into logs (day, line, message) select born, 7, name from accounts where name = 'Ann'",
                        "delete from items where order_id in (select id from orders where note = 'none such')",
                        "select case when active then name else nick end as shown from accounts where code is not null",
                        "select sku from items where kind = 'good' and order_id is null")
                .forEach(text -> statements.put("report.sql:" + statements.size(), plain(text)));
        if (wording == Wording.POSTGRES) {
            Stream.of(
                            "update orders o set note = a.name from accounts a where a.id = o.account_id and a.active",
                            "delete from items i using orders o where o.id = i.order_id and o.quantity < 0",
                            "with gone as (delete from logs where message = 'none such' returning line) select count(*)"
                                    + " from gone",
                            "insert into logs (day, line, message) values (current_date, 9, 'x') on conflict do nothing",
                            "select nextval('ticket_seq')",
                            "select settings ->> 'a' from accounts where (raw ->> 'b') is not null",
                            "update accounts set visits = visits + 1 where email = 'a@x' returning visits, score")
                    .forEach(text -> statements.put("postgres.sql:" + statements.size(), plain(text)));
        }
    }

    private static Sql plain(String text) {
        return new Sql(text, List.of(), List.of());
    }

    private static Sql where(String statement, String alias, ReleaseTable table, List<String> key) {
        List<ReleaseColumn> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (String name : key) {
            columns.add(table.column(name));
            values.add(table.column(name).rows().get(ReleaseTable.FIRST));
        }
        String condition = key.stream().map(name -> alias + name + " = ?").collect(Collectors.joining(" and "));
        return new Sql(statement + " where " + condition, columns, values);
    }
}
