package dev.schemaguard.dialect;

import java.util.regex.Pattern;

/** Whether a statement has to hold an expression as it was written, for its normal spelling leaves out what it means. */
final class WrittenForm {

    private WrittenForm() {}

    static boolean isOther(String written, ExpressionParser.Spelled read) {
        String spelled = read.text();
        if (written.equalsIgnoreCase(spelled)) {
            return false;
        }
        if (spelled.startsWith("(")) {
            // An operation, as most checks are: no constant that the patterns below would have to find.
            return read.leavesCastsOut()
                    || Patterns.UNQUOTED_OR_CUT.matcher(written).find();
        }
        if (Patterns.CONSTANT.matcher(spelled).matches()) {
            boolean truth = spelled.equals("true") || spelled.equals("false");
            return !truth && !Patterns.NUMBER.matcher(written).matches();
        }
        if (isOneLiteral(spelled)) {
            // It takes the type of its column anyway.
            return !written.startsWith("'");
        }
        return read.leavesCastsOut()
                || Patterns.UNQUOTED_OR_CUT.matcher(written).find();
    }

    static boolean isOneLiteral(String spelled) {
        if (!spelled.startsWith("'")) {
            return false;
        }
        int quote = spelled.indexOf('\'', 1);
        while (quote >= 0 && spelled.startsWith("''", quote)) {
            quote = spelled.indexOf('\'', quote + 2);
        }
        return quote == spelled.length() - 1;
    }

    /** In a class of their own, so that an operation that leaves a cast out compiles none at boot. */
    private static final class Patterns {

        static final Pattern CONSTANT = Pattern.compile("-?[0-9.]+|true|false");

        /** A number, in whatever quotes and parentheses, that is said to be one. */
        static final Pattern NUMBER = Pattern.compile(
                "\\(*-?[0-9.]+\\)*|\\(*'-?[0-9.]+'\\)*::(smallint|integer|int|bigint|numeric|double precision|real).*");

        /** A number in quotes, which may be text or bits, and a time of some digits: {@code localtime(3)}. */
        static final Pattern UNQUOTED_OR_CUT = Pattern.compile(
                "'[-0-9.]+'|(?:current_time|current_timestamp|localtime|localtimestamp)\\s*\\(",
                Pattern.CASE_INSENSITIVE);
    }
}
