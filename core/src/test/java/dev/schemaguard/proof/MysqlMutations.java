package dev.schemaguard.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every change that the table of kinds knows, for every table and column of a release on MySQL or MariaDB. */
final class MysqlMutations {

    private static final Pattern TYPE =
            Pattern.compile("([a-z]+(?:\\([^)]*\\))?(?: unsigned)?)(?: character set \\w+ collate \\w+)?(.*)");

    private static final List<String> STRINGS = List.of(
            "text",
            "varchar(2)",
            "varchar(3000)",
            "char(60)",
            "varchar(50) character set latin1",
            "varchar(50) collate utf8mb4_bin",
            "varchar(50) collate utf8mb4_general_ci",
            "varbinary(300)",
            "blob",
            "int",
            "date",
            "enum('good','bad')",
            "json");
    private static final List<String> LISTED = List.of(
            "varchar(30)",
            "varchar(2)",
            "enum('good','bad','up')",
            "enum('up','down','good','bad','so so','it''s','odd')",
            "set('good','bad','up','down','a','b')",
            "set('a','b','c','d')",
            "int");
    private static final List<String> NUMBERS = List.of(
            "tinyint(1)",
            "tinyint",
            "smallint",
            "mediumint",
            "int",
            "int unsigned",
            "bigint",
            "bigint unsigned",
            "decimal(4,1)",
            "decimal(14,4)",
            "float",
            "double",
            "varchar(30)",
            "date",
            "bit(64)",
            "enum('0','1')");
    private static final List<String> TIMES = List.of(
            "date",
            "datetime",
            "datetime(6)",
            "timestamp null",
            "timestamp(6) null",
            "time",
            "varchar(30)",
            "varchar(10)",
            "bigint");
    private static final List<String> BYTES = List.of(
            "text", "varchar(3)", "varbinary(3)", "varbinary(2000)", "longblob", "int", "binary(20)", "bit(64)");

    private final List<Mutation> all = new ArrayList<>();

    private MysqlMutations() {}

    static List<Mutation> of(Release release) {
        MysqlMutations mutations = new MysqlMutations();
        for (ReleaseTable table : release.tables()) {
            if (!table.isView()) {
                mutations.table(table.name());
                mutations.rules(table);
                table.columns().forEach(column -> mutations.column(table, column));
            }
        }
        return mutations.all;
    }

    /** A column's definition with another type. */
    static String retyped(ReleaseColumn column, String type) {
        return type + " " + rest(column);
    }

    private static String rest(ReleaseColumn column) {
        Matcher parts = TYPE.matcher(column.ddl());
        return parts.matches() ? parts.group(2).trim() : "";
    }

    private void table(String t) {
        String alter = "alter table " + t + " ";
        add(t, "drop table " + t);
        add(t, alter + "rename to other");
        add(t, alter + "rename to stored", "create view " + t + " as select * from stored", grant(t));
        add(
                t,
                alter + "rename to stored",
                "create algorithm = temptable view " + t + " as select * from stored",
                grant(t));
        for (String privilege : List.of("select", "insert", "update", "delete")) {
            add(t, "revoke " + privilege + " on " + t + " from @app");
        }
        add(t, alter + "add extra text");
        add(t, alter + "add extra varchar(10) not null default 'x'");
        add(t, alter + "add extra varchar(10) not null");
        add(t, alter + "add extra int not null");
        add(t, alter + "add extra enum('x','y') not null");
        add(t, alter + "add extra datetime not null");
        add(t, alter + "add extra int as (1) stored");
        add(
                t,
                alter + "add extra varchar(10) not null",
                "create trigger fill before insert on " + t + " for each row set new.extra = 'y'");
        add(t, alter + "convert to character set latin1");
    }

    private static String grant(String table) {
        return "grant select, insert, update, delete on " + table + " to @app";
    }

    private void rules(ReleaseTable table) {
        String t = table.name();
        String numbered = table.columns().stream()
                .filter(column -> column.ddl().contains("auto_increment"))
                .map(column -> "modify " + column.name() + " " + column.ddl().replace(" auto_increment", "") + ", ")
                .findFirst()
                .orElse("");
        add(t, "alter table " + t + " " + numbered + "drop primary key");
        for (List<String> key : table.uniques()) {
            String dropped = "alter table " + t + " drop index " + key.get(0);
            String columns = String.join(", ", key);
            add(t, dropped);
            add(t, dropped + ", add index (" + columns + ")");
            add(t, dropped + ", add unique (" + columns.replaceAll("\\b(email|sku|label)\\b", "$1(2)") + ")");
            add(t, dropped + ", add unique renamed (" + columns + ")");
        }
        for (int i = 1; i <= table.references().size(); i++) {
            add(t, "alter table " + t + " drop foreign key " + t + "_ibfk_" + i);
        }
    }

    private void column(ReleaseTable table, ReleaseColumn column) {
        String t = table.name();
        String c = column.name();
        String modify = "alter table " + t + " modify " + c + " ";
        add(t, "alter table " + t + " drop column " + c);
        add(t, "alter table " + t + " rename column " + c + " to other");
        if (column.isNullable()) {
            add(t, modify + column.ddl().replace(" null", "") + " not null");
        } else if (column.isWritten()) {
            add(t, modify + column.ddl().replace(" not null", ""));
        }
        if (column.hasDefault()) {
            add(t, "alter table " + t + " alter " + c + " drop default");
        }
        if (column.isBound()) {
            add(t, "alter table " + t + " add unique (" + c + ")");
            add(t, "alter table " + t + " add unique (" + c + "(1))");
            add(t, "alter table " + t + " add check (" + c + " <> '12')");
            add(
                    t,
                    "create table other as select distinct " + c + " from " + t,
                    "alter table other modify " + c + " "
                            + column.ddl().replaceAll(" (not null|default|on update|null).*", "") + " primary key",
                    "alter table " + t + " add foreign key (" + c + ") references other (" + c + ")");
        }
        for (String type : types(column)) {
            add(t, modify + retyped(column, type));
        }
    }

    private static List<String> types(ReleaseColumn column) {
        String ddl = column.ddl();
        Object value = column.rows().get(0);
        if (ddl.startsWith("enum") || ddl.startsWith("set")) {
            return LISTED;
        }
        if (ddl.startsWith("date") || ddl.startsWith("time")) {
            return TIMES;
        }
        return value instanceof Number || value instanceof Boolean
                ? NUMBERS
                : value instanceof String ? STRINGS : BYTES;
    }

    private void add(String table, String... sql) {
        all.add(Mutation.of(table, sql));
    }
}
