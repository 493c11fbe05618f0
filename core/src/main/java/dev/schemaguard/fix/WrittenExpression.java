package dev.schemaguard.fix;

import java.util.Objects;

/**
 * An expression of somebody else as it goes into SQL, so that no more can follow from it than what it says.
 *
 * @param text the expression in SQL
 * @param calls what it calls
 */
public record WrittenExpression(String text, Calls calls) {

    public WrittenExpression {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(calls, "calls");
    }
}
