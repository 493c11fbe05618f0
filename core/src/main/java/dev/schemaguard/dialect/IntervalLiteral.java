package dev.schemaguard.dialect;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How PostgreSQL prints the constant of an interval (manual, 8.5.5): {@code 90 minutes} as {@code 01:30:00}. */
final class IntervalLiteral {

    private static final Pattern PART = Pattern.compile("(\\d{1,6}) *([a-z]+) *");

    private int months;
    private int days;
    private long seconds;

    private IntervalLiteral() {}

    /** The content of the literal as it is printed; nothing if it is not one of plain numbers and units. */
    static Optional<String> printed(String content) {
        IntervalLiteral interval = new IntervalLiteral();
        Matcher part = PART.matcher(content.strip().toLowerCase(Locale.ROOT));
        int end = 0;
        while (part.lookingAt()) {
            if (!interval.add(Integer.parseInt(part.group(1)), part.group(2))) {
                return Optional.empty();
            }
            end = part.end();
            part.region(end, part.regionEnd());
        }
        return end > 0 && part.regionStart() == part.regionEnd() ? Optional.of(interval.text()) : Optional.empty();
    }

    private boolean add(int number, String unit) {
        switch (unit.length() > 1 && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit) {
            case "second", "sec" -> seconds += number;
            case "minute", "min" -> seconds += number * 60L;
            case "hour", "hr", "h" -> seconds += number * 3_600L;
            case "day", "d" -> days += number;
            case "week", "w" -> days += 7 * number;
            case "month", "mon" -> months += number;
            case "year", "yr", "y" -> months += 12 * number;
            default -> {
                return false;
            }
        }
        return true;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        append(text, months / 12, "year");
        append(text, months % 12, "mon");
        append(text, days, "day");
        if (seconds > 0 || text.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(String.format(
                            Locale.ROOT, "%02d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, int number, String unit) {
        if (number > 0) {
            text.append(text.isEmpty() ? "" : " ").append(number).append(' ').append(unit);
            text.append(number == 1 ? "" : "s");
        }
    }
}
