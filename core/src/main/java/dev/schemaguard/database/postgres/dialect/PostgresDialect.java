package dev.schemaguard.database.postgres.dialect;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.dialect.ExpressionSpelling;
import dev.schemaguard.dialect.ReservedWords;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.SqlText;
import java.nio.charset.StandardCharsets;

/** PostgreSQL: names fold to lower case and are cut to 63 bytes (manual, 4.1.1). */
public final class PostgresDialect implements Dialect {

    public static final PostgresDialect INSTANCE = new PostgresDialect();

    private static final int LONGEST_NAME = 63;
    private static final String OWN_SCHEMA = "pg_catalog";

    private PostgresDialect() {}

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String identifier(String written) {
        if (isPlain(written)) {
            return cut(written);
        }
        String text = written.strip();
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            return cut(text.substring(1, text.length() - 1).replace("\"\"", "\""));
        }
        return cut(lowerAscii(text));
    }

    @Override
    public int longestName() {
        return LONGEST_NAME;
    }

    @Override
    public String quote(String name) {
        return isPlain(name) && !ReservedWords.isReserved(name) ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    @Override
    public ColumnType.Named type(String written) {
        return PostgresTypes.spell(written, this);
    }

    /** All of them: what is not built in is somebody's, and goes by its name. */
    @Override
    public boolean knows(ColumnType.Named type) {
        return true;
    }

    @Override
    public boolean namesEnums() {
        return true;
    }

    @Override
    public boolean hasSchemasInCatalogs() {
        return true;
    }

    @Override
    public ColumnDefault columnDefault(String written) {
        return ExpressionSpelling.columnDefault(written, OWN_SCHEMA);
    }

    @Override
    public SqlText expression(String written) {
        return ExpressionSpelling.expression(written, OWN_SCHEMA);
    }

    /**
     * Whether the name is the same with quotes and without, as nearly all are: a small letter or underscore, and behind it digits
     * and dollars, too. Not a pattern, for at boot each name of a mapping comes by here.
     */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c == '_';
            if (!letter && (i == 0 || c != '$' && (c < '0' || c > '9'))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** In UTF-8 the server folds ASCII letters only, so that a name with other letters keeps them as they are. */
    private static String lowerAscii(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return folded.toString();
    }

    /** The server cuts longer names between two characters, with a notice only. */
    private static String cut(String name) {
        if (name.length() <= LONGEST_NAME / 3 || name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME) {
            return name;
        }
        int bytes = 0;
        int end = 0;
        while (end < name.length()) {
            int codePoint = name.codePointAt(end);
            int length = codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            if (bytes + length > LONGEST_NAME) {
                break;
            }
            bytes += length;
            end += Character.charCount(codePoint);
        }
        return name.substring(0, end);
    }
}
