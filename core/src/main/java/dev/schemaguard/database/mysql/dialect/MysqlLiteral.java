package dev.schemaguard.database.mysql.dialect;

/** Literals of text (manual, 9.1.1): doubled quotes, and escapes by a backslash, as every mode has them but one. */
public final class MysqlLiteral {

    private static final String ESCAPES = "0bnrtZ";
    private static final String ESCAPED = "\0\b\n\r\t\u001a";

    private MysqlLiteral() {}

    /** The literal whose content this is, as a statement is to hold it. */
    public static String of(String content) {
        return "'" + content.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /**
     * Reads a literal.
     *
     * @param at where its opening quote is
     * @param content takes what it means
     * @return where it ends, or -1 where it does not
     */
    static int read(String text, int at, StringBuilder content) {
        char quote = text.charAt(at);
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                escape(text.charAt(++i), content);
            } else if (c == quote && text.startsWith(String.valueOf(quote), i + 1)) {
                content.append(c);
                i++;
            } else if (c == quote) {
                return i + 1;
            } else {
                content.append(c);
            }
        }
        return -1;
    }

    /** Of a wildcard the backslash stays, for LIKE to read. */
    private static void escape(char c, StringBuilder content) {
        int known = ESCAPES.indexOf(c);
        if (c == '%' || c == '_') {
            content.append('\\').append(c);
        } else {
            content.append(known < 0 ? c : ESCAPED.charAt(known));
        }
    }
}
