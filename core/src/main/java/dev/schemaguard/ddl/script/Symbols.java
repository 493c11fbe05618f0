package dev.schemaguard.ddl.script;

import dev.schemaguard.ddl.script.Token.Kind;
import java.util.List;

/** Scans brackets, separators and operators. */
final class Symbols {

    private static final String OPERATOR_CHARACTERS = "+-*/<>=~!@#%^&|`?";

    private final CharStream in;
    private final KeptText kept;

    Symbols(CharStream in, KeptText kept) {
        this.in = in;
        this.kept = kept;
    }

    /**
     * Scans the one that stands here.
     *
     * @param operators those of more than one character; none where any row of operator characters is one
     */
    Kind scan(List<String> operators) {
        if (!operators.isEmpty()) {
            return oneOf(operators);
        }
        int c = kept.take(in);
        if (c == ':' && (in.peek(0) == ':' || in.peek(0) == '=')) {
            kept.take(in);
        } else if (OPERATOR_CHARACTERS.indexOf(c) >= 0) {
            while (in.peek(0) != CharStream.END && OPERATOR_CHARACTERS.indexOf(in.peek(0)) >= 0 && !commentFollows()) {
                kept.take(in);
            }
        }
        return Kind.SYMBOL;
    }

    /** The longest of some operators that stands here, else one character. */
    private Kind oneOf(List<String> operators) {
        int longest = 1;
        for (String operator : operators) {
            boolean here = operator.length() > longest;
            for (int i = 0; here && i < operator.length(); i++) {
                here = in.peek(i) == operator.charAt(i);
            }
            longest = here ? operator.length() : longest;
        }
        for (int i = 0; i < longest; i++) {
            kept.take(in);
        }
        return Kind.SYMBOL;
    }

    private boolean commentFollows() {
        return (in.peek(0) == '-' && in.peek(1) == '-') || (in.peek(0) == '/' && in.peek(1) == '*');
    }
}
