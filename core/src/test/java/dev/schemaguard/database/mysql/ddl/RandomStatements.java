package dev.schemaguard.database.mysql.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up statements about a few tables; many of them no server takes. */
final class RandomStatements {

    private static final List<String> TYPES = List.of(
            "int",
            "int(11) unsigned",
            "bigint",
            "tinyint(1)",
            "bool",
            "decimal(10,2)",
            "double",
            "float",
            "varchar(20)",
            "varchar(30) character set latin1",
            "char(3) collate utf8mb4_bin",
            "text",
            "tinytext",
            "date",
            "datetime(3)",
            "timestamp null",
            "enum('x','y','z')",
            "set('p','q')",
            "blob",
            "varbinary(16)",
            "bit(3)",
            "json",
            "year",
            "time");

    private static final List<String> DEFAULTS = List.of(
            "default 1",
            "default '1'",
            "default 0",
            "default ''",
            "default null",
            "default 'x'",
            "default '2020-02-03'",
            "default current_timestamp",
            "default (1 + 2)",
            "default true",
            "default -1.50",
            "default b'101'");

    private final Random random;

    RandomStatements(long seed) {
        this.random = new Random(seed);
    }

    /** A script: some tables first, then anything. */
    List<String> script(int statements) {
        List<String> script = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            script.add(create());
        }
        while (script.size() < statements) {
            script.add(next());
        }
        return script;
    }

    private String next() {
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> create();
            case 4, 5, 6, 7, 8, 9 -> "alter table " + table() + " " + list(1 + random.nextInt(3), this::action);
            case 10 ->
                "create " + one("", "unique ", "fulltext ") + "index " + key() + " on " + table() + " (" + parts()
                        + ")";
            case 11 -> "drop index " + key() + " on " + table();
            case 12 -> "rename table " + table() + " to " + table();
            case 13 -> "drop table " + one("", "if exists ") + table();
            case 14 ->
                "create " + one("", "or replace ") + "view v" + random.nextInt(2) + " as select "
                        + one("*", "a", "a as x, b") + " from " + table();
            default -> "create table " + table() + " like " + table();
        };
    }

    private String create() {
        List<String> elements = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d").subList(0, 2 + random.nextInt(3))) {
            elements.add(column(name));
        }
        int rules = random.nextInt(4);
        for (int i = 0; i < rules; i++) {
            elements.add(rule());
        }
        return "create table " + one("", "", "if not exists ") + table() + " (" + String.join(", ", elements) + ")"
                + one(
                        "",
                        " engine=InnoDB",
                        " default charset=latin1",
                        " charset utf8mb4 collate utf8mb4_unicode_ci",
                        " engine=MyISAM",
                        " comment='x' row_format=dynamic");
    }

    private String column(String name) {
        boolean computed = random.nextInt(12) == 0;
        return computed
                ? name + " int " + one("", "generated always ") + "as (" + name() + " + 1) " + one("stored", "virtual")
                : name + " " + TYPES.get(random.nextInt(TYPES.size())) + " "
                        + one("", "", "not null", "not null", "null") + " "
                        + (random.nextInt(3) == 0 ? DEFAULTS.get(random.nextInt(DEFAULTS.size())) : "") + " "
                        + one(
                                "",
                                "",
                                "",
                                "",
                                "unique",
                                "primary key",
                                "auto_increment unique",
                                "comment 'it''s'",
                                "check (" + name + " > 0)");
    }

    private String rule() {
        String named = one("", "", "constraint r" + random.nextInt(4) + " ");
        return switch (random.nextInt(7)) {
            case 0 -> "primary key (" + parts() + ")";
            case 1 -> named + "unique " + one("", "key ") + one("", key()) + " (" + parts() + ")";
            case 2, 3 -> one("key ", "index ") + one("", key()) + " (" + parts() + ")";
            case 4, 5 ->
                named + "foreign key (" + name() + ") references " + table() + " (" + name() + ")"
                        + one("", " on delete cascade", " on update set null", " on delete restrict");
            default -> named + "check (" + name() + one(" > 0", " in (1, 2)", " is not null", " <> 'q'") + ")";
        };
    }

    private String action() {
        return switch (random.nextInt(14)) {
            case 0, 1 -> "add " + one("", "column ") + column(name()) + one("", " first", " after " + name());
            case 2 -> "modify " + column(name());
            case 3 -> "change " + name() + " " + column(name());
            case 4 -> "drop " + one("", "column ") + name();
            case 5, 6, 7 -> "add " + rule();
            case 8 -> "drop " + one("key ", "index ") + one(key(), key(), name());
            case 9 -> "drop primary key";
            case 10 -> "alter " + name() + one(" drop default", " set default 7", " set default 'x'");
            case 11 ->
                "rename "
                        + one("column " + name() + " to " + name(), "index " + key() + " to " + key(), "to " + table());
            case 12 ->
                one("drop foreign key ", "drop constraint ")
                        + one("r" + random.nextInt(4), "t" + random.nextInt(4) + "_ibfk_1");
            default ->
                one("default charset=utf8mb4", "convert to character set latin1", "engine=InnoDB", "comment='y'");
        };
    }

    private String list(int count, java.util.function.Supplier<String> each) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(each.get());
        }
        return String.join(", ", parts);
    }

    private String parts() {
        return list(1 + random.nextInt(2), () -> name() + one("", "", "", "(2)", " desc"));
    }

    private String table() {
        return "t" + random.nextInt(4);
    }

    private String name() {
        return one("a", "b", "c", "d", "e", "A");
    }

    private String key() {
        return one("k0", "k1", "a", "b", "a_2", "r0");
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
