package dev.schemaguard.database.mysql.ddl;

import java.util.List;
import java.util.Random;

/** Makes up columns; most of them a server takes. */
final class RandomColumn {

    static final List<String> TYPES = List.of(
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

    private static final List<String> ANY_DEFAULT = List.of(
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

    RandomColumn(Random random) {
        this.random = random;
    }

    /** The type and what follows it; the column of a key that is named here is none of a primary key that there is already. */
    String of(String name, boolean mayBeKey) {
        String type = one(TYPES);
        String whole = type + (type.endsWith(" null") ? "" : one(List.of("", "", " not null", " not null", " null")));
        String filling = random.nextInt(3) == 0 ? " " + filling(type) : "";
        boolean indexed = kind(type) != Kind.LARGE;
        String more = one(List.of("", "", "", "", " comment 'it''s'", " check (" + name + " > 0)", "key"));
        if (!more.equals("key")) {
            return whole + filling + more;
        }
        if (!indexed || !mayBeKey && random.nextInt(4) > 0) {
            return whole + filling;
        }
        String key = one(List.of(" unique", " primary key", " auto_increment unique"));
        return key.contains("auto")
                ? one(List.of("int", "bigint", "int(11) unsigned", "tinyint")) + key
                : whole.replace(key.contains("primary") ? " null" : "\0", "") + filling + key;
    }

    /** Of what sort a type is: which defaults and keys it takes. */
    enum Kind {
        NUMBER,
        TEXT,
        LARGE,
        TIME,
        OTHER
    }

    static Kind kind(String type) {
        String word = type.replaceAll("[^a-z].*", "");
        return switch (word) {
            case "int", "bigint", "tinyint", "bool", "decimal", "double", "float", "smallint", "mediumint" ->
                Kind.NUMBER;
            case "varchar", "char", "varbinary", "binary" -> Kind.TEXT;
            case "text", "tinytext", "mediumtext", "longtext", "blob", "tinyblob", "longblob", "json" -> Kind.LARGE;
            case "date", "datetime", "timestamp", "time", "year" -> Kind.TIME;
            default -> Kind.OTHER;
        };
    }

    /** A default, most often one that the type takes. */
    String filling(String type) {
        if (random.nextInt(8) == 0) {
            return one(ANY_DEFAULT);
        }
        return "default "
                + switch (kind(type)) {
                    case NUMBER -> one(List.of("1", "'1'", "0", "null", "(1 + 2)", "true", "-1", "'0'"));
                    case TEXT -> one(List.of("''", "'x'", "null", "'a''b'", "(lower('X'))", "1"));
                    case LARGE -> one(List.of("null", "('{}')"));
                    case TIME -> time(type);
                    case OTHER -> type.startsWith("bit") ? one(List.of("b'101'", "1", "null")) : one(List.of("null"));
                };
    }

    private String time(String type) {
        return switch (type.replaceAll(" .*", "")) {
            case "date" -> one(List.of("'2020-02-03'", "null", "(current_date)"));
            case "datetime(3)" -> one(List.of("current_timestamp(3)", "'2020-02-03 04:05:06.7'", "null", "now(3)"));
            case "timestamp" ->
                one(List.of("current_timestamp", "now()", "null", "current_timestamp on update current_timestamp"));
            case "year" -> one(List.of("2020", "'1999'", "null"));
            default -> one(List.of("'10:00'", "null", "'00:00:01'"));
        };
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
