package dev.schemaguard.database.mysql.catalog;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expressions as MySQL's catalog prints them: once more escaped, with the character set before each literal. */
final class PrintedExpression {

    private static final Pattern ESCAPED = Pattern.compile("(?:_[a-z0-9]+|(?i:date|time|timestamp))\\\\'");
    private static final Pattern BACKSLASH = Pattern.compile("\\\\(.)", Pattern.DOTALL);
    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x00-\\x7f]");

    private PrintedExpression() {}

    /** The expression as a statement is to hold it. */
    static String plain(String printed) {
        return ESCAPED.matcher(printed).find()
                ? twiceEncoded(
                        BACKSLASH.matcher(printed).replaceAll(escaped -> Matcher.quoteReplacement(escaped.group(1))))
                : printed;
    }

    /** The server takes the bytes of UTF-8 in a literal for characters of its latin1, and encodes them again. */
    private static String twiceEncoded(String text) {
        if (!BEYOND_ASCII.matcher(text).find()) {
            return text;
        }
        try {
            ByteBuffer bytes = Charset.forName("windows-1252").newEncoder().encode(CharBuffer.wrap(text));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            // It was encoded once.
            return text;
        }
    }
}
