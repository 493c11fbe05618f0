package dev.schemaguard.database.mysql.fix;

import dev.schemaguard.fix.SqlWriter;
import dev.schemaguard.fix.UnsafeText;
import java.util.regex.Pattern;

/** Names that are not written like others. */
final class Names {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]{1,64}");

    private Names() {}

    /** A word of the server's own, such as the name of a character set. */
    static String requireWord(String name) {
        if (!WORD.matcher(name).matches()) {
            throw new UnsafeText("name", name, "it is none that a character set or collation has");
        }
        return name;
    }

    /** An account, which is a user and the host that it comes from (manual, 6.2.4). */
    static String account(String role, SqlWriter sql) {
        int at = role.lastIndexOf('@');
        return at < 0
                ? sql.literal(role)
                : sql.literal(role.substring(0, at)) + "@" + sql.literal(role.substring(at + 1));
    }
}
