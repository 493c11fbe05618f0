package dev.schemaguard.jdbc.cli.option;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** Durations as people write them: {@code 500ms}, {@code 30s}, {@code 2m}; a bare number means seconds. */
public final class Durations implements ITypeConverter<Duration> {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})(ms|s|m|h)?");

    @Override
    public Duration convert(String value) {
        Matcher matcher = WRITTEN.matcher(value.strip());
        if (!matcher.matches()) {
            throw new WrongValue("this is no duration; write 500ms, 30s, 2m or 1h");
        }
        long amount = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2) == null ? "s" : matcher.group(2);
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofSeconds(amount);
        };
    }
}
