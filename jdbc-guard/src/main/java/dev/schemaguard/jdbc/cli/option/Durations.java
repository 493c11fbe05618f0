package dev.schemaguard.jdbc.cli.option;

import dev.schemaguard.jdbc.verb.WrittenDuration;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** Durations as people write them. */
public final class Durations implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String value) {
        return WrittenDuration.of(value)
                .orElseThrow(() -> new WrongValue("this is no duration; write 500ms, 30s, 2m or 1h"));
    }
}
