package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.database.mysql.dialect.MysqlDialect;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the guarded connection is, and how it is set.
 *
 * @param database the database in which names are looked for; empty where the URL names none
 * @param user the connected account, as {@code name@host}
 * @param modes all of the SQL modes
 * @param tableCase the value of {@code lower_case_table_names}
 * @param revokesPartially whether what is granted everywhere can be taken back on single schemas (MySQL manual, 6.2.12)
 */
record Session(Optional<String> database, String user, Set<String> modes, String tableCase, boolean revokesPartially) {

    /** What is asked for; what is in the comment, of MySQL from 8.0.16 on, and of MariaDB not (MySQL manual, 9.7). */
    static final String COLUMNS = "database(), current_user(), @@session.sql_mode, @@lower_case_table_names,"
            + " 0 /*!80016 + @@global.partial_revokes */";

    /** How many these are. */
    static final int WIDTH = 5;

    /** The question. */
    static final String ASK = "select " + COLUMNS;

    /**
     * The modes by which a statement is refused, cuts, or means something else (manual, 5.1.11). What they do to scripts is the
     * reader's business.
     */
    private static final Set<String> LAW = Set.of(
            "ANSI_QUOTES",
            "ERROR_FOR_DIVISION_BY_ZERO",
            "HIGH_NOT_PRECEDENCE",
            "NO_AUTO_VALUE_ON_ZERO",
            "NO_BACKSLASH_ESCAPES",
            "NO_UNSIGNED_SUBTRACTION",
            "NO_ZERO_DATE",
            "NO_ZERO_IN_DATE",
            "ONLY_FULL_GROUP_BY",
            "PAD_CHAR_TO_FULL_LENGTH",
            "PIPES_AS_CONCAT",
            "STRICT_ALL_TABLES",
            "STRICT_TRANS_TABLES");

    static Session read(CatalogStatement catalog) throws SQLException {
        Session[] found = new Session[1];
        catalog.ask("session", ASK, List.of(), row -> found[0] = of(row));
        return found[0];
    }

    static Session of(CatalogRow row) {
        return new Session(
                row.optional(0),
                row.text(1),
                Arrays.stream(row.text(2).toUpperCase(Locale.ROOT).split(","))
                        .collect(Collectors.toCollection(TreeSet::new)),
                row.text(3),
                row.number(4) != 0);
    }

    /** Whether what does not fit is refused rather than changed in silence (manual, 5.1.11). */
    boolean isStrict() {
        return modes.contains("STRICT_TRANS_TABLES") || modes.contains("STRICT_ALL_TABLES");
    }

    /** Whether tables are the same in whatever case. */
    boolean foldsTables() {
        return !tableCase.equals("0");
    }

    /** The connected role, without the hosts that it may come from. */
    String role() {
        return role(user);
    }

    /** The role of an account, {@code name@host}. */
    static String role(String account) {
        int at = account.lastIndexOf('@');
        return at < 0 ? account : account.substring(0, at);
    }

    /** What changes the meaning of statements. */
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("sql_mode", modes.stream().filter(LAW::contains).collect(Collectors.joining(",")));
        settings.put(MysqlDialect.TABLE_CASE, tableCase);
        return settings;
    }
}
