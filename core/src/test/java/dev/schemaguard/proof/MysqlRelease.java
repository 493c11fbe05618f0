package dev.schemaguard.proof;

import dev.schemaguard.proof.ReleaseColumn.Filling;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** A release that uses every family of types of MySQL and MariaDB, keys, enums, numbers that count up, defaults and a view. */
final class MysqlRelease implements Release {

    private static final List<Object> NUMBERED = List.of(1L, 2L, 3L);

    private final List<ReleaseTable> tables =
            List.of(MysqlAccounts.table(), orders(), items(), devices(), logs(), pages(), view());

    @Override
    public List<ReleaseTable> tables() {
        return tables;
    }

    @Override
    public List<String> ddl() {
        List<String> ddl = new ArrayList<>();
        tables.stream().filter(table -> !table.isView()).map(ReleaseTable::ddl).forEach(ddl::add);
        ddl.add("create view active_accounts as select nick, code from accounts where active = 1");
        ddl.add("create index orders_by_note on orders (note, quantity)");
        ddl.add("create unique index pages_by_url on pages (url(100))");
        return ddl;
    }

    private static ReleaseTable orders() {
        return ReleaseTable.table("orders")
                .column(
                        "id",
                        "int unsigned not null auto_increment",
                        Handling.LONG,
                        NUMBERED,
                        List.of(),
                        Filling.DATABASE)
                .column("account_id", "bigint not null", Handling.LONG, 1L, List.of(2L))
                .column(
                        "number",
                        "int not null",
                        Handling.INTEGER,
                        List.of(101, 102, 103),
                        List.of(Integer.MAX_VALUE, -1),
                        Filling.RELEASE)
                .column(
                        "price",
                        "decimal(10,2) not null",
                        Handling.DECIMAL,
                        new BigDecimal("9.99"),
                        List.of(BigDecimal.ZERO, new BigDecimal("99999999.99"), new BigDecimal("-0.01")))
                .column("quantity", "int not null", Handling.INTEGER, 2, List.of(0, -1))
                .column(
                        "total",
                        "decimal(20,2) generated always as (price * quantity) stored",
                        Handling.DECIMAL,
                        List.of(0, 0, 0),
                        List.of(),
                        Filling.DATABASE)
                .column("note", "varchar(200)", Handling.STRING, "note", Values.strings(200))
                .column(
                        "touched",
                        "datetime not null default current_timestamp on update current_timestamp",
                        MysqlTypeCases.DATE_TIME,
                        List.of(
                                LocalDateTime.of(2024, 1, 1, 0, 0),
                                LocalDateTime.of(2024, 1, 1, 0, 0),
                                LocalDateTime.of(2024, 1, 1, 0, 0)),
                        List.of(LocalDateTime.of(2050, 1, 1, 0, 0)),
                        Filling.VOLATILE)
                .key("id")
                .unique("account_id", "number")
                .reference("account_id", "accounts (id)");
    }

    private static ReleaseTable items() {
        return ReleaseTable.table("items")
                .column(
                        "id",
                        "int not null auto_increment",
                        Handling.INTEGER,
                        List.of(1, 2, 3),
                        List.of(),
                        Filling.DATABASE)
                .column("order_id", "int unsigned", Handling.LONG, 1L, List.of(2L))
                .column(
                        "sku",
                        "varchar(20) not null",
                        Handling.STRING,
                        List.of("s1", "s2", "s3"),
                        Values.strings(20),
                        Filling.RELEASE)
                .column(
                        "kind",
                        "enum('good','bad','so so','it''s') not null default 'good'",
                        Handling.STRING,
                        List.of("good", "good", "good"),
                        Values.LABELS,
                        Filling.DEFAULTED)
                .key("id")
                .unique("sku")
                .reference("order_id", "orders (id)");
    }

    private static ReleaseTable devices() {
        return ReleaseTable.table("devices")
                .column(
                        "id",
                        "char(36) not null",
                        Handling.STRING,
                        List.of(
                                "00000000-0000-0001-0000-000000000001",
                                "00000000-0000-0001-0000-000000000002",
                                "00000000-0000-0001-0000-000000000003"),
                        List.of("6f6b2e4e-51a7-4a0b-9f43-0f3c7f0f8a11"),
                        Filling.RELEASE)
                .column(
                        "label",
                        "varchar(30) character set utf8mb4 collate utf8mb4_bin not null",
                        Handling.STRING,
                        List.of("l1", "l2", "l3"),
                        List.of("L1", "L2", "", "ü漢𝄞"),
                        Filling.RELEASE)
                .key("id")
                .unique("label");
    }

    private static ReleaseTable logs() {
        return ReleaseTable.table("logs")
                .column(
                        "day",
                        "date not null",
                        MysqlTypeCases.DATE,
                        LocalDate.of(2024, 1, 1),
                        List.of(LocalDate.of(2024, 2, 29), LocalDate.of(9999, 12, 31)))
                .column("line", "int not null", Handling.INTEGER, List.of(1, 2, 3), Values.INTEGERS, Filling.RELEASE)
                .column(
                        "message",
                        "varchar(2000) not null default ''",
                        Handling.STRING,
                        List.of("m", "m", "m"),
                        Values.strings(2000),
                        Filling.DEFAULTED)
                .key("day", "line");
    }

    private static ReleaseTable pages() {
        return ReleaseTable.table("pages")
                .column("id", "int not null", Handling.INTEGER, List.of(1, 2, 3), List.of(), Filling.RELEASE)
                .column(
                        "url",
                        "varchar(500) not null",
                        Handling.STRING,
                        List.of("u1", "u2", "u3"),
                        List.of("x".repeat(500)),
                        Filling.RELEASE)
                .key("id")
                .uniqueExpression("url(100)");
    }

    private static ReleaseTable view() {
        return ReleaseTable.view("active_accounts")
                .column("nick", "text", Handling.STRING, "annie", List.of())
                .column("code", "char(3)", Handling.STRING, "abc", List.of())
                .key("nick");
    }
}
