package dev.schemaguard.database.postgres.ddl;

import dev.schemaguard.ddl.script.SqlExpression;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A default in the light of its column's type: the server stores what a literal means for the type, not how it was written
 * ({@code 'f'} becomes {@code false}). Where the meaning hangs on settings of the server, as with times, only that there
 * is one is compared.
 */
final class TypedDefault {

    private static final Set<String> TIMES =
            Set.of("date", "time", "timetz", "timestamp", "timestamptz", "interval", "abstime");
    private static final Pattern DATE = Pattern.compile("'\\d{4}-\\d\\d-\\d\\d'");
    private static final Pattern TIMESTAMP =
            Pattern.compile("'\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d*[1-9])?'");

    /** What stood in quotes: no number is taken for a truth value. */
    private static final Pattern BIT = Pattern.compile("[01]");

    private static final Set<String> FLOATS = Set.of("real", "double precision");
    private static final Pattern TRAILING_ZERO = Pattern.compile("-?\\d*\\.\\d*0");

    /** An array that comes back as it was written: without blanks and quotes between its braces. */
    private static final Pattern PLAIN_ARRAY = Pattern.compile("'\\{[\\w,.-]*}'");

    private TypedDefault() {}

    static ColumnDefault of(ColumnDefault written, ColumnType type, Dialect dialect) {
        if (!(written instanceof ColumnDefault.Expression expression) || !(type instanceof ColumnType.Named named)) {
            return written;
        }
        if (named.array()) {
            boolean rewritten = expression.text().startsWith("'")
                    && !PLAIN_ARRAY.matcher(expression.text()).matches();
            return rewritten ? expression.notCompared() : written;
        }
        String name = named.name().name();
        String text = expression.text();
        boolean literal = text.startsWith("'") && SqlExpression.tokens(text).size() == 1;
        boolean isTruth = name.equals("boolean") || name.equals("bool");
        if (isTruth && (literal || BIT.matcher(text).matches())) {
            return dialect.columnDefault(text + "::boolean");
        }
        if (literal && !TIMES.contains(name)) {
            return LiteralSpelling.of(text, name)
                    .<ColumnDefault>map(ColumnDefault::of)
                    .orElseGet(expression::notCompared);
        }
        if (FLOATS.contains(name) && TRAILING_ZERO.matcher(text).matches()) {
            // In quotes the server drops the zero, without them it keeps it; which of them it was is not kept.
            return expression.notCompared();
        }
        if (!TIMES.contains(name)) {
            return written;
        }
        if (literal) {
            return time(text, name, expression);
        }
        return reckonsWithLiterals(text) ? expression.notCompared() : written;
    }

    private static ColumnDefault time(String text, String type, ColumnDefault.Expression written) {
        if (type.equals("date") && DATE.matcher(text).matches()) {
            return written;
        }
        if (type.equals("timestamp") && TIMESTAMP.matcher(text).matches()) {
            return written;
        }
        if (type.equals("timestamp") && DATE.matcher(text).matches()) {
            return ColumnDefault.of(text.substring(0, text.length() - 1) + " 00:00:00'");
        }
        return written.notCompared();
    }

    /** Whether a literal is added to or taken from something, or has its own type before it: it is printed in another way then. */
    private static boolean reckonsWithLiterals(String text) {
        List<Token> tokens = SqlExpression.tokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == Kind.STRING && i > 0) {
                Token before = tokens.get(i - 1);
                boolean after = i + 1 < tokens.size()
                        && (tokens.get(i + 1).is("+") || tokens.get(i + 1).is("-"));
                if (before.is("+") || before.is("-") || before.kind() == Kind.WORD || after) {
                    return true;
                }
            }
        }
        return false;
    }
}
