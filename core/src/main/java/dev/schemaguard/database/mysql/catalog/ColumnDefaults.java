package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.database.mysql.dialect.MysqlDialect;
import dev.schemaguard.database.mysql.dialect.MysqlLiteral;
import dev.schemaguard.database.mysql.server.ServerVersion;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a column holds that an insert leaves out. MySQL prints the value of a literal and marks expressions; MariaDB prints SQL.
 *
 * @param server which server prints
 * @param dialect how it spells
 * @param strict whether a column without a default has to be given a value
 */
record ColumnDefaults(ServerVersion server, MysqlDialect dialect, boolean strict) {

    private static final String GENERATED = "DEFAULT_GENERATED";
    private static final Pattern ON_UPDATE = Pattern.compile("(?i)on update (.*)");
    private static final Pattern CLOCK = Pattern.compile("(?i)current_timestamp(?:\\([0-6]?\\))?");
    private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]*");

    private static final Set<String> NUMBERS =
            Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double", "bit", "year");

    private static final Set<String> TIMES = Set.of("datetime", "timestamp");
    private static final Set<String> FILLED_BINARIES = Set.of("binary");

    /** What a column of a type takes where nothing is given and nothing insists (manual, 11.6). */
    private static final Map<String, String> IMPLICIT = Map.of(
            "date", "'0000-00-00'",
            "datetime", "'0000-00-00 00:00:00'",
            "timestamp", "'0000-00-00 00:00:00'",
            "time", "'00:00:00'",
            "year", "0");

    /**
     * The default.
     *
     * @param printed what the catalog prints; nothing where it is null
     * @param extra what the catalog says beside
     * @param notNull whether the column takes no nulls
     * @param schema the schema of the table, which MariaDB prints before a sequence
     */
    ColumnDefault read(Optional<String> printed, String extra, ColumnType type, boolean notNull, String schema) {
        if (printed.isEmpty() || server.isMariadb() && printed.get().equalsIgnoreCase("NULL")) {
            return notNull ? implicit(type) : ColumnDefault.NONE;
        }
        String text = printed.get();
        if (server.isMariadb()) {
            return dialect.columnDefault(withoutPadding(text, type).replace(dialect.quote(schema) + ".", ""));
        }
        String name = typeName(type);
        boolean clock = TIMES.contains(name) && CLOCK.matcher(text).matches();
        if (clock || extra.contains(GENERATED)) {
            return dialect.columnDefault(PrintedExpression.plain(text));
        }
        boolean asItIs = NUMBERS.contains(name)
                || name.endsWith("binary") && HEX.matcher(text).matches();
        return dialect.columnDefault(asItIs ? text : MysqlLiteral.of(text));
    }

    /** MariaDB prints a default of a fixed number of bytes with the noughts that fill it up. */
    private String withoutPadding(String text, ColumnType type) {
        String plain = text;
        while (FILLED_BINARIES.contains(typeName(type)) && plain.endsWith("\\0'")) {
            plain = plain.substring(0, plain.length() - 3) + "'";
        }
        return plain;
    }

    /** An enum takes its first label even where everything else insists on a value (manual, 11.6). */
    private ColumnDefault implicit(ColumnType type) {
        if (type instanceof ColumnType.Labelled labelled && labelled.kind() == ColumnType.Labelled.Kind.ENUM) {
            return dialect.columnDefault(MysqlLiteral.of(labelled.labels().get(0)));
        }
        if (strict) {
            return ColumnDefault.NONE;
        }
        String name = typeName(type);
        return dialect.columnDefault(NUMBERS.contains(name) ? "0" : IMPLICIT.getOrDefault(name, "''"));
    }

    /** What an update gives the column that leaves it out. */
    ColumnDefault onUpdate(String extra) {
        if (extra.isEmpty()) {
            return ColumnDefault.NONE;
        }
        Matcher onUpdate = ON_UPDATE.matcher(extra);
        return onUpdate.find() ? dialect.columnDefault(onUpdate.group(1)) : ColumnDefault.NONE;
    }

    private static String typeName(ColumnType type) {
        return type instanceof ColumnType.Named named ? named.name().name().toLowerCase(Locale.ROOT) : "";
    }
}
