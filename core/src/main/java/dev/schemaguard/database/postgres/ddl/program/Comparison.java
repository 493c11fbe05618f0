package dev.schemaguard.database.postgres.ddl.program;

import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import java.util.List;
import java.util.Optional;

/** Compares a number with what a condition says behind it. */
final class Comparison {

    private Comparison() {}

    /** Whether {@code = 0}, {@code > 1} or the like holds for a number; nothing where it is something else. */
    static Optional<Boolean> holds(long number, List<Token> comparison) {
        if (comparison.size() != 2 || comparison.get(1).kind() != Kind.NUMBER) {
            return Optional.empty();
        }
        long other;
        try {
            other = Long.parseLong(comparison.get(1).text());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return switch (comparison.get(0).text()) {
            case "=" -> Optional.of(number == other);
            case "<>", "!=" -> Optional.of(number != other);
            case ">" -> Optional.of(number > other);
            case ">=" -> Optional.of(number >= other);
            case "<" -> Optional.of(number < other);
            case "<=" -> Optional.of(number <= other);
            default -> Optional.empty();
        };
    }
}
