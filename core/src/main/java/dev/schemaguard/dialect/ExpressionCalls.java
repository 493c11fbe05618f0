package dev.schemaguard.dialect;

import dev.schemaguard.dialect.ExpressionToken.NotAnExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls of functions, those included whose arguments stand between words (PostgreSQL manual, 9.4 and 9.9.1). */
final class ExpressionCalls {

    /** Functions that the server prints under either name. */
    private static final Map<String, String> SAME_FUNCTIONS =
            Map.of("transaction_timestamp", "now", "current_timestamp", "now");

    private final ExpressionParser parser;

    ExpressionCalls(ExpressionParser parser) {
        this.parser = parser;
    }

    /** Reads what follows the name and its opening parenthesis. */
    String read(String name) throws NotAnExpression {
        if (parser.accept("*")) {
            parser.expect(")");
            return name + "(*)";
        }
        return switch (name) {
            case "extract" -> extract();
            case "trim", "btrim", "ltrim", "rtrim" -> trim(name);
            case "substring", "overlay" -> name + "(" + String.join(", ", parts()) + ")";
            case "position" -> position();
            default -> SAME_FUNCTIONS.getOrDefault(name, name) + "(" + String.join(", ", parser.list(")")) + ")";
        };
    }

    private String extract() throws NotAnExpression {
        String field = parser.next().text();
        parser.expect("from");
        String source = parser.expression(0);
        parser.expect(")");
        return "extract(" + field + " from " + source + ")";
    }

    private String trim(String name) throws NotAnExpression {
        String function = parser.accept("leading")
                ? "ltrim"
                : parser.accept("trailing") ? "rtrim" : parser.accept("both") || name.equals("trim") ? "btrim" : name;
        List<String> arguments = new ArrayList<>();
        boolean behindFrom = parser.accept("from");
        if (!behindFrom) {
            arguments.add(parser.expression(0));
            behindFrom = parser.accept("from");
        }
        // What is trimmed stands behind FROM, but first among the arguments.
        arguments.addAll(behindFrom ? 0 : arguments.size(), rest());
        return function + "(" + String.join(", ", arguments) + ")";
    }

    private List<String> rest() throws NotAnExpression {
        parser.accept(",");
        return parser.list(")");
    }

    private List<String> parts() throws NotAnExpression {
        List<String> parts = new ArrayList<>();
        parts.add(parser.expression(0));
        while (!parser.accept(")")) {
            if (!parser.accept(",") && !parser.accept("from") && !parser.accept("for") && !parser.accept("placing")) {
                throw new NotAnExpression("'" + parser.peek().text() + "' between arguments");
            }
            parts.add(parser.expression(0));
        }
        return parts;
    }

    private String position() throws NotAnExpression {
        String part = parser.operandBeforeIn();
        parser.expect("in");
        String whole = parser.expression(0);
        parser.expect(")");
        return "position(" + part + " in " + whole + ")";
    }
}
