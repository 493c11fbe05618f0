package dev.schemaguard.recording;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was recorded so far.
 *
 * @param statements the statements of the release, sorted by text
 * @param others how many distinct texts neither read nor write rows
 * @param ofTests how many distinct texts only the tests themselves sent, or a tool that migrates
 * @param stopped why no more was recorded, where a bound was met
 */
public record Recording(List<SentStatement> statements, int others, int ofTests, Optional<String> stopped) {

    public Recording {
        statements = List.copyOf(statements);
        Objects.requireNonNull(stopped, "stopped");
    }
}
