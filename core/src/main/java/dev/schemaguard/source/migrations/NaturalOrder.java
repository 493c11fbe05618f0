package dev.schemaguard.source.migrations;

import java.util.Comparator;

/** Sorts names as people number them: {@code 2_b} before {@code 10_a}; folders before what is behind them in name. */
final class NaturalOrder implements Comparator<String> {

    static final NaturalOrder INSTANCE = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
                int endOfOne = endOfNumber(one, i);
                int endOfOther = endOfNumber(other, j);
                int order = compareNumbers(one.substring(i, endOfOne), other.substring(j, endOfOther));
                if (order != 0) {
                    return order;
                }
                i = endOfOne;
                j = endOfOther;
            } else {
                int order = Character.compare(rank(one.charAt(i++)), rank(other.charAt(j++)));
                if (order != 0) {
                    return order;
                }
            }
        }
        int order = Integer.compare(one.length() - i, other.length() - j);
        return order != 0 ? order : one.compareTo(other);
    }

    /** A slash and the dot before a suffix end a name, so they come before all that goes on with it. */
    private static char rank(char c) {
        return c == '/' ? 0 : c == '.' ? 1 : c;
    }

    private static int compareNumbers(String one, String other) {
        String bareOne = withoutZeros(one);
        String bareOther = withoutZeros(other);
        int order = Integer.compare(bareOne.length(), bareOther.length());
        return order != 0 ? order : bareOne.compareTo(bareOther);
    }

    private static String withoutZeros(String number) {
        int start = 0;
        while (start < number.length() - 1 && number.charAt(start) == '0') {
            start++;
        }
        return number.substring(start);
    }

    private static int endOfNumber(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
