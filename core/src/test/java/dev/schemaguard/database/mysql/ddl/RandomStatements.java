package dev.schemaguard.database.mysql.ddl;

import dev.schemaguard.database.mysql.ddl.RandomColumn.Kind;
import dev.schemaguard.database.mysql.ddl.ServerPicture.TablePicture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes up statements about what a database has at that moment. A server takes most of them; now and then one is about anything. */
final class RandomStatements {

    private static final List<String> TABLES = List.of("t0", "t1", "t2", "t3", "t4");
    private static final List<String> COLUMNS = List.of("a", "b", "c", "d", "e", "A", "of_day");
    private static final List<String> KEYS = List.of("k0", "k1", "a", "b", "a_2", "r0");
    private static final List<String> RULES = List.of("r0", "r1", "r2", "r3");

    private final Random random;
    private final RandomColumn column;
    private ServerPicture there = new ServerPicture(List.of());

    RandomStatements(long seed) {
        this.random = new Random(seed);
        this.column = new RandomColumn(random);
    }

    /** Another statement. */
    String next(ServerPicture now) {
        there = now;
        if (there.tables().size() < 2) {
            return create();
        }
        TablePicture at = any(there.tables());
        boolean full = there.tables().size() >= TABLES.size();
        return switch (random.nextInt(18)) {
            case 0, 1 -> full ? "drop table " + at.name() : create();
            case 2, 3, 4, 5, 6, 7, 8, 9 -> "alter table " + at.name() + " " + actions(at);
            case 10, 11 ->
                "create " + one("", "", "unique ") + "index " + unused(KEYS, at.keys()) + " on " + at.name() + " ("
                        + parts(at) + ")";
            case 12 -> "drop index " + known(at.namedKeys(), KEYS) + " on " + at.name();
            case 13 -> "rename table " + at.name() + " to " + unused(TABLES, tables());
            case 14 -> one("drop table ", "drop table if exists ", "truncate table ") + at.name();
            case 15, 16 ->
                "create " + one("or replace ", "or replace ", "") + "view v" + random.nextInt(2) + " as select "
                        + one("*", name(at), name(at) + " as x, " + name(at) + " as y") + " from " + at.name();
            default ->
                full ? "drop table " + at.name() : "create table " + unused(TABLES, tables()) + " like " + at.name();
        };
    }

    private String create() {
        TablePicture made = new TablePicture(unused(TABLES, tables()));
        List<String> elements = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d").subList(0, 2 + random.nextInt(3))) {
            String definition = definition(made, name);
            made.add(name, definition, definition.contains("not null") ? "NO" : "YES", definition);
            if (definition.contains("primary key")) {
                made.keys().add("PRIMARY");
            }
            elements.add(name + " " + definition);
        }
        int rules = random.nextInt(4);
        for (int i = 0; i < rules; i++) {
            elements.add(rule(made));
        }
        return "create table " + one("", "", "if not exists ") + made.name() + " (" + String.join(", ", elements) + ")"
                + one(
                        "",
                        "",
                        " engine=InnoDB",
                        " default charset=latin1",
                        " charset utf8mb4 collate utf8mb4_unicode_ci",
                        " comment='x' row_format=dynamic",
                        random.nextInt(4) == 0 ? " engine=MyISAM" : "");
    }

    /** A column of a table. */
    private String definition(TablePicture table, String name) {
        boolean computed = random.nextInt(12) == 0 && !table.columns().isEmpty();
        return computed
                ? "int " + one("", "generated always ") + "as (" + name(table) + " is null) " + one("stored", "virtual")
                : column.of(name, !table.hasPrimaryKey() && table.numbered().isEmpty());
    }

    private String rule(TablePicture table) {
        String named = one("", "", "constraint " + one(RULES) + " ");
        return switch (random.nextInt(7)) {
            case 0 ->
                table.hasPrimaryKey() && random.nextInt(6) > 0 ? key(table) : "primary key (" + parts(table) + ")";
            case 1 ->
                named + "unique " + one("", "key ") + one("", unused(KEYS, table.keys())) + " (" + parts(table) + ")";
            case 2, 3 -> key(table);
            case 4, 5 -> reference(table, named);
            default -> named + "check (" + name(table) + one(" > 0", " in (1, 2)", " is not null", " <> 'q'") + ")";
        };
    }

    private String key(TablePicture table) {
        return one("key ", "index ") + one("", unused(KEYS, table.keys())) + " (" + parts(table) + ")";
    }

    /** A foreign key to what can be referred to, if there is any such thing. */
    private String reference(TablePicture table, String named) {
        List<String> possible = new ArrayList<>();
        for (TablePicture target : there.tables()) {
            for (String wanted : target.leading()) {
                for (Map.Entry<String, String> own : table.columns().entrySet()) {
                    boolean same =
                            bare(own.getValue()).equals(bare(target.columns().getOrDefault(wanted, "")));
                    if (same && RandomColumn.kind(own.getValue()) != Kind.LARGE) {
                        possible.add("(" + own.getKey() + ") references " + target.name() + " (" + wanted + ")");
                    }
                }
            }
        }
        if (possible.isEmpty()) {
            possible.add("(" + name(table) + ") references " + one(TABLES) + " (" + one(COLUMNS) + ")");
        }
        return named + "foreign key " + any(possible)
                + one("", "", " on delete cascade", " on update cascade", " on delete set null", " on delete restrict");
    }

    /** The type alone. */
    private static String bare(String type) {
        return type.replaceAll("^bool\\b", "tinyint(1)")
                .replaceAll("^(\\w+int)\\(\\d+\\)", "$1")
                .replaceAll("^int\\(\\d+\\)", "int")
                .replaceAll("^(\\w+(?:\\([^)]*\\))?(?: unsigned)?).*", "$1");
    }

    private String actions(TablePicture at) {
        int count = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(action(at));
        }
        return String.join(", ", parts);
    }

    private String action(TablePicture at) {
        String fresh = unused(COLUMNS, at.columns().keySet());
        String some = name(at);
        return switch (random.nextInt(14)) {
            case 0, 1 ->
                "add " + one("", "column ") + fresh + " " + definition(at, fresh)
                        + one("", "", " first", " after " + some);
            case 2 -> "modify " + some + " " + definition(at, some);
            case 3 -> "change " + some + " " + one(fresh, some) + " " + definition(at, fresh);
            case 4 -> "drop " + one("", "column ") + some;
            case 5, 6, 7 -> "add " + rule(at);
            case 8 -> "drop " + one("key ", "index ") + known(at.namedKeys(), KEYS);
            case 9 -> at.hasPrimaryKey() ? "drop primary key" : "add primary key (" + parts(at) + ")";
            case 10 ->
                "alter " + some
                        + one(
                                " drop default",
                                " set " + column.filling(at.columns().getOrDefault(some, "int")));
            case 11 -> renaming(at, fresh, some);
            case 12 ->
                at.checks().isEmpty()
                        ? "drop foreign key " + known(at.references(), RULES)
                        : one("drop constraint ", "drop constraint ") + known(at.checks(), RULES);
            default ->
                one("default charset=utf8mb4", "convert to character set latin1", "engine=InnoDB", "comment='y'");
        };
    }

    private String renaming(TablePicture at, String fresh, String some) {
        return "rename "
                + one(
                        "column " + some + " to " + fresh,
                        "index " + known(at.namedKeys(), KEYS) + " to " + unused(KEYS, at.keys()),
                        "to " + unused(TABLES, tables()));
    }

    private String parts(TablePicture table) {
        List<String> names = new ArrayList<>(List.of(name(table)));
        String more = name(table);
        if (random.nextInt(2) == 0 && !names.contains(more)) {
            names.add(more);
        }
        List<String> parts = new ArrayList<>();
        for (String name : names) {
            Kind kind = RandomColumn.kind(table.columns().getOrDefault(name, "int"));
            String prefix = kind == Kind.LARGE ? "(2)" : kind == Kind.TEXT ? one("", "", "(2)", "(3)") : "";
            parts.add(name + prefix + one("", "", "", " desc"));
        }
        return String.join(", ", parts);
    }

    private String name(TablePicture table) {
        return known(table.names(), COLUMNS);
    }

    private List<String> tables() {
        return there.tables().stream().map(TablePicture::name).toList();
    }

    /** One that there is, as a rule. */
    private String known(Collection<String> known, List<String> choices) {
        return known.isEmpty() || random.nextInt(25) == 0 ? one(choices) : any(List.copyOf(known));
    }

    /** One that is not there yet, as a rule. */
    private String unused(List<String> choices, Collection<String> known) {
        List<String> free = choices.stream()
                .filter(choice -> known.stream().noneMatch(choice::equalsIgnoreCase))
                .toList();
        return free.isEmpty() || random.nextInt(25) == 0 ? one(choices) : any(free);
    }

    private String one(String... choices) {
        return any(List.of(choices));
    }

    private String one(List<String> choices) {
        return any(choices);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
