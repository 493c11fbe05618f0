package dev.schemaguard.diff;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A check that only compares something with a number, {@code (visits >= 0)}, so that it can be told what it refuses.
 *
 * @param what what is compared, in normal spelling
 * @param operator how it is compared
 * @param bound the number
 */
public record CheckBound(String what, String operator, BigDecimal bound) {

    private static final Pattern SHAPE =
            Pattern.compile("\\((.+) (>=|<=|>|<) \\(?'?(-?[0-9]{1,30}(?:\\.[0-9]{1,30})?)'?\\)?\\)");
    private static final Pattern SEVERAL = Pattern.compile(" (and|or) | not ");

    /** The bound that a check in normal spelling states, if that is all it does. */
    public static Optional<CheckBound> of(String expression) {
        Matcher shape = SHAPE.matcher(expression);
        return shape.matches() && !SEVERAL.matcher(expression).find()
                ? Optional.of(new CheckBound(shape.group(1), shape.group(2), new BigDecimal(shape.group(3))))
                : Optional.empty();
    }

    /** Whether both bound the same thing on the same side, so that one of them is the tighter. */
    public boolean comparesWith(CheckBound other) {
        return what.equals(other.what) && isLower() == other.isLower();
    }

    /** Whether this one refuses a value that the other lets in. */
    public boolean isTighterThan(CheckBound other) {
        int compared = isLower() ? bound.compareTo(other.bound) : other.bound.compareTo(bound);
        return compared > 0 || compared == 0 && isStrict() && !other.isStrict();
    }

    /** Whether it refuses a value. */
    boolean refuses(BigDecimal value) {
        int compared = isLower() ? value.compareTo(bound) : bound.compareTo(value);
        return compared < 0 || compared == 0 && isStrict();
    }

    private boolean isLower() {
        return operator.startsWith(">");
    }

    private boolean isStrict() {
        return operator.length() == 1;
    }
}
